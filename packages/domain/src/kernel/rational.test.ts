import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatRational, parseRational, rational } from './rational.ts';

test('lowest terms, sign above', () => {
  expect(rational(6, -4)).toEqual({ n: -3n, d: 2n });
  expect(rational(0, 5)).toEqual({ n: 0n, d: 1n });
  expect(() => rational(1, 0)).toThrow('denominator zero');
});

test.each([
  ['12', 12n, 1n],
  ['-0.285', -57n, 200n],
  ['7/24', 7n, 24n],
  ['1.50', 3n, 2n],
] as const)('%s is read exactly', (text, n, d) => {
  expect(parseRational(text)).toEqual({ n, d });
});

test.each(['', 'x', '1/0', '1.', '.5', '1e3', '1/-2'])('%j is no number', (text) => {
  expect(parseRational(text)).toBeUndefined();
});

test.each([
  [9, 100, '0.09'],
  [-3, 2, '-1.5'],
  [1, 3, '1/3'],
  [-7, 24, '-7/24'],
  [20, 1, '20'],
  [0, 1, '0'],
  [1, 8, '0.125'],
] as const)('%d/%d is written %s', (n, d, text) => {
  expect(formatRational(rational(n, d))).toBe(text);
});

test('what is written is read back', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 1, max: 10_000 }), (n, d) => {
      expect(parseRational(formatRational(rational(n, d)))).toEqual(rational(n, d));
    }),
  );
});
