import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor } from '../money/index.ts';
import { refundShares } from './index.ts';

const line = fc.record({ quantity: fc.integer({ min: 1, max: 60 }), gross: fc.nat(900_000), off: fc.nat(100) });
const order = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) =>
  lines.map(({ quantity, gross, off }, at) => ({
    lineId: `l${at}`,
    quantity,
    gross: minor(gross),
    paid: minor(Math.floor((gross * (100 - off)) / 100)),
    refunded: 0,
  })),
);

test('returned piece by piece, in any order, everything brings back exactly the money and the points that were paid', () => {
  fc.assert(
    fc.property(
      order,
      fc.nat(5_000),
      fc.array(fc.tuple(fc.nat(5), fc.nat(20)), { maxLength: 40 }),
      (lines, used, tries) => {
        const refunded = new Map(lines.map(({ lineId }) => [lineId, 0]));
        const total = { money: 0, points: 0 };
        const paid = lines.reduce((sum, { paid }) => sum + paid, 0);
        const returning = (parts: { lineId: string; units: number }[]) => {
          const now = lines.map((each) => ({ ...each, refunded: refunded.get(each.lineId) ?? 0 }));
          const { amount, shares, points } = refundShares(now, parts, used);
          expect(shares.reduce((sum, share) => sum + share.amount, 0)).toBe(amount);
          expect(points).toBeGreaterThanOrEqual(0);
          total.money += amount;
          total.points += points;
          for (const { lineId, units } of parts) refunded.set(lineId, (refunded.get(lineId) ?? 0) + units);
          expect(total.money).toBeLessThanOrEqual(paid);
          expect(total.points).toBeLessThanOrEqual(used);
        };
        for (const [at, units] of tries) {
          const one = lines[at % lines.length]!;
          const left = one.quantity - (refunded.get(one.lineId) ?? 0);
          returning([{ lineId: one.lineId, units: Math.min(units, left) }]);
        }
        returning(lines.map(({ lineId, quantity }) => ({ lineId, units: quantity - (refunded.get(lineId) ?? 0) })));
        expect(total.money).toBe(paid);
        expect(total.points).toBe(lines.some(({ gross }) => gross > 0) ? used : 0);
      },
    ),
  );
});
