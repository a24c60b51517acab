import { expect, test } from 'vitest';
import { instant } from '../kernel/index.ts';
import { allocateStock, channelAvailable, replay, reserve, type StockEntry, type StockKind } from './index.ts';

const entry = (id: number, kind: StockKind, quantity: number, more: Partial<StockEntry> = {}): StockEntry => ({
  id: `e${id}`,
  skuId: 'tea',
  warehouseId: 'north',
  kind,
  quantity,
  cause: { type: 'line', id: `c${id}` },
  ...more,
});

test('order 3 of 5, give 1 back, ship 2: 3 on hand and nothing promised', () => {
  const folded = replay([
    entry(1, 'receive', 5),
    entry(2, 'reserve', 3),
    entry(3, 'release', 1),
    entry(4, 'allocate', 2),
    entry(5, 'ship', 2),
  ]);
  expect(folded.ok && folded.value.tea?.north).toMatchObject({ onHand: 3, reserved: 0, allocated: 0 });
});

test('the first entry that cannot have happened is named, with the balances before it', () => {
  const broken = replay([
    entry(1, 'receive', 5),
    entry(2, 'reserve', 3),
    entry(3, 'release', 3),
    entry(4, 'release', 3),
    entry(5, 'ship', 9),
  ]);
  expect(broken).toMatchObject({
    ok: false,
    error: { index: 3, refusal: { kind: 'not-reserved', asked: 3, reserved: 0 } },
  });
});

test('a transfer is out of one house and not yet in the other until it is received', () => {
  const out = [entry(1, 'receive', 5), entry(2, 'transfer-out', 2, { counterpart: 'south' })];
  const underway = replay(out);
  expect(underway.ok && underway.value.tea).toMatchObject({
    north: { onHand: 3, inTransitOut: 2 },
    south: { onHand: 0, inTransitIn: 2 },
  });
  const arrived = replay([...out, entry(3, 'transfer-in', 2, { warehouseId: 'south', counterpart: 'north' })]);
  expect(arrived.ok && arrived.value.tea).toMatchObject({
    north: { onHand: 3, inTransitOut: 0 },
    south: { onHand: 2, inTransitIn: 0 },
  });
});

test('a wish is held, owed or refused, never clamped in silence', () => {
  const balance = { onHand: 5, reserved: 2, allocated: 0, quarantine: 0, inTransitIn: 0, inTransitOut: 0 };
  const strict = { safetyHold: 1, backorder: 0, partial: false };
  expect(reserve(balance, 2, strict)).toEqual({ ok: true, value: { reserved: 2, backordered: 0, short: 0 } });
  expect(reserve(balance, 3, strict)).toEqual({ ok: false, error: { kind: 'stock-short', asked: 3, available: 2 } });
  expect(reserve(balance, 3, { ...strict, partial: true })).toEqual({
    ok: true,
    value: { reserved: 2, backordered: 0, short: 1 },
  });
  expect(reserve(balance, 6, { ...strict, backorder: 4 })).toEqual({
    ok: true,
    value: { reserved: 2, backordered: 4, short: 0 },
  });
});

test('one warehouse that has all beats the nearer one that has some', () => {
  const plan = allocateStock({
    policy: 'min-split',
    lines: [
      { skuId: 'a', quantity: 5 },
      { skuId: 'b', quantity: 2 },
    ],
    sites: [
      { warehouseId: 'near', cost: 10, shelves: { a: { available: 5 }, b: { available: 1 } } },
      { warehouseId: 'far', cost: 90, shelves: { a: { available: 9 }, b: { available: 9 } } },
    ],
  });
  expect(plan).toMatchObject({
    ok: true,
    value: {
      warehouses: ['far'],
      skipped: [{ warehouseId: 'near', reason: { kind: 'more-parcels', needed: 1 } }],
      exact: true,
    },
  });
});

test('the unused part of a channel’s quota is kept from the others until the quota ends', () => {
  const ask = {
    pool: 100,
    channel: 'shop',
    rules: { tmall: { used: 10, quota: 30, quotaUntil: instant('2026-06-01T00:00:00.000Z') } },
  };
  expect(channelAvailable({ ...ask, now: instant('2026-05-31T23:59:59.999Z') }).available).toBe(80);
  expect(channelAvailable({ ...ask, now: instant('2026-06-01T00:00:00.000Z') }).available).toBe(100);
  expect(channelAvailable({ ...ask, now: instant('2026-05-01T00:00:00.000Z'), breaksQuotas: true }).available).toBe(
    100,
  );
});
