import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cheapestCover, type Pack } from './cheapest-cover.ts';

test('12 are missing: three packs of 4 for 9 beat one pack of 12 for 10', () => {
  expect(
    cheapestCover(
      [
        { value: 12, cost: 10, max: 9 },
        { value: 4, cost: 3, max: 9 },
      ],
      12,
    ),
  ).toEqual({ counts: [0, 3], cost: 9, exact: true });
});

test('what is not there cannot cover', () => {
  expect(cheapestCover([{ value: 4, cost: 3, max: 2 }], 9)).toBeUndefined();
  expect(cheapestCover([{ value: 0, cost: 1, max: 100 }], 1)).toBeUndefined();
});

test('a need past the grid is still covered in full, and says that it was rounded', () => {
  const cover = cheapestCover([{ value: 700_001, cost: 700_001, max: 9 }], 2_000_000)!;
  expect(cover).toEqual({ counts: [3], cost: 2_100_003, exact: false });
});

test('no choice of packs that reaches the need costs less', () => {
  const packs = fc.array(
    fc.record({ value: fc.nat({ max: 9 }), cost: fc.integer({ min: 1, max: 20 }), max: fc.nat({ max: 4 }) }),
    { minLength: 1, maxLength: 3 },
  );
  fc.assert(
    fc.property(packs, fc.integer({ min: 1, max: 40 }), (all, need) => {
      const cover = cheapestCover(all, need);
      expect(cover?.cost ?? Number.POSITIVE_INFINITY).toBe(cheapestByTrying(all, need));
      if (cover)
        expect(all.reduce((sum, { value }, at) => sum + value * cover.counts[at]!, 0)).toBeGreaterThanOrEqual(need);
    }),
    { numRuns: 2_000 },
  );
});

const cheapestByTrying = ([first, ...rest]: readonly Pack[], need: number): number => {
  if (need <= 0) return 0;
  if (!first) return Number.POSITIVE_INFINITY;
  const costs = Array.from(
    { length: first.max + 1 },
    (_, count) => count * first.cost + cheapestByTrying(rest, need - count * first.value),
  );
  return Math.min(...costs);
};
