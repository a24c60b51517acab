import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Day } from '../kernel/index.ts';
import { type FreeLot, firstExpiredFirst, planPicks } from './index.ts';

const shelf = fc.array(
  fc.record({
    day: fc.option(fc.integer({ min: 10, max: 28 }), { nil: null }),
    free: fc.nat(9),
    expired: fc.boolean(),
  }),
  { maxLength: 6 },
);

test('stops are told of no unit twice, of none that ended, of as many as there are, and of what ends first at the first stop', () => {
  fc.assert(
    fc.property(shelf, fc.array(fc.nat(9), { maxLength: 5 }), (rows, needs) => {
      const lots = rows.map(
        ({ day, ...row }, at): FreeLot => ({
          ...row,
          lotId: `L${at}`,
          code: `L${at}`,
          expiresOn: day === null ? null : (`2026-06-${day}` as Day),
        }),
      );
      const plan = planPicks(lots, needs);
      const taken = plan.flat();
      const free = lots.reduce((sum, lot) => sum + (lot.expired ? 0 : lot.free), 0);
      const wanted = needs.reduce((sum, need) => sum + need, 0);
      expect(taken.reduce((sum, { units }) => sum + units, 0)).toBe(Math.min(free, wanted));
      expect(taken.some(({ expired }) => expired)).toBe(false);
      for (const lot of lots)
        expect(
          taken.filter(({ lotId }) => lotId === lot.lotId).reduce((sum, { units }) => sum + units, 0),
        ).toBeLessThanOrEqual(lot.free);
      for (const [at, parts] of plan.entries())
        expect(parts.reduce((sum, { units }) => sum + units, 0)).toBeLessThanOrEqual(needs[at]!);
      const order = firstExpiredFirst(lots).map(({ lotId }) => lotId);
      const walked = taken.map(({ lotId }) => order.indexOf(lotId));
      expect(walked).toEqual(walked.toSorted((a, b) => a - b));
    }),
  );
});
