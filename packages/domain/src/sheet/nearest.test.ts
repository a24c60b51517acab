import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test('a few letters off is offered, something else is not', () => {
  expect(nearest('ALFKJ', ['ANATR', 'ALFKI'])).toBe('ALFKI');
  expect(nearest('order.csv', ['orders.csv', 'customers.csv'])).toBe('orders.csv');
  expect(nearest('XYZZY', ['ALFKI', 'ANATR'])).toBeUndefined();
});
