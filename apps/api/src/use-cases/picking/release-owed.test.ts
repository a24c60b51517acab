import { stockStore } from '@tradeline/db/stores';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Hands, hire } from '../../testing/deliver.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import { staffActor, system } from '../order/actor.ts';
import { runCommand } from '../order/run-command.ts';
import { viewOrder } from '../order/view-order.ts';
import { setUrgent, viewList } from './change-list.ts';
import { makeWaves } from './make-waves.ts';
import { missStop } from './pick-stop.ts';
import { releaseAllOwed, releaseLine } from './release-owed.ts';

const all = { kind: 'all' } as const;
let shop: Shop;
let hands: Hands;
beforeAll(async () => {
  shop = await openShop();
  hands = await hire(shop);
});
afterAll(() => shop.close());

/** An order of a customer of that level, of which so many units were not found. */
const owing = async (skuId: string, units: number, level = 'ordinary', rest: 'owe' | 'close' = 'owe') => {
  const buyer = await shop.addBuyer();
  await shop.raw`update companies set level = ${level} where id = ${buyer.company.id}`;
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: units }]);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  const orderId = placed.value.id as string;
  const acting = staffActor(hands.warehouse, 'test');
  for (const command of [{ action: 'start-review' as const }, { action: 'approve' as const, checks: { credit: true } }])
    await runCommand(shop.deps, staffActor(hands.reviewer, 'test'), { scope: all, orderId, command });
  const made = await makeWaves(
    shop.deps,
    acting,
    { staff: hands.warehouse, requestId: 'test' },
    {
      ...{ scope: all, warehouseId: shop.warehouses.north, orderIds: [orderId] },
      rules: { by: 'none', maxOrders: 10, maxLines: 100 },
    },
  );
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const list = await viewList(shop.deps, made.value.lists[0]!.id);
  if (!list.ok) throw new Error('no list');
  const missed = await missStop(shop.deps, acting, {
    ...{ scope: all, stopId: list.value.lines[0]!.id, units, reason: 'missing', rest, comment: '没有' },
  });
  if (!missed.ok) throw new Error(JSON.stringify(missed.error));
  return orderId;
};
const arrive = async (skuId: string, quantity: number) => {
  const cause = { type: 'receipt', id: crypto.randomUUID() };
  await stockStore.move(shop.db, [
    { skuId, warehouseId: shop.warehouses.south, kind: 'receive', quantity, cause, actor: 'test' },
  ]);
};
const heldBy = async (orderId: string) => {
  const order = await viewOrder(shop.deps, all, orderId);
  return order.ok ? order.value.held.reduce((sum, part) => sum + part.quantity, 0) : -1;
};

test('goods that come go to the urgent, then by level, then by age; who waits for a word of sales gets none by itself', async () => {
  const { skuId } = await shop.addSku({ north: 20 });
  const first = await owing(skuId, 5);
  const silent = await owing(skuId, 5, 'diamond', 'close');
  const gold = await owing(skuId, 5, 'gold');
  const urgent = await owing(skuId, 5);
  await setUrgent(shop.deps, { staff: hands.warehouse, requestId: 't' }, { scope: all, orderId: urgent, urgent: true });
  const held = () => Promise.all([first, silent, gold, urgent].map(heldBy));
  expect(await releaseAllOwed(shop.deps, system)).toBe(0);
  await arrive(skuId, 7);
  expect(await releaseAllOwed(shop.deps, system)).toBe(2);
  expect(await held()).toEqual([0, 0, 2, 5]);
  await arrive(skuId, 20);
  await releaseAllOwed(shop.deps, system);
  expect(await held()).toEqual([5, 0, 5, 5]);
  const order = await viewOrder(shop.deps, all, silent);
  const lineId = order.ok ? order.value.lines[0]!.id : '';
  expect((await releaseLine(shop.deps, staffActor(hands.warehouse, 't'), lineId)).ok).toBe(true);
  expect(await releaseLine(shop.deps, staffActor(hands.warehouse, 't'), lineId)).toMatchObject({
    error: { kind: 'nothing-owed' },
  });
  expect(await held()).toEqual([5, 5, 5, 5]);
  expect(await shop.broken()).toEqual({});
});

test('every unit that comes is promised once, however many look at the same time', async () => {
  const { skuId } = await shop.addSku({ north: 20 });
  const orders: string[] = [];
  for (const units of [8, 7, 5]) orders.push(await owing(skuId, units));
  await arrive(skuId, 12);
  await Promise.all(Array.from({ length: 5 }, () => releaseAllOwed(shop.deps, system)));
  expect(await Promise.all(orders.map(heldBy))).toEqual([8, 4, 0]);
  await arrive(skuId, 50);
  await releaseAllOwed(shop.deps, system);
  expect(await Promise.all(orders.map(heldBy))).toEqual([8, 7, 5]);
  expect((await stockStore.available(shop.db, [skuId])).get(skuId)).toBe(42);
  expect(await shop.broken()).toEqual({});
});
