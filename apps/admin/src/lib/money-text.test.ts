import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainAmount, readAmount } from './money-text.ts';

test('what is shown of an amount is read back as the same amount', () =>
  fc.assert(
    fc.property(fc.nat(99_999_999_999), (minor) => {
      expect(readAmount(plainAmount(minor))).toBe(minor);
    }),
  ));

test('what is no amount is none', () => {
  for (const typed of ['', 'a', '1.234', '-1', '1,2x']) expect(readAmount(typed)).toBeUndefined();
  expect(readAmount('￥1,234.5')).toBe(123_450);
});
