import { expect, test } from 'vitest';
import { type CustomerGroupId, id, type PriceListId } from '../kernel/index.ts';
import { CNY, minor } from '../money/index.ts';
import { aPrice, NOON } from '../testing/index.ts';
import type { PriceEntry } from './price-entry.ts';
import { type ImpactInput, priceImpact } from './price-impact.ts';

const hotels = id<CustomerGroupId>('hotels');
const group = (major: number): PriceEntry =>
  aPrice('tea', major, { kind: 'group', groupId: hotels, listId: id<PriceListId>('g') });
const impact = (more: Partial<ImpactInput>) =>
  priceImpact({
    before: [aPrice('tea', 10), aPrice('tea', 9, { minQuantity: 24 })],
    after: [aPrice('tea', 11), aPrice('tea', 8, { minQuantity: 24 })],
    profiles: [{}, { groupIds: [hotels] }],
    customers: [40, 2],
    from: 1,
    query: { now: NOON, currency: CNY },
    cost: minor(700),
    minMargin: '0',
    sold: [],
    carted: [],
    ...more,
  });

test('customers are counted by the worst that happens to them', () => {
  expect(impact({})).toMatchObject({ dearer: 42, cheaper: 0, lost: 0, gained: 0 });
  expect(impact({ after: [aPrice('tea', 9)] })).toMatchObject({ dearer: 0, cheaper: 42 });
  expect(impact({ after: [] })).toMatchObject({ lost: 42, dearer: 0, cheaper: 0 });
  expect(impact({ before: [], after: [group(3)] })).toMatchObject({ gained: 2, dearer: 0 });
});

test('the past is priced anew with its quantities, at the tier each line reached', () => {
  const sold = [
    { profile: 0, of: 'acme', quantity: 3, times: 2 },
    { profile: 0, of: 'acme', quantity: 30, times: 1 },
    { profile: 1, of: 'inn', quantity: 1, times: 1 },
  ];
  expect(impact({ sold })).toMatchObject({
    soldUnits: 37,
    sold: [
      { of: 'acme', before: 6_000 + 27_000, after: 6_600 + 24_000, units: 36 },
      { of: 'inn', before: 1_000, after: 1_100, units: 1 },
    ],
  });
  expect(impact({ sold, after: [] }).sold).toEqual([]);
});

test('lines at a quantity whose price stays count neither in money nor in units', () => {
  const sold = [
    { profile: 0, of: 'acme', quantity: 3, times: 1 },
    { profile: 0, of: 'acme', quantity: 40, times: 5 },
  ];
  const after = [aPrice('tea', 11), aPrice('tea', 9, { minQuantity: 24 })];
  expect(impact({ sold, after })).toMatchObject({ soldUnits: 3, sold: [{ before: 3_000, after: 3_300 }] });
});

test('a cart of somebody whose price stays is not touched', () => {
  const carted = [
    { profile: 0, of: 'cart-1', quantity: 2, times: 1 },
    { profile: 1, of: 'cart-2', quantity: 2, times: 1 },
  ];
  expect(impact({ before: [aPrice('tea', 10), group(8)], after: [aPrice('tea', 12), group(8)], carted }).carts).toEqual(
    [{ of: 'cart-1', before: 2_000, after: 2_400, units: 2 }],
  );
});

test('a new price under cost or under the least margin is warned of, one that was there before is not', () => {
  expect(impact({ cost: minor(801) })).toMatchObject({ belowCost: true, belowFloor: true, lowestAfterE4: 80_000 });
  expect(impact({ cost: minor(700), minMargin: '20' })).toMatchObject({ belowCost: false, belowFloor: true });
  expect(impact({ cost: minor(700), minMargin: '12.5' })).toMatchObject({ belowCost: false, belowFloor: false });
  expect(impact({ cost: null })).toMatchObject({ belowCost: false, belowFloor: false });
  const kept = [aPrice('tea', 8, { minQuantity: 24 })];
  expect(
    impact({ cost: minor(801), before: [aPrice('tea', 10), ...kept], after: [aPrice('tea', 12), ...kept] }).belowCost,
  ).toBe(false);
});

test('tiers that rise are told with the quantity at which they do', () => {
  expect(impact({ after: [aPrice('tea', 8), aPrice('tea', 9, { minQuantity: 24 })] }).invertedFrom).toBe(24);
  expect(impact({}).invertedFrom).toBeUndefined();
});
