// @vitest-environment node
import { plainMoney } from '@tradeline/ui/format';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMoney } from './read-money.ts';

test.each([
  ['12', 1200],
  ['12.5', 1250],
  ['12.', 1200],
  ['１２．３４', 1234],
  ['1,234.05', 123405],
  ['¥0.10', 10],
])('%s is %d minor units', (typed, amount) => expect(readMoney(typed)).toBe(amount));

test.each(['', '-1', '1.234', '1e5', 'x', '1.2.3'])('%j is no amount', (typed) =>
  expect(readMoney(typed)).toBeUndefined(),
);

test('what is shown reads back as what it was', () => {
  fc.assert(
    fc.property(fc.nat({ max: 99_999_999_999 }), (amount) => {
      expect(readMoney(plainMoney(amount))).toBe(amount);
    }),
  );
});
