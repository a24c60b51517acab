import { displayStatuses } from '@tradeline/domain/order';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { listInput, ordersSearch, stages } from './orders-search.ts';

test('every status an order can show belongs to exactly one stage; a draft is no order yet', () => {
  const sorted = Object.values(stages).flat().toSorted();
  expect(sorted).toEqual(displayStatuses.filter((status) => status !== 'draft').toSorted());
});

test('a period includes its last day to the end, in the shop zone', () => {
  const { from, to } = listInput(v.parse(ordersSearch, { from: '2026-11-01', to: '2026-11-30' }));
  expect(from).toBe('2026-10-31T16:00:00.000Z');
  expect(to).toBe('2026-11-30T16:00:00.000Z');
});

test('an address that was tampered with shows the plain list', () => {
  expect(v.parse(ordersSearch, { stage: 'strange', page: -3, from: 'yesterday', sort: 7 })).toEqual({
    stage: 'all',
    unpaid: false,
    sort: 'placed-desc',
    page: 1,
  });
});
