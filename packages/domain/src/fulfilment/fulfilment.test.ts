import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Instant } from '../kernel/index.ts';
import {
  byWalk,
  carrierCodeOf,
  type OwedLine,
  openPicks,
  planWaves,
  releaseOwed,
  stepOfNews,
  type WaveOrder,
} from './index.ts';

const at = (n: number): Instant => `2026-01-${String((n % 28) + 1).padStart(2, '0')}T08:00:00.000Z` as Instant;
const order = (n: number, more: Partial<WaveOrder> = {}): WaveOrder => ({
  orderId: `o${n}`,
  priority: 0,
  wishedDate: null,
  placedAt: at(n),
  delivery: null,
  region: null,
  lines: 1,
  ...more,
});

const orders = fc
  .array(
    fc.record({
      priority: fc.constantFrom(0, 1),
      wishedDate: fc.constantFrom(null, '2026-02-01', '2026-02-03'),
      day: fc.nat(27),
      delivery: fc.constantFrom(null, 'express', 'truck'),
      region: fc.constantFrom(null, '浙江', '江苏'),
      lines: fc.integer({ min: 1, max: 40 }),
    }),
    { maxLength: 40 },
  )
  .map((rows) => rows.map(({ day, ...row }, n): WaveOrder => ({ ...row, orderId: `o${n}`, placedAt: at(day) })));

test('every order stands on exactly one list, and no list is larger than it may be', () =>
  fc.assert(
    fc.property(
      orders,
      fc.constantFrom('delivery' as const, 'region' as const, 'none' as const),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 60 }),
      (all, by, maxOrders, maxLines) => {
        const waves = planWaves(all, { by, maxOrders, maxLines });
        expect(waves.flatMap((wave) => wave.orderIds).toSorted()).toEqual(all.map((o) => o.orderId).toSorted());
        for (const wave of waves) {
          expect(wave.orderIds.length).toBeLessThanOrEqual(maxOrders);
          if (wave.orderIds.length > 1) expect(wave.lines).toBeLessThanOrEqual(maxLines);
        }
      },
    ),
  ));

test('an urgent order is picked before an older one, a wished day before none', () => {
  const planned = planWaves([order(1), order(2, { wishedDate: '2026-02-01' }), order(3, { priority: 1 })], {
    by: 'none',
    maxOrders: 2,
    maxLines: 100,
  });
  expect(planned.map((wave) => wave.orderIds)).toEqual([['o3', 'o2'], ['o1']]);
});

test('orders that are sent another way are not picked together', () => {
  const planned = planWaves([order(1, { delivery: 'truck' }), order(2), order(3, { delivery: 'truck' })], {
    by: 'delivery',
    maxOrders: 9,
    maxLines: 100,
  });
  expect(planned.map(({ group, orderIds }) => [group, orderIds])).toEqual([
    ['truck', ['o1', 'o3']],
    [null, ['o2']],
  ]);
});

test('the way goes zone by zone and bin by bin; goods without a place come last', () => {
  const places = [
    { zone: null, bin: null, itemNumber: 'A' },
    { zone: 'B', bin: '01', itemNumber: 'C' },
    { zone: 'A', bin: '02', itemNumber: 'D' },
    { zone: 'A', bin: '01', itemNumber: 'F' },
    { zone: 'A', bin: '01', itemNumber: 'E' },
  ];
  expect(places.toSorted(byWalk).map(({ itemNumber }) => itemNumber)).toEqual(['E', 'F', 'D', 'C', 'A']);
});

const owed = (n: number, more: Partial<OwedLine> = {}): OwedLine => ({
  orderId: `o${n}`,
  lineId: `l${n}`,
  skuId: 'a',
  owed: 5,
  priority: 0,
  rank: 0,
  placedAt: at(n),
  ...more,
});

test('what came goes to the urgent, then to the higher level, then to the first', () => {
  const lines = [owed(1), owed(2), owed(3, { rank: 2 }), owed(4, { priority: 1 })];
  expect(releaseOwed(lines, { a: 17 }).map(({ orderId, units }) => [orderId, units])).toEqual([
    ['o4', 5],
    ['o3', 5],
    ['o1', 5],
    ['o2', 2],
  ]);
});

test('never more is given away than came, and to nobody more than he is owed', () =>
  fc.assert(
    fc.property(
      fc.array(fc.record({ owed: fc.integer({ min: 1, max: 50 }), rank: fc.nat(3), sku: fc.constantFrom('a', 'b') })),
      fc.nat(120),
      (rows, there) => {
        const lines = rows.map((row, n) => owed(n, { owed: row.owed, rank: row.rank, skuId: row.sku }));
        const given = releaseOwed(lines, { a: there });
        const wanted = lines.filter(({ skuId }) => skuId === 'a').reduce((sum, line) => sum + line.owed, 0);
        expect(given.reduce((sum, { units }) => sum + units, 0)).toBe(Math.min(there, wanted));
        for (const { lineId, units } of given)
          expect(units).toBeLessThanOrEqual(lines.find((line) => line.lineId === lineId)?.owed ?? 0);
      },
    ),
  ));

test('a parcel never goes back, whatever order its news come in', () => {
  expect(stepOfNews('shipped', ['accepted'])).toBe('scan');
  expect(stepOfNews('in-transit', ['in-transit'])).toBeUndefined();
  expect(stepOfNews('in-transit', ['accepted', 'delivered'])).toBe('deliver');
  expect(stepOfNews('delivered', ['in-transit'])).toBeUndefined();
  expect(stepOfNews('lost', ['delivered'])).toBeUndefined();
});

test('a stop is done when everything it asked for was taken, missed or no longer wanted', () => {
  expect(openPicks({ quantity: 10, picked: 4, short: 3, dropped: 2 })).toBe(1);
});

test('a carrier is known by any of its names, however it is written', () => {
  expect(['顺丰', ' ＳＦ Express ', 'shunfeng', '自己送'].map(carrierCodeOf)).toEqual([
    'shunfeng',
    'shunfeng',
    'shunfeng',
    undefined,
  ]);
});
