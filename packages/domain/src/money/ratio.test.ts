import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor } from './money.ts';
import { parsePercent, parseRatio, ratioOf } from './ratio.ts';
import { divideRounded, scale } from './rounding.ts';

test('a percentage is read exactly, never through a binary float', () => {
  expect(parsePercent('13')).toEqual({ n: 13, d: 100 });
  expect(parsePercent('10.5')).toEqual({ n: 105, d: 1000 });
  expect(parsePercent('0.2850')).toEqual({ n: 2850, d: 1_000_000 });
});

test.each(['', '-1', '1e2', '1.23456', '1234567890', ' 5', '5 ', '.5', '5.', '1,5', 'NaN', '1/2'])(
  '%j is no percentage',
  (text) => {
    expect(parsePercent(text)).toBeUndefined();
  },
);

test('a ratio is a decimal or a fraction of decimals', () => {
  expect(parseRatio('24')).toEqual({ n: 24, d: 1 });
  expect(parseRatio('0.5')).toEqual({ n: 5, d: 10 });
  expect(parseRatio('1/1000')).toEqual({ n: 1, d: 1000 });
  expect(parseRatio('2.5/0.4')).toEqual({ n: 250, d: 40 });
});

test.each(['1/0', '/2', '2/', 'a/b', '1/2/3', '-1/2'])('%j is no ratio', (text) => {
  expect(parseRatio(text)).toBeUndefined();
});

test.each([
  [5, 1, 2, 'half-up', 3],
  [5, 1, 2, 'half-even', 2],
  [7, 1, 2, 'half-even', 4],
  [5, 1, 2, 'half-down', 2],
  [-5, 1, 2, 'half-up', -3],
  [-5, 1, 2, 'half-even', -2],
  [-5, 1, 2, 'half-down', -2],
  [4, 1, 3, 'half-up', 1],
  [5, 1, 3, 'half-down', 2],
  [0, 7, 9, 'half-up', 0],
] as const)('%d × %d / %d %s is %d', (a, n, d, rounding, expected) => {
  expect(scale(a, n, d, rounding)).toBe(expected);
});

test('what rounds to nothing is 0, never -0', () => {
  expect(Object.is(scale(-5, 0, 3), 0)).toBe(true);
  expect(Object.is(scale(-1, 1, 3), 0)).toBe(true);
  expect(Object.is(scale(-(2 ** 40), 2 ** 20, Number.MAX_SAFE_INTEGER), 0)).toBe(false);
  expect(Object.is(scale(-(2 ** 50), 2 ** 40, 2 ** 52), -(2 ** 38))).toBe(true);
});

test('half up is the default', () => {
  expect(scale(1, 1, 2)).toBe(1);
  expect(ratioOf(minor(1_005), { n: 1, d: 10 })).toBe(101);
  expect(ratioOf(minor(1_005), { n: 1, d: 10 }, 'half-down')).toBe(100);
});

test('every product is exact, also past 2^53: the number path and the BigInt path agree', () => {
  const whole = fc.integer({ min: -(10 ** 12), max: 10 ** 12 });
  const rounding = fc.constantFrom('half-up' as const, 'half-even' as const, 'half-down' as const);
  fc.assert(
    fc.property(
      whole,
      fc.integer({ min: 0, max: 10 ** 9 }),
      fc.integer({ min: 1, max: 10 ** 9 }),
      rounding,
      (a, n, d, mode) => {
        fc.pre((Math.abs(a) * n) / d < 2 ** 52);
        expect(BigInt(scale(a, n, d, mode))).toBe(divideRounded(BigInt(a) * BigInt(n), BigInt(d), mode));
      },
    ),
    { numRuns: 10_000 },
  );
});

test('what leaves the exact integers is a bug', () => {
  expect(() => scale(2 ** 53, 2, 3)).toThrow('not exact');
  expect(() => scale(2 ** 40, 2 ** 40, 3)).toThrow('not exact');
  expect(scale(2 ** 40, 2 ** 40, 2 ** 30)).toBe(2 ** 50);
});
