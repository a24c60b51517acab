import fc from 'fast-check';
import { expect, test } from 'vitest';
import { allocate, allocateWithin } from './allocate.ts';
import { minor } from './money.ts';

const weights = fc.array(fc.nat({ max: 10 ** 9 }), { minLength: 1, maxLength: 8 });
const amounts = fc.integer({ min: -(10 ** 12), max: 10 ** 12 }).map(minor);
const total = (parts: readonly number[]) => parts.reduce((a, b) => a + b, 0);

test('the parts sum to the amount, each within one unit of its exact share', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, shares) => {
      const parts = allocate(amount, shares);
      const sum = BigInt(total(shares));
      expect(total(parts)).toBe(amount);
      if (sum === 0n) return;
      for (const [index, part] of parts.entries()) {
        const off = BigInt(part) * sum - BigInt(amount) * BigInt(shares[index]!);
        expect((off < 0n ? -off : off) < sum).toBe(true);
      }
    }),
    { numRuns: 10_000 },
  );
});

test('a full refund returns to every line exactly what it paid', () => {
  fc.assert(
    fc.property(weights, (paid) => {
      expect(allocate(minor(total(paid)), paid)).toEqual(paid);
    }),
    { numRuns: 10_000 },
  );
});

test('a negative amount is the mirror image, without -0', () => {
  fc.assert(
    fc.property(amounts, weights, (amount, shares) => {
      const mirrored = allocate(minor(-amount), shares).map((part) => (part === 0 ? 0 : -part));
      expect(allocate(amount, shares)).toEqual(mirrored);
      expect(allocate(amount, shares).some((part) => Object.is(part, -0))).toBe(false);
    }),
  );
});

test('the rest goes to the largest remainders, ties to the earlier weight', () => {
  expect(allocate(minor(299), [4_300, 1_400, 2_300])).toEqual([161, 52, 86]);
  expect(allocate(minor(1_000), [1, 1, 1])).toEqual([334, 333, 333]);
  expect(allocate(minor(2), [1, 1, 1])).toEqual([1, 1, 0]);
});

test('a weight of 0 takes nothing; all 0 take equal parts', () => {
  expect(allocate(minor(41), [10, 0, 10])).toEqual([21, 0, 20]);
  expect(allocate(minor(5), [0, 0])).toEqual([3, 2]);
});

test('truncate-last-line: floor, and the last line with a weight takes the rest', () => {
  expect(allocate(minor(50), [200, 150], 'truncate-last-line')).toEqual([28, 22]);
  expect(allocate(minor(100), [1, 1, 1, 0], 'truncate-last-line')).toEqual([33, 33, 34, 0]);
});

test('nobody can carry nothing, and only nothing', () => {
  expect(allocate(minor(0), [])).toEqual([]);
  expect(() => allocate(minor(1), [])).toThrow('someone to carry it');
  expect(() => allocate(minor(1), [-1, 2])).toThrow('not negative');
  expect(() => allocate(minor(1), [0.5])).toThrow('weights are whole');
});

test('past 2^53 the shares are still exact', () => {
  expect(allocate(minor(9_000_000_000_000), [3_333_333_333, 6_666_666_667])).toEqual([
    2_999_999_999_700, 6_000_000_000_300,
  ]);
});

test('no part exceeds its room; what it cannot take goes to the others in proportion', () => {
  expect(allocateWithin(minor(2_700), [10_000, 4_000, 4_000], [1_000, 4_000, 4_000])).toEqual([1_000, 850, 850]);
  expect(allocateWithin(minor(100), [1, 1], [10, 20])).toEqual([10, 20]);
  expect(allocateWithin(minor(50), [200, 150], [200, 150])).toEqual([29, 21]);
  expect(allocateWithin(minor(0), [1, 1], [10, 20])).toEqual([0, 0]);
  expect(allocateWithin(minor(10), [0, 5], [10, 0])).toEqual([10, 0]);
  expect(allocateWithin(minor(100), [200, 150, 50], [10, 150, 50], 'truncate-last-line')).toEqual([10, 67, 23]);
});

test('within any rooms the parts sum to as much as the rooms hold', () => {
  fc.assert(
    fc.property(
      fc.nat({ max: 10 ** 6 }).map(minor),
      fc.array(fc.record({ weight: fc.nat({ max: 1_000 }), room: fc.nat({ max: 10 ** 5 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      (amount, lines) => {
        const rooms = lines.map(({ room }) => room);
        const parts = allocateWithin(
          amount,
          lines.map(({ weight }) => weight),
          rooms,
        );
        expect(total(parts)).toBe(Math.min(amount, total(rooms)));
        expect(parts.every((part, index) => part >= 0 && part <= rooms[index]!)).toBe(true);
      },
    ),
    { numRuns: 10_000 },
  );
});
