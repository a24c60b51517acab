import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { pickListPaper } from '../../reports/pick-list.ts';
import { type Hands, hire } from '../../testing/deliver.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { place, type TestBuyer } from '../../testing/place.ts';
import type { Staff } from '../../trpc/context.ts';
import { staffActor } from '../order/actor.ts';
import { runCommand } from '../order/run-command.ts';
import { shipOrder } from '../order/ship-order.ts';
import { viewOrder } from '../order/view-order.ts';
import { shopView } from '../session/shop-view.ts';
import { cancelList, setUrgent, viewList } from './change-list.ts';
import { makeWaves } from './make-waves.ts';
import { missStop, pickStop } from './pick-stop.ts';

const all = { kind: 'all' } as const;
let shop: Shop;
let hands: Hands;
let buyer: TestBuyer;
beforeAll(async () => {
  shop = await openShop();
  hands = await hire(shop);
  buyer = await shop.addBuyer();
});
afterAll(() => shop.close());

const acting = (who: Staff) => staffActor(who, 'test');
const by = () => ({ staff: hands.warehouse, requestId: 'test' });
const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const confirmed = async (lines: { skuId: string; quantity: number }[]): Promise<string> => {
  const { id } = must(await place(shop.deps, buyer, lines)) as { id: string };
  for (const command of [{ action: 'start-review' as const }, { action: 'approve' as const, checks: { credit: true } }])
    must(await runCommand(shop.deps, acting(hands.reviewer), { scope: all, orderId: id, command }));
  return id;
};
const rules = { by: 'none' as const, maxOrders: 10, maxLines: 100 };
const wave = (orderIds: string[], warehouseId = shop.warehouses.north, more = {}) =>
  makeWaves(shop.deps, acting(hands.warehouse), by(), {
    scope: all,
    warehouseId,
    orderIds,
    rules: { ...rules, ...more },
  });
const oneList = async (orderIds: string[]) => {
  const [list] = must(await wave(orderIds)).lists;
  return must(await viewList(shop.deps, list?.id ?? ''));
};
const pick = (stopId: string, units: number, who = hands.warehouse) =>
  pickStop(shop.deps, acting(who), { scope: all, stopId, units });
const miss = (stopId: string, units: number) =>
  missStop(shop.deps, acting(hands.warehouse), {
    ...{ scope: all, stopId, units, reason: 'missing', rest: 'owe', comment: '货架上没有' },
  });
const ship = async (orderId: string, lines?: { lineId: string; quantity: number }[]) =>
  shipOrder(shop.deps, acting(hands.warehouse), {
    ...{ scope: all, orderId, carrier: '顺丰', trackingNumber: null, lines },
    expectedVersion: must(await viewOrder(shop.deps, all, orderId)).version,
  });
const balance = async (skuId: string) => {
  const [row] = await shop.raw`select on_hand::int, reserved::int, allocated::int, quarantine::int from stock
    where sku_id = ${skuId} and warehouse_id = ${shop.warehouses.north}`;
  return { ...row };
};

test('orders of a wave make one list, walked once, each order in a box of its own', async () => {
  const { skuId: near } = await shop.addSku({ north: 50 });
  const { skuId: far } = await shop.addSku({ north: 50 });
  const bin = async (skuId: string, zone: string, code: string) => {
    const id = crypto.randomUUID();
    await shop.raw`insert into bins (id, warehouse_id, zone, code) values (${id}, ${shop.warehouses.north}, ${zone}, ${code})`;
    await shop.raw`insert into bin_goods (bin_id, sku_id) values (${id}, ${skuId})`;
  };
  await bin(far, 'B', 'B-01');
  await bin(near, 'A', 'A-07');
  const first = await confirmed([{ skuId: far, quantity: 2 }]);
  const second = await confirmed([
    { skuId: near, quantity: 3 },
    { skuId: far, quantity: 1 },
  ]);
  await setUrgent(shop.deps, by(), { scope: all, orderId: second, urgent: true });
  const list = await oneList([first, second]);
  expect(list.lines.map(({ bin: at, slot, quantity }) => [at, slot, quantity])).toEqual([
    ['A-07', 1, 3],
    ['B-01', 1, 1],
    ['B-01', 2, 2],
  ]);
  expect(must(await viewOrder(shop.deps, all, first)).approval).toBe('picking');
  // What is on a list already is planned no second time.
  expect(await wave([first])).toMatchObject({ ok: false, error: { kind: 'nothing-to-pick' } });
  for (const line of list.lines) must(await pick(line.id, line.quantity));
  expect(must(await viewList(shop.deps, list.id))).toMatchObject({ state: 'done', picked: 6, doneStops: 3 });
  expect(must(await viewOrder(shop.deps, all, second)).lines.map(({ picked }) => picked)).toEqual([3, 1]);
  expect(await shop.broken()).toEqual({});
});

test('two pickers at one stop take what is there once, and the slower one hears who was faster', async () => {
  const { skuId } = await shop.addSku({ north: 50 });
  const list = await oneList([await confirmed([{ skuId, quantity: 10 }])]);
  const stop = list.lines[0]!;
  const other = await shop.addStaff('warehouse');
  const rounds = inject('nightly') ? 40 : 8;
  const tries = Array.from({ length: rounds }, (_, n) => pick(stop.id, 3, n % 2 === 0 ? hands.warehouse : other));
  const results = await Promise.all(tries);
  expect(results.filter(({ ok }) => ok)).toHaveLength(3);
  for (const refused of results.filter(({ ok }) => !ok))
    expect(refused).toMatchObject({ error: { kind: 'pick-stop-settled', open: 1 } });
  must(await pick(stop.id, 1));
  expect(must(await viewList(shop.deps, list.id)).lines[0]).toMatchObject({ picked: 10 });
  expect(await shop.broken()).toEqual({});
});

test('a short pick is owed to the order and promised to nobody until somebody has looked', async () => {
  const { skuId } = await shop.addSku({ north: 12 });
  const orderId = await confirmed([{ skuId, quantity: 10 }]);
  const list = await oneList([orderId]);
  const stop = list.lines[0]!;
  must(await pick(stop.id, 6));
  expect(must(await miss(stop.id, 4))).toEqual({ listDone: true });
  // Nobody is sent by the paper for what was not there.
  const paper = JSON.stringify(
    pickListPaper(must(await viewList(shop.deps, list.id)), await shopView(shop.deps), 'en'),
  );
  expect([paper.includes('"6"'), paper.includes('"10"')]).toEqual([true, false]);
  expect(await balance(skuId)).toEqual({ on_hand: 8, reserved: 0, allocated: 6, quarantine: 4 });
  const order = must(await viewOrder(shop.deps, all, orderId));
  expect(order.facts.lines[0]).toMatchObject({ ordered: 10, allocated: 6, picked: 6, reserved: 0 });
  // Two are free, not six: nobody can be sold what could not be found.
  expect(await place(shop.deps, await shop.addBuyer(), [{ skuId, quantity: 3 }])).toMatchObject({ ok: false });
  must(await ship(orderId));
  expect(must(await viewOrder(shop.deps, all, orderId)).displayStatus).toBe('partially-shipped');
  expect(await shop.broken()).toEqual({});
});

test('a short pick takes from the warehouse in which the picker stands', async () => {
  const { skuId } = await shop.addSku({ north: 4, south: 6 });
  const orderId = await confirmed([{ skuId, quantity: 10 }]);
  const list = await oneList([orderId]);
  must(await miss(list.lines[0]!.id, 4));
  const { held } = must(await viewOrder(shop.deps, all, orderId));
  expect(held.map(({ warehouseId, quantity }) => [warehouseId, quantity])).toEqual([[shop.warehouses.south, 6]]);
  expect(await shop.broken()).toEqual({});
});

test('who picks is not sent for what went or was cancelled', async () => {
  const { skuId } = await shop.addSku({ north: 100 });
  const shipped = await confirmed([{ skuId, quantity: 5 }]);
  const cancelled = await confirmed([{ skuId, quantity: 5 }]);
  const list = await oneList([shipped, cancelled]);
  const stopOf = (orderId: string) => list.lines.find((line) => line.orderId === orderId)!.id;
  must(await pick(stopOf(cancelled), 2));
  const lineId = must(await viewOrder(shop.deps, all, shipped)).lines[0]!.id;
  must(await ship(shipped, [{ lineId, quantity: 3 }]));
  expect(
    must(await viewList(shop.deps, list.id))
      .lines.map(({ dropped }) => dropped)
      .toSorted(),
  ).toEqual([0, 3]);
  must(
    await runCommand(shop.deps, acting(hands.reviewer), {
      ...{ scope: all, orderId: cancelled, command: { action: 'cancel', comment: '客户不要了' } },
    }),
  );
  expect(await pick(stopOf(cancelled), 1)).toMatchObject({ error: { kind: 'pick-stop-settled', open: 0 } });
  must(await pick(stopOf(shipped), 2));
  expect(must(await viewList(shop.deps, list.id)).state).toBe('done');
  expect(await shop.broken()).toEqual({});
});

test('a list that is given up sends its open goods back to be planned; what lies picked stays', async () => {
  const { skuId } = await shop.addSku({ north: 20 });
  const orderId = await confirmed([{ skuId, quantity: 9 }]);
  const list = await oneList([orderId]);
  must(await pick(list.lines[0]!.id, 4));
  must(await cancelList(shop.deps, by(), list.id));
  expect(await cancelList(shop.deps, by(), list.id)).toMatchObject({ error: { kind: 'pick-list-closed' } });
  const again = await oneList([orderId]);
  expect(again.lines.map(({ quantity }) => quantity)).toEqual([5]);
  expect(await shop.broken()).toEqual({});
});

test('picking, missing, shipping and cancelling at once leave stock to the unit', async () => {
  const rounds = inject('nightly') ? 20 : 4;
  for (let round = 0; round < rounds; round++) {
    const { skuId } = await shop.addSku({ north: 30 });
    const orderId = await confirmed([{ skuId, quantity: 12 }]);
    const list = await oneList([orderId]);
    const stop = list.lines[0]!.id;
    await Promise.all([
      pick(stop, 4),
      pick(stop, 5),
      miss(stop, 3),
      ship(orderId),
      runCommand(shop.deps, acting(hands.reviewer), {
        ...{ scope: all, orderId, command: { action: 'cancel', comment: '不要了' } },
      }),
      cancelList(shop.deps, by(), list.id),
    ]);
    const shippedUnits = must(await viewOrder(shop.deps, all, orderId)).lines[0]!.shipped;
    const there = (await balance(skuId)) as { on_hand: number; quarantine: number };
    // Goods are on the shelf, set aside, or on their way: a count of the warehouse finds each unit once.
    expect(there.on_hand + there.quarantine + shippedUnits).toBe(30);
    expect(await shop.broken()).toEqual({});
  }
});

test('two who plan the same orders at once make one list of them', async () => {
  const { skuId } = await shop.addSku({ north: 60 });
  const ids: string[] = [];
  for (const quantity of [1, 2, 3]) ids.push(await confirmed([{ skuId, quantity }]));
  const made = await Promise.all([wave(ids), wave([...ids].reverse())]);
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  expect(made.find(({ ok }) => !ok)).toMatchObject({ error: { kind: 'nothing-to-pick' } });
  expect(await shop.broken()).toEqual({});
});
