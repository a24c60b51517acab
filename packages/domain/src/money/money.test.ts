import { expect, test } from 'vitest';
import { add, minor, subtract, sum, unitPriceE4, ZERO } from './money.ts';

test('amounts are whole minor units; half a cent is a bug', () => {
  expect(minor(-5)).toBe(-5);
  expect(() => minor(0.5)).toThrow('not whole minor units: 0.5');
  expect(() => minor(2 ** 53)).toThrow('not whole minor units');
});

test('a unit price is whole ten-thousandths and not negative; 0 is a price', () => {
  expect(unitPriceE4(0)).toBe(0);
  expect(() => unitPriceE4(-1)).toThrow('not a unit price: -1');
  expect(() => unitPriceE4(1.5)).toThrow('not a unit price: 1.5');
});

test('sums and differences', () => {
  expect([add(minor(2), minor(3)), subtract(minor(2), minor(3)), sum([minor(1), minor(2)]), sum([]), ZERO]).toEqual([
    5, -1, 3, 0, 0,
  ]);
});
