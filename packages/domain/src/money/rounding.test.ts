import { expect, test } from 'vitest';
import { unitPriceE4 } from './money.ts';
import { divideHalfUp, divideRounded, lineAmount } from './rounding.ts';

test.each([
  [25n, 10n, 3n, 2n, 2n],
  [35n, 10n, 4n, 4n, 3n],
  [24n, 10n, 2n, 2n, 2n],
  [26n, 10n, 3n, 3n, 3n],
  [-25n, 10n, -3n, -2n, -2n],
  [-26n, 10n, -3n, -3n, -3n],
  [20n, 10n, 2n, 2n, 2n],
  [0n, 10n, 0n, 0n, 0n],
  [5n, 10n, 1n, 0n, 0n],
  [-5n, 10n, -1n, 0n, 0n],
  [-35n, 10n, -4n, -4n, -3n],
])('%d / %d is %d half up, %d half even, %d half down', (n, d, up, even, down) => {
  expect([divideHalfUp(n, d), divideRounded(n, d, 'half-even'), divideRounded(n, d, 'half-down')]).toEqual([
    up,
    even,
    down,
  ]);
});

test('a divisor of zero or less is a bug', () => {
  expect(() => divideHalfUp(1n, 0n)).toThrow('a positive divisor');
  expect(() => divideRounded(1n, -1n, 'half-even')).toThrow('a positive divisor');
});

test('a line is rounded once: 3 at ¥0.3350 is ¥1.01', () => {
  expect(lineAmount(unitPriceE4(3_350), 3)).toBe(101);
  expect(() => lineAmount(unitPriceE4(3_350), 1.5)).toThrow('not a whole quantity: 1.5');
});
