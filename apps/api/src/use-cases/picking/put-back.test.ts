import { randomUUID } from 'node:crypto';
import { lotStore, putBackStore, stockStore } from '@tradeline/db/stores';
import { afterAll, afterEach, beforeAll, expect, inject, test } from 'vitest';
import { type Hands, hire } from '../../testing/deliver.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { place, type TestBuyer } from '../../testing/place.ts';
import { staffActor } from '../order/actor.ts';
import { closeRest, previewRest } from '../order/closing/close-rest.ts';
import { runCommand } from '../order/run-command.ts';
import { shipOrder } from '../order/ship-order.ts';
import { viewOrder } from '../order/view-order.ts';
import { adjustStock } from '../stock/adjust-stock.ts';
import { setLotTracking } from '../stock/lots.ts';
import { viewList } from './change-list.ts';
import { makeWaves } from './make-waves.ts';
import { pickStop } from './pick-stop.ts';
import { putBack } from './put-back.ts';

const all = { kind: 'all' } as const;
let shop: Shop;
let hands: Hands;
let buyer: TestBuyer;
beforeAll(async () => {
  shop = await openShop();
  hands = await hire(shop);
  buyer = await shop.addBuyer();
});
afterEach(async () => expect(await shop.broken()).toEqual({}));
afterAll(() => shop.close());

const by = () => ({ staff: hands.warehouse, requestId: randomUUID() });
const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const command = (orderId: string, action: Parameters<typeof runCommand>[2]['command'], who = hands.reviewer) =>
  runCommand(shop.deps, staffActor(who, 'test'), { scope: all, orderId, command: action });
/** An order of so many units, of which so many lie picked. */
const picked = async (skuId: string, quantity: number, units: number): Promise<string> => {
  const { id } = must(await place(shop.deps, buyer, [{ skuId, quantity }]));
  must(await command(id, { action: 'start-review' }));
  must(await command(id, { action: 'approve', checks: { credit: true } }));
  const rules = { by: 'none' as const, maxOrders: 10, maxLines: 100 };
  const request = { scope: all, warehouseId: shop.warehouses.north, orderIds: [id], rules };
  const [list] = must(await makeWaves(shop.deps, staffActor(hands.warehouse, 'test'), by(), request)).lists;
  const [stop] = must(await viewList(shop.deps, list?.id ?? '')).lines;
  if (units > 0)
    must(await pickStop(shop.deps, staffActor(hands.warehouse, 'test'), { scope: all, stopId: stop!.id, units }));
  return id;
};
const cancel = async (orderId: string) => must(await command(orderId, { action: 'cancel', comment: '客户不要了' }));
const toPutBack = async (skuId: string) => (await putBackStore.open(shop.db)).filter((row) => row.skuId === skuId);
const balance = async (skuId: string) => {
  const [row] = (await stockStore.balancesOf(shop.db, [skuId])).filter(
    ({ warehouseId }) => warehouseId === shop.warehouses.north,
  );
  const { onHand, reserved, allocated, quarantine } = row!;
  return { onHand, reserved, allocated, quarantine };
};

test('what lies picked for a cancelled order is promised to nobody until it is back on its shelf; one tap does it, twice is once', async () => {
  const { skuId } = await shop.addSku({ north: 20 });
  const orderId = await picked(skuId, 8, 5);
  await cancel(orderId);
  expect(await balance(skuId)).toEqual({ onHand: 15, reserved: 0, allocated: 0, quarantine: 5 });
  expect(await place(shop.deps, buyer, [{ skuId, quantity: 16 }])).toMatchObject({
    error: { kind: 'out-of-stock', lines: [{ available: 15 }] },
  });
  const [row] = await toPutBack(skuId);
  expect(row).toMatchObject({ orderId, units: 5, lots: null });
  const taps = await Promise.all(
    Array.from({ length: inject('nightly') ? 12 : 3 }, () => putBack(shop.deps, by(), row!.id)),
  );
  const outcomes = taps.map((tap) => must(tap).outcome).toSorted();
  expect(outcomes).toEqual([...outcomes.slice(1).map(() => 'already'), 'booked']);
  expect(await balance(skuId)).toEqual({ onHand: 20, reserved: 0, allocated: 0, quarantine: 0 });
  expect(await toPutBack(skuId)).toEqual([]);
  expect(await putBack(shop.deps, by(), randomUUID())).toMatchObject({ error: { kind: 'put-back-not-found' } });
});

test('an order of which nothing was picked leaves nothing to put back', async () => {
  const { skuId } = await shop.addSku({ north: 4 });
  await cancel(await picked(skuId, 3, 0));
  expect(await balance(skuId)).toMatchObject({ onHand: 4, quarantine: 0 });
  expect(await toPutBack(skuId)).toEqual([]);
});

test('of a closed rest what lies picked goes back, what had left does not', async () => {
  const { skuId } = await shop.addSku({ north: 20 });
  const orderId = await picked(skuId, 10, 7);
  const order = must(await viewOrder(shop.deps, all, orderId));
  const lines = [{ lineId: order.lines[0]!.id, quantity: 4 }];
  must(
    await shipOrder(shop.deps, staffActor(hands.warehouse, 'test'), {
      ...{ scope: all, orderId, expectedVersion: order.version, carrier: '顺丰', trackingNumber: null, lines },
    }),
  );
  const actor = staffActor(hands.finance, 'test');
  const rest = must(await previewRest(shop.deps, actor, { scope: all, orderId }));
  expect(rest.picked).toBe(3);
  must(await closeRest(shop.deps, actor, { scope: all, orderId, expectedVersion: rest.version, comment: '停产' }));
  expect(await balance(skuId)).toEqual({ onHand: 13, reserved: 0, allocated: 0, quarantine: 3 });
  const [row] = await toPutBack(skuId);
  expect(row).toMatchObject({ units: 3 });
  expect(must(await putBack(shop.deps, by(), row!.id))).toEqual({ outcome: 'booked' });
  expect(await balance(skuId)).toMatchObject({ onHand: 16, quarantine: 0 });
});

test('goods kept by lot go back into the lot they were picked from', async () => {
  const { skuId, productId } = await shop.addSku({ north: 0 });
  must(await setLotTracking(shop.deps, by(), { productId, tracking: 'lot' }));
  for (const code of ['A', 'B'])
    must(
      await adjustStock(shop.deps, by(), {
        ...{ warehouseId: shop.warehouses.north, reason: 'found', note: '' },
        lines: [{ skuId, kind: 'adjust', quantity: 6, lots: [{ code, expiresOn: null, quantity: 6 }] }],
      }),
    );
  const lots = async () =>
    Object.fromEntries(
      (await lotStore.ofSku(shop.db, skuId)).rows.map(({ code, onHand, quarantine }) => [code, [onHand, quarantine]]),
    );
  await cancel(await picked(skuId, 8, 8));
  const [row] = await toPutBack(skuId);
  expect(row?.lots?.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(8);
  const aside = await lots();
  for (const { code, quantity } of row?.lots ?? []) expect(aside[code]).toEqual([6 - quantity, quantity]);
  must(await putBack(shop.deps, by(), row!.id));
  expect(await lots()).toEqual({ A: [6, 0], B: [6, 0] });
});

test('units that an adjustment has taken out of quarantine meanwhile are not booked again', async () => {
  const { skuId } = await shop.addSku({ north: 5 });
  await cancel(await picked(skuId, 5, 5));
  const [row] = await toPutBack(skuId);
  must(
    await adjustStock(shop.deps, by(), {
      ...{ warehouseId: shop.warehouses.north, reason: 'damage', note: '' },
      lines: [{ skuId, kind: 'scrap', quantity: 2 }],
    }),
  );
  expect(must(await putBack(shop.deps, by(), row!.id))).toEqual({ outcome: 'elsewhere' });
  expect(await balance(skuId)).toEqual({ onHand: 0, reserved: 0, allocated: 0, quarantine: 3 });
  expect(await toPutBack(skuId)).toEqual([]);
});
