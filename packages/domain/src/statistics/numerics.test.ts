import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cholesky,
  correlation,
  inverseDiagonal,
  poolAdjacentViolators,
  randomFrom,
  shuffled,
  solveCholesky,
} from './index.ts';

const entry = fc.integer({ min: -9, max: 9 });

test('a positive definite system is solved', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(entry, entry, entry), { minLength: 3, maxLength: 3 }),
      fc.tuple(entry, entry, entry),
      (m, x) => {
        // M·Mᵀ + I is positive definite whatever M is.
        const a = m.map((row, i) =>
          Float64Array.from(m, (other, j) => row.reduce((sum, v, k) => sum + v * other[k]!, i === j ? 1 : 0)),
        );
        const lower = cholesky(a)!;
        const b = a.map((row) => row.reduce((sum, v, k) => sum + v * x[k]!, 0));
        for (const [i, value] of solveCholesky(lower, b).entries()) expect(value).toBeCloseTo(x[i]!, 6);
        const unit = a.map(
          (_, i) =>
            solveCholesky(
              lower,
              [0, 1, 2].map((k) => Number(k === i)),
            )[i]!,
        );
        expect([...inverseDiagonal(lower)]).toEqual(unit);
      },
    ),
  );
});

test('a matrix that is not positive definite is refused', () => {
  expect(cholesky([Float64Array.of(1, 2), Float64Array.of(2, 1)])).toBeUndefined();
  expect(cholesky([Float64Array.of(0)])).toBeUndefined();
});

test('pooled means never fall, nothing is lost, and values in order stay apart', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ weight: fc.integer({ min: 1, max: 9 }), sum: entry }), { minLength: 1 }),
      (items) => {
        const blocks = poolAdjacentViolators(items);
        for (const [i, block] of blocks.entries()) {
          const next = blocks[i + 1];
          if (next) expect(block.sum / block.weight).toBeLessThan(next.sum / next.weight);
          expect(block.from).toBe(i === 0 ? 0 : blocks[i - 1]!.to + 1);
        }
        expect(blocks.reduce((total, block) => total + block.sum, 0)).toBe(
          items.reduce((total, item) => total + item.sum, 0),
        );
        expect(blocks.at(-1)!.to).toBe(items.length - 1);
      },
    ),
  );
  expect(poolAdjacentViolators([1, 2, 3].map((sum) => ({ weight: 1, sum })))).toHaveLength(3);
});

test('correlation is 1 along a line, -1 against it, 0 without variation', () => {
  expect(correlation([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
  expect(correlation([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
  expect(correlation([1, 1, 1], [1, 2, 3])).toBe(0);
});

test('a seed fixes the numbers and the order; another seed gives others', () => {
  const draw = (seed: number) => Array.from({ length: 5 }, randomFrom(seed));
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
  expect(draw(7).every((value) => value >= 0 && value < 1)).toBe(true);
  const cards = Array.from({ length: 52 }, (_, i) => i);
  expect(shuffled(cards, 1)).toEqual(shuffled(cards, 1));
  expect(shuffled(cards, 1)).not.toEqual(cards);
  expect([...shuffled(cards, 1)].sort((a, b) => a - b)).toEqual(cards);
});
