import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mase, owa, rmsse, smape } from './index.ts';

const series = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 6, maxLength: 30 });

test('errors of a forecast worked out by hand', () => {
  const [train, actual, said] = [
    [10, 20, 12, 22, 14, 24, 16, 26],
    [18, 28, 20],
    [16, 26, 16],
  ];
  expect(smape(actual, said)).toBeCloseTo(13.798112, 6);
  expect(mase(train, actual, said, 2)).toBeCloseTo(4 / 3, 12);
  expect(rmsse([0, 2, 0, 2], [1, 1], [0, 2])).toBeCloseTo(0.5, 12);
  expect(owa({ smape: 10, mase: 3 }, { smape: 20, mase: 3 })).toBe(0.75);
});

test('a history that never changed gives no unit to measure in', () => {
  expect(mase([5, 5, 5], [6], [5], 1)).toBeUndefined();
  expect(rmsse([5, 5, 5], [6], [5])).toBeUndefined();
  expect(smape([0, 0], [0, 0])).toBe(0);
});

test('scaled errors do not know the unit, and the symmetric error stays within 0 and 200', () => {
  fc.assert(
    fc.property(series, fc.double({ min: 0.01, max: 1000, noNaN: true }), (y, unit) => {
      const [train, actual, said] = [y.slice(0, -2), y.slice(-2), y.slice(0, 2)];
      const times = (values: readonly number[]): number[] => values.map((value) => value * unit);
      const [before, after] = [mase(train, actual, said, 1), mase(times(train), times(actual), times(said), 1)];
      if (before !== undefined && after !== undefined) expect(after / before || 1).toBeCloseTo(1, 6);
      expect(smape(actual, said)).toBeGreaterThanOrEqual(0);
      expect(smape(actual, said)).toBeLessThanOrEqual(200);
    }),
  );
});
