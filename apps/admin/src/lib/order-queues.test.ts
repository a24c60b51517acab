import { displayStatuses } from '@tradeline/domain/order';
import { expect, test } from 'vitest';
import { ordersIn, queueNames, queues } from './order-queues.ts';

test('every status but the draft stands in exactly one queue', () => {
  const listed = queueNames.flatMap((queue) => [...queues[queue].statuses]);
  expect(listed.toSorted()).toEqual(displayStatuses.filter((status) => status !== 'draft').toSorted());
});

test('a queue counts the orders of its statuses', () => {
  expect(ordersIn('ship', { picking: 3, 'partially-shipped': 2, confirmed: 9 })).toBe(5);
  expect(ordersIn('ship', {})).toBe(0);
});
