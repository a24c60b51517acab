import { expect, test } from 'vitest';
import { id, instant, type PriceListId } from '../kernel/index.ts';
import { CNY, unitPriceE4 } from '../money/index.ts';
import { aPrice, NOON } from '../testing/index.ts';
import { grossOf, priceBands } from './line-price.ts';
import type { PriceEntry } from './price-entry.ts';
import { selectPrice } from './select-price.ts';

const bandsOf = (entries: readonly PriceEntry[], quantity: number, customer = {}) => {
  const query = {
    now: NOON,
    currency: CNY,
    customer,
    quantity: { line: quantity, product: quantity, group: quantity },
  };
  const chosen = selectPrice(entries, query);
  return chosen.ok
    ? priceBands(chosen.value, entries, quantity, query).map((band) => [band.quantity, band.unitPriceE4])
    : 'no price';
};

const tier = (from: number | undefined, major: number, more: Partial<PriceEntry> = {}) =>
  aPrice('tea', major, { minQuantity: from, tiering: 'graduated', ...more });

test('graduated: the unit that reaches a tier is the first one at its price', () => {
  const tiers = [tier(1, 10), tier(10, 9), tier(20, 8)];
  expect(bandsOf(tiers, 25)).toEqual([
    [9, 100_000],
    [10, 90_000],
    [6, 80_000],
  ]);
  expect(bandsOf(tiers, 10)).toEqual([
    [9, 100_000],
    [1, 90_000],
  ]);
  expect(bandsOf(tiers, 9)).toEqual([[9, 100_000]]);
  expect(bandsOf(tiers.toReversed(), 25)).toEqual(bandsOf(tiers, 25));
});

test('a first tier without a start, and bounds that are passed, stay in force for their units', () => {
  expect(bandsOf([tier(undefined, 10, { maxQuantity: 9 }), tier(10, 9)], 12)).toEqual([
    [9, 100_000],
    [3, 90_000],
  ]);
});

test('tiers in boxes begin at a whole box', () => {
  const box = { unit: { code: 'box', factor: '12' } };
  expect(bandsOf([tier(1, 120, box), tier(3, 108, box)], 48)).toEqual([
    [24, 1_200_000],
    [24, 1_080_000],
  ]);
});

test('other lists, other kinds and other units are no bands of this one', () => {
  const other = [
    tier(5, 1, { listId: id<PriceListId>('other') }),
    tier(5, 2, { kind: 'channel', channel: 'none' }),
    tier(5, 3, { tiering: 'all-units', priority: -1 }),
  ];
  expect(bandsOf([tier(1, 10, { priority: 1 }), ...other], 8)).toEqual([[8, 100_000]]);
});

test('a band of another kind on the same list, in another unit or no longer valid, is none of this one', () => {
  expect(bandsOf([tier(1, 10, { kind: 'channel' }), tier(5, 2)], 8)).toEqual([[8, 100_000]]);
  const box = { unit: { code: 'box', factor: '2' } };
  expect(bandsOf([tier(1, 10, { priority: 1 }), tier(2, 3, box)], 8)).toEqual([[8, 100_000]]);
  expect(bandsOf([tier(1, 10), tier(5, 2, { validTo: NOON })], 8)).toEqual([[8, 100_000]]);
});

test('a tier may start at a part of a unit, and a unit may be a fraction of base units', () => {
  expect(
    bandsOf(
      [
        tier(1, 20, { unit: { code: 'pair', factor: '2' } }),
        tier(undefined, 18, { minQuantity: '2.5', unit: { code: 'pair', factor: '2' } }),
      ],
      8,
    ),
  ).toEqual([
    [3, 200_000],
    [5, 180_000],
  ]);
  expect(
    bandsOf(
      [
        tier(1, 20, { unit: { code: 'dozen', factor: '24/2' } }),
        tier(2, 18, { unit: { code: 'dozen', factor: '24/2' } }),
      ],
      30,
    ),
  ).toEqual([
    [12, 200_000],
    [18, 180_000],
  ]);
});

test('of two prices for one tier the later one holds, then the lower, whatever the order of the entries', () => {
  const spring = tier(10, 8, { validFrom: instant('2026-03-01T00:00:00.000Z') });
  for (const tiers of [
    [tier(1, 10), tier(10, 7), spring],
    [spring, tier(10, 7), tier(1, 10)],
  ])
    expect(bandsOf(tiers, 12)).toEqual([
      [9, 100_000],
      [3, 80_000],
    ]);
  for (const tiers of [
    [tier(1, 10), tier(10, 7), tier(10, 9)],
    [tier(10, 9), tier(10, 7), tier(1, 10)],
  ])
    expect(bandsOf(tiers, 12)).toEqual([
      [9, 100_000],
      [3, 70_000],
    ]);
});

test('each band takes the level percent', () => {
  expect(bandsOf([tier(1, 10), tier(6, 8)], 10, { levelPercent: '10' })).toEqual([
    [5, 90_000],
    [5, 72_000],
  ]);
});

test('a list that begins above one prices the units below with its first tier', () => {
  expect(bandsOf([tier(10, 9)], 12)).toEqual([[12, 90_000]]);
});

test('all units: one band at the reached price', () => {
  expect(bandsOf([aPrice('tea', 10), aPrice('tea', 8, { minQuantity: 10 })], 10)).toEqual([[10, 80_000]]);
});

test('an amount is the exact sum of its bands, rounded once', () => {
  const bands = [
    { quantity: 1, unitPriceE4: unitPriceE4(50) },
    { quantity: 1, unitPriceE4: unitPriceE4(50) },
  ];
  expect(grossOf(bands, { n: 1, d: 1 })).toBe(1);
  expect(grossOf(bands.slice(0, 1), { n: 1, d: 1 })).toBe(1);
  expect(grossOf([{ quantity: 10, unitPriceE4: unitPriceE4(1_200_000) }], { n: 24, d: 1 })).toBe(5_000);
  expect(grossOf([{ quantity: 1, unitPriceE4: unitPriceE4(50) }], { n: 1, d: 1 }, 'half-even')).toBe(0);
  expect(grossOf([{ quantity: 10 ** 9, unitPriceE4: unitPriceE4(10 ** 12) }], { n: 1, d: 1 })).toBeUndefined();
});
