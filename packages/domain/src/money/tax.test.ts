import fc from 'fast-check';
import { expect, test } from 'vitest';
import { minor } from './money.ts';
import { splitTax } from './tax.ts';

test('价税分离: with tax included the total stays and the net is rounded', () => {
  expect(splitTax(minor(10_000), { n: 13, d: 100 }, true)).toEqual({ net: 8_850, tax: 1_150, total: 10_000 });
});

test('with tax on top the net stays and the tax is rounded', () => {
  expect(splitTax(minor(123), { n: 20, d: 100 }, false)).toEqual({ net: 123, tax: 25, total: 148 });
});

test('the rounding can be chosen', () => {
  expect(splitTax(minor(50), { n: 1, d: 100 }, false)).toEqual({ net: 50, tax: 1, total: 51 });
  expect(splitTax(minor(50), { n: 1, d: 100 }, false, 'half-even')).toEqual({ net: 50, tax: 0, total: 50 });
  expect(splitTax(minor(3), { n: 100, d: 100 }, true, 'half-down')).toEqual({ net: 1, tax: 2, total: 3 });
});

test('rate 0 is all net', () => {
  expect(splitTax(minor(99), { n: 0, d: 100 }, true)).toEqual({ net: 99, tax: 0, total: 99 });
});

test('net and tax always sum to the total, which is the amount when tax is included', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -(10 ** 12), max: 10 ** 12 }),
      fc.integer({ min: 0, max: 30 }),
      fc.boolean(),
      (amount, rate, included) => {
        const parts = splitTax(minor(amount), { n: rate, d: 100 }, included);
        expect(parts.net + parts.tax).toBe(parts.total);
        expect(included ? parts.total : parts.net).toBe(amount);
      },
    ),
  );
});
