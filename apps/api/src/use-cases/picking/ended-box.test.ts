import { randomUUID } from 'node:crypto';
import { lotStore, owedStore } from '@tradeline/db/stores';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Hands, hire } from '../../testing/deliver.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { place, readyToPlace, type TestBuyer } from '../../testing/place.ts';
import { staffActor } from '../order/actor.ts';
import { placeOrder } from '../order/place-order.ts';
import { runCommand } from '../order/run-command.ts';
import { shipOrder } from '../order/ship-order.ts';
import { viewOrder } from '../order/view-order.ts';
import { adjustStock } from '../stock/adjust-stock.ts';
import { endLots } from '../stock/ended-lots.ts';
import { setLotTracking } from '../stock/lots.ts';
import { viewList } from './change-list.ts';
import { type ClearedPart, clearEnded, type EndedPart, viewEnded } from './ended-box.ts';
import { makeWaves } from './make-waves.ts';
import { pickStop } from './pick-stop.ts';
import { releaseAllOwed } from './release-owed.ts';

const all = { kind: 'all' } as const;
let shop: Shop;
let hands: Hands;
let buyer: TestBuyer;
beforeAll(async () => {
  shop = await openShop();
  hands = await hire(shop);
  buyer = await shop.addBuyer({ creditLimit: 10_000_000 });
});
afterEach(async () => expect(await shop.broken()).toEqual({}));
afterAll(() => shop.close());

const by = () => ({ staff: hands.warehouse, requestId: randomUUID() });
const keeper = () => staffActor(hands.warehouse, 'test');
const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const inDays = async (n: number): Promise<string> =>
  (await shop.raw`select ((now() at time zone 'Asia/Shanghai')::date + ${n}::int)::text as day`)[0]?.day;
const found = async (
  skuId: string,
  code: string,
  quantity: number,
  days: number,
  warehouseId = shop.warehouses.north,
) =>
  must(
    await adjustStock(shop.deps, by(), {
      ...{ warehouseId, reason: 'found', note: '' },
      lines: [{ skuId, kind: 'adjust', quantity, lots: [{ code, expiresOn: await inDays(days), quantity }] }],
    }),
  );
const goods = async (): Promise<string> => {
  const { skuId, productId } = await shop.addSku({ north: 0 });
  must(await setLotTracking(shop.deps, by(), { productId, tracking: 'lot-expiry' }));
  return skuId;
};
const ends = async (skuId: string, code: string): Promise<void> => {
  await shop.raw`update lots set expires_on = ${await inDays(-1)}::date where sku_id = ${skuId} and code = ${code}`;
  await endLots(shop.deps);
};
/** An order on a list of its own. */
const listed = async (skuId: string, quantity: number) => {
  const { id } = must(await place(shop.deps, buyer, [{ skuId, quantity }])) as { id: string };
  for (const command of [{ action: 'start-review' as const }, { action: 'approve' as const, checks: { credit: true } }])
    must(await runCommand(shop.deps, staffActor(hands.reviewer, 'test'), { scope: all, orderId: id, command }));
  return { orderId: id, stop: await planned(id) };
};
const planned = async (orderId: string) => {
  const rules = { by: 'none' as const, maxOrders: 10, maxLines: 100 };
  const request = { scope: all, warehouseId: shop.warehouses.north, orderIds: [orderId], rules };
  const [list] = must(await makeWaves(shop.deps, keeper(), by(), request)).lists;
  return must(await viewList(shop.deps, list?.id ?? '')).lines[0]!;
};
const pick = (stopId: string, units: number) => pickStop(shop.deps, keeper(), { scope: all, stopId, units });
const ship = async (orderId: string) =>
  shipOrder(shop.deps, keeper(), {
    ...{ scope: all, orderId, carrier: '顺丰', trackingNumber: null },
    expectedVersion: must(await viewOrder(shop.deps, all, orderId)).version,
  });
const ended = async (orderId: string) => must(await viewEnded(shop.deps, all, orderId));
const swap = (parts: readonly EndedPart[]): ClearedPart[] =>
  parts.map(({ reservationId, lotId, take, left }) => ({
    ...{ reservationId, lotId, owe: left },
    take: take.map((lot) => ({ lotId: lot.lotId, quantity: lot.units })),
  }));
const owe = (parts: readonly EndedPart[]): ClearedPart[] =>
  parts.map(({ reservationId, lotId, units }) => ({ reservationId, lotId, take: [], owe: units }));
const clear = async (orderId: string, parts: readonly ClearedPart[], rest: 'owe' | 'close' = 'owe') =>
  clearEnded(shop.deps, keeper(), by(), {
    ...{ scope: all, orderId, parts, rest, comment: '效期已过' },
    expectedVersion: must(await viewOrder(shop.deps, all, orderId)).version,
  });
/** On hand, in boxes and in quarantine, by lot. */
const lots = async (skuId: string) =>
  Object.fromEntries(
    (await lotStore.ofSku(shop.db, skuId)).rows.map((row) => [row.code, [row.onHand, row.picked, row.quarantine]]),
  );
const balance = async (skuId: string) => {
  const [row] = await shop.raw`select on_hand::int, reserved::int, allocated::int, quarantine::int from stock
    where sku_id = ${skuId} and warehouse_id = ${shop.warehouses.north}`;
  return Object.values({ ...row });
};

test('a lot that ends in the box is swapped for one that stands, told with its bin; the parcel leaves with what lies there then', async () => {
  const skuId = await goods();
  const bin = randomUUID();
  await shop.raw`insert into bins (id, warehouse_id, zone, code) values (${bin}, ${shop.warehouses.north}, 'C', 'C-03')`;
  await shop.raw`insert into bin_goods (bin_id, sku_id) values (${bin}, ${skuId})`;
  await found(skuId, 'SHORT', 4, 2);
  await found(skuId, 'LONG', 6, 90);
  const { orderId, stop } = await listed(skuId, 5);
  must(await pick(stop.id, 5));
  expect(await ended(orderId)).toEqual([]);
  await ends(skuId, 'SHORT');
  expect(await ship(orderId)).toMatchObject({
    ok: false,
    error: { kind: 'lot-refused', why: { kind: 'lot-expired', code: 'SHORT' } },
  });
  const parts = await ended(orderId);
  expect(parts).toMatchObject([{ code: 'SHORT', units: 4, bin: 'C-03', left: 0, take: [{ code: 'LONG', units: 4 }] }]);
  expect(must(await clear(orderId, swap(parts)))).toEqual({ swapped: 4, owed: 0 });
  expect([await balance(skuId), await lots(skuId)]).toEqual([[6, 0, 5, 4], { SHORT: [0, 0, 4], LONG: [6, 5, 0] }]);
  expect(await ended(orderId)).toEqual([]);
  must(await ship(orderId));
  const [parcel] = must(await viewOrder(shop.deps, all, orderId)).shipments;
  expect(parcel?.lines[0]?.lots?.map(({ code, quantity }) => [code, quantity])).toEqual([['LONG', 5]]);
  const set =
    await shop.raw`select kind, quarantine::int, reason from stock_entries where sku_id = ${skuId} and cause_type = 'lot-ended'`;
  expect(set.map((row) => ({ ...row }))).toEqual([{ kind: 'quarantine', quarantine: 4, reason: 'expired' }]);
});

test('what nothing can replace is owed as after a short pick, what is promised to others is not taken, and the order is served again when goods come', async () => {
  const skuId = await goods();
  await found(skuId, 'SHORT', 4, 2);
  await found(skuId, 'LONG', 3, 90);
  const { orderId, stop } = await listed(skuId, 4);
  must(await pick(stop.id, 3));
  must(await place(shop.deps, buyer, [{ skuId, quantity: 2 }]));
  await ends(skuId, 'SHORT');
  // What lay free of the lot is set aside, and the three that stand are promised.
  const parts = await ended(orderId);
  expect(parts).toMatchObject([{ units: 3, left: 3, take: [] }]);
  must(await clear(orderId, owe(parts)));
  // One more of the order lies on the shelf as it did, and its stop still asks for it.
  expect([await balance(skuId), await lots(skuId)]).toEqual([[3, 2, 1, 4], { SHORT: [0, 0, 4], LONG: [3, 0, 0] }]);
  expect(await owedStore.all(shop.db)).toMatchObject([{ orderId, owed: 3, rest: 'owe' }]);
  const order = must(await viewOrder(shop.deps, all, orderId));
  expect(order.events.at(-1)).toMatchObject({ action: 'short-pick', comment: '效期已过' });
  must(await pick(stop.id, 1));
  await found(skuId, 'NEW', 3, 120);
  expect(await releaseAllOwed(shop.deps, keeper())).toBe(1);
  expect(await owedStore.all(shop.db)).toEqual([]);
  const again = await planned(orderId);
  must(await pick(again.id, 3));
  must(await ship(orderId));
  expect(await lots(skuId)).toEqual({ SHORT: [0, 0, 4], NEW: [2, 0, 0] });
});

test('a part is swapped and the rest held for a word of sales; nothing that was not seen is taken', async () => {
  const skuId = await goods();
  await found(skuId, 'SHORT', 4, 2);
  const { orderId, stop } = await listed(skuId, 4);
  must(await pick(stop.id, 4));
  await ends(skuId, 'SHORT');
  await found(skuId, 'LONG', 1, 90);
  const parts = await ended(orderId);
  expect(parts).toMatchObject([{ units: 4, left: 3, take: [{ code: 'LONG', units: 1 }] }]);
  const [part] = swap(parts);
  const greedy = { ...part!, take: [{ lotId: part!.take[0]!.lotId, quantity: 2 }], owe: 2 };
  expect(await clear(orderId, [greedy])).toMatchObject({ ok: false, error: { why: { kind: 'lot-short' } } });
  expect(await clear(orderId, [{ ...part!, owe: 4 }])).toMatchObject({ ok: false, error: { kind: 'box-cleared' } });
  const old = { ...part!, take: [{ lotId: part!.lotId, quantity: 1 }] };
  expect(await clear(orderId, [old])).toMatchObject({ ok: false, error: { why: { kind: 'lot-expired' } } });
  expect(must(await clear(orderId, swap(parts), 'close'))).toEqual({ swapped: 1, owed: 3 });
  expect(await lots(skuId)).toEqual({ SHORT: [0, 0, 4], LONG: [1, 1, 0] });
  expect(await owedStore.all(shop.db)).toMatchObject([{ orderId, owed: 3, rest: 'close' }]);
});

test('race: two colleagues at one box and a customer who wants the same units; one of them swaps, and no unit is had twice', async () => {
  const skuId = await goods();
  await found(skuId, 'SHORT', 3, 2);
  const { orderId, stop } = await listed(skuId, 3);
  must(await pick(stop.id, 3));
  await ends(skuId, 'SHORT');
  await found(skuId, 'LONG', 3, 90);
  const parts = await ended(orderId);
  const wish = await readyToPlace(shop.deps, buyer, [{ skuId, quantity: 2 }]);
  const [first, second, bought] = await Promise.all([
    clear(orderId, swap(parts)),
    clear(orderId, swap(parts)),
    placeOrder(shop.deps, buyer, 'test', wish),
  ]);
  const swapped = [first, second].filter(({ ok }) => ok).length;
  // Whoever comes first has the units: the customer, then nobody swaps; or one of the colleagues.
  expect([swapped, bought.ok]).toEqual(bought.ok ? [0, true] : [1, false]);
  expect(await lots(skuId)).toEqual(
    bought.ok ? { SHORT: [3, 3, 0], LONG: [3, 0, 0] } : { SHORT: [0, 0, 3], LONG: [3, 3, 0] },
  );
  for (const done of [first, second])
    if (!done.ok) expect(['lot-refused', 'box-cleared']).toContain((done.error as { kind: string }).kind);
});
