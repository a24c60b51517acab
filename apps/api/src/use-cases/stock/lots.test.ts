import { randomUUID } from 'node:crypto';
import { lotStore, stockStore } from '@tradeline/db/stores';
import type { LotTracking } from '@tradeline/domain/inventory';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { pickListPaper } from '../../reports/pick-list.ts';
import { type Hands, hire } from '../../testing/deliver.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { place, readyToPlace, type TestBuyer } from '../../testing/place.ts';
import { staffActor } from '../order/actor.ts';
import { placeOrder } from '../order/place-order.ts';
import { runCommand } from '../order/run-command.ts';
import { shipOrder } from '../order/ship-order.ts';
import { viewOrder } from '../order/view-order.ts';
import { viewList } from '../picking/change-list.ts';
import { makeWaves } from '../picking/make-waves.ts';
import { pickStop } from '../picking/pick-stop.ts';
import { shopView } from '../session/shop-view.ts';
import { adjustStock } from './adjust-stock.ts';
import { enterCount, postCount, startCount } from './count-stock.ts';
import { endLots } from './ended-lots.ts';
import { setLotTracking, snoozeLot } from './lots.ts';
import { draftTransfer, receiveTransfer, sendTransfer } from './transfer-stock.ts';

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
const must = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
/** A day so many days from the shop's today. */
const inDays = async (n: number): Promise<string> => {
  const [row] = await shop.raw`select ((now() at time zone 'Asia/Shanghai')::date + ${n}::int)::text as day`;
  return row?.day;
};
const track = (productId: string, tracking: LotTracking) => setLotTracking(shop.deps, by(), { productId, tracking });
const found = (skuId: string, quantity: number, code: string, expiresOn: string | null) =>
  adjustStock(shop.deps, by(), {
    ...{ warehouseId: shop.warehouses.north, reason: 'found', note: '' },
    lines: [{ skuId, kind: 'adjust', quantity, lots: [{ code, expiresOn, quantity }] }],
  });
/** On hand and in boxes by lot, in one warehouse. */
const lots = async (skuId: string, warehouseId = shop.warehouses.north) =>
  Object.fromEntries(
    (await lotStore.ofSku(shop.db, skuId)).rows
      .filter((row) => row.warehouseId === warehouseId)
      .map((row) => [row.code, [row.onHand, row.picked]]),
  );
/** The lot's day is over: as if so many days had passed for it. */
const ends = async (skuId: string, code: string, daysAgo = 1): Promise<void> => {
  await shop.raw`update lots set expires_on = ${await inDays(-daysAgo)}::date where sku_id = ${skuId} and code = ${code}`;
};
const addKept = async (tracking: LotTracking, north = 0) => {
  const goods = await shop.addSku({ north });
  must(await track(goods.productId, tracking));
  return goods;
};
const listed = async (skuId: string, quantity: number) => {
  const { id } = must(await place(shop.deps, buyer, [{ skuId, quantity }])) as { id: string };
  for (const command of [{ action: 'start-review' as const }, { action: 'approve' as const, checks: { credit: true } }])
    must(await runCommand(shop.deps, staffActor(hands.reviewer, 'test'), { scope: all, orderId: id, command }));
  const rules = { by: 'none' as const, maxOrders: 10, maxLines: 100 };
  const request = { scope: all, warehouseId: shop.warehouses.north, orderIds: [id], rules };
  const [list] = must(await makeWaves(shop.deps, staffActor(hands.warehouse, 'test'), by(), request)).lists;
  const listId = list?.id ?? '';
  return { orderId: id, listId, stop: await stopOf(listId) };
};
const stopOf = async (listId: string) => must(await viewList(shop.deps, listId)).lines[0]!;
/** On hand, in quarantine and still to be promised, in one warehouse. */
const balance = async (skuId: string) => {
  const of = (await stockStore.balancesOf(shop.db, [skuId])).find((row) => row.warehouseId === shop.warehouses.north);
  return of && [of.onHand, of.quarantine, of.onHand - of.reserved - of.allocated];
};
const pick = (stopId: string, units: number, named?: { lotId: string; quantity: number }[]) =>
  pickStop(shop.deps, staffActor(hands.warehouse, 'test'), { scope: all, stopId, units, lots: named });
const ship = async (orderId: string) =>
  shipOrder(shop.deps, staffActor(hands.warehouse, 'test'), {
    ...{ scope: all, orderId, carrier: '顺丰', trackingNumber: null },
    expectedVersion: must(await viewOrder(shop.deps, all, orderId)).version,
  });

test('what lies there when a product begins to be kept by lot has none noted; when it ends, no lot is left', async () => {
  const { skuId, productId } = await addKept('lot', 7);
  expect(await lots(skuId)).toEqual({ '': [7, 0] });
  must(await found(skuId, 5, 'A-1', null));
  expect(await lots(skuId)).toEqual({ '': [7, 0], 'A-1': [5, 0] });
  must(await track(productId, 'none'));
  expect(await lots(skuId)).toEqual({});
});

test('goods that expire need a day on each lot, and a lot has one day', async () => {
  const { skuId } = await addKept('lot-expiry');
  const why = async (code: string, on: string | null) => {
    const done = await found(skuId, 1, code, on);
    return done.ok ? undefined : done.error;
  };
  expect(await why('B-1', null)).toMatchObject({ kind: 'lot-refused', why: { kind: 'lot-expiry-missing' } });
  const day = await inDays(20);
  expect(await why('B-1', day)).toBeUndefined();
  expect(await why('B-1', await inDays(21))).toMatchObject({
    kind: 'lot-refused',
    why: { kind: 'lot-expiry-differs', expiresOn: day },
  });
});

test('a picker is told what expires first, may take another lot, never an expired one; the parcel and the recall name what went', async () => {
  const { skuId } = await addKept('lot-expiry');
  must(await found(skuId, 4, 'OLD', await inDays(1)));
  must(await found(skuId, 3, 'SOON', await inDays(5)));
  must(await found(skuId, 6, 'LATE', await inDays(60)));
  must(await place(shop.deps, buyer, [{ skuId, quantity: 8 }]));
  const order = await listed(skuId, 5);
  await ends(skuId, 'OLD');
  const { orderId } = order;
  const stop = await stopOf(order.listId);
  expect(stop.lots?.map(({ code, expired }) => [code, expired])).toEqual([
    ['OLD', true],
    ['SOON', false],
    ['LATE', false],
  ]);
  expect(stop.take.map(({ code, units }) => [code, units])).toEqual([
    ['SOON', 3],
    ['LATE', 2],
  ]);
  const view = must(await viewList(shop.deps, order.listId));
  const paper = JSON.stringify(pickListPaper(view, await shopView(shop.deps), 'en'));
  expect(paper).toContain(`Lot SOON × 3 · best before ${await inDays(5)}`);
  expect(paper).not.toContain('OLD');
  const idOf = (code: string) => stop.lots!.find((lot) => lot.code === code)!.lotId;
  expect(await pick(stop.id, 2, [{ lotId: idOf('OLD'), quantity: 2 }])).toMatchObject({
    ok: false,
    error: { kind: 'lot-refused', why: { kind: 'lot-expired', code: 'OLD', nearest: { code: 'SOON', units: 3 } } },
  });
  must(await pick(stop.id, 1, [{ lotId: idOf('LATE'), quantity: 1 }]));
  must(await pick(stop.id, 4));
  expect(await lots(skuId)).toEqual({ OLD: [4, 0], SOON: [3, 3], LATE: [6, 2] });
  must(await ship(orderId));
  expect(await lots(skuId)).toEqual({ OLD: [4, 0], LATE: [4, 0] });
  const [parcel] = must(await viewOrder(shop.deps, all, orderId)).shipments;
  expect(parcel?.lines[0]?.lots?.map(({ code, quantity }) => [code, quantity])).toEqual([
    ['SOON', 3],
    ['LATE', 2],
  ]);
  expect(await lotStore.recipients(shop.db, idOf('LATE'))).toMatchObject([{ orderId, units: 2 }]);
  expect(await lotStore.recipients(shop.db, idOf('OLD'))).toEqual([]);
});

test('goods of a cancelled order lie in no box any more and are set aside, and nothing expired is sent without being picked', async () => {
  const { skuId } = await addKept('lot-expiry');
  must(await found(skuId, 3, 'OLD', await inDays(1)));
  must(await found(skuId, 2, 'GOOD', await inDays(9)));
  const { orderId, stop } = await listed(skuId, 4);
  await ends(skuId, 'OLD');
  await endLots(shop.deps);
  expect(await lots(skuId)).toEqual({ OLD: [2, 0], GOOD: [2, 0] });
  expect(await pick(stop.id, 4)).toMatchObject({ ok: false, error: { why: { kind: 'lot-expired', nearest: null } } });
  must(await pick(stop.id, 2));
  expect(await lots(skuId)).toEqual({ OLD: [2, 0], GOOD: [2, 2] });
  expect(await ship(orderId)).toMatchObject({
    ok: false,
    error: { kind: 'lot-refused', why: { kind: 'lot-expired', code: 'OLD' } },
  });
  const command = { action: 'cancel' as const, reason: '不要了' };
  must(await runCommand(shop.deps, staffActor(hands.reviewer, 'test'), { scope: all, orderId, command }));
  expect(await lots(skuId)).toEqual({ OLD: [0, 0], GOOD: [0, 0] });
});

test('what has ended is promised to nobody, whoever brings it in; what was promised before is made good by goods that arrive', async () => {
  const { skuId } = await addKept('lot-expiry');
  must(await found(skuId, 2, 'LATE-FOUND', await inDays(-1)));
  expect(await balance(skuId)).toEqual([0, 2, 0]);
  must(await found(skuId, 6, 'TODAY', await inDays(0)));
  must(await place(shop.deps, buyer, [{ skuId, quantity: 4 }]));
  await ends(skuId, 'TODAY');
  await endLots(shop.deps);
  expect(await balance(skuId)).toEqual([4, 4, 0]);
  expect(await place(shop.deps, buyer, [{ skuId, quantity: 1 }])).toMatchObject({ ok: false });
  must(await found(skuId, 3, 'FRESH', await inDays(90)));
  expect([await balance(skuId), await lots(skuId)]).toMatchObject([[4, 7, 0], { TODAY: [1, 0], FRESH: [3, 0] }]);
  must(await found(skuId, 3, 'FRESH', await inDays(90)));
  expect([await balance(skuId), await lots(skuId)]).toMatchObject([[6, 8, 2], { TODAY: [0, 0], FRESH: [6, 0] }]);
  const rows =
    await shop.raw`select kind, reason, actor from stock_entries where sku_id = ${skuId} and cause_type = 'lot-ended'`;
  expect(rows.length).toBe(4);
  expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(1);
});

test('between midnight and the worker nobody is promised what has ended, and an order keeps what it holds of it', async () => {
  const { skuId } = await addKept('lot-expiry');
  must(await found(skuId, 6, 'TODAY', await inDays(0)));
  must(await found(skuId, 3, 'GOOD', await inDays(30)));
  const [holder, late, later] = await Promise.all([shop.addBuyer(), shop.addBuyer(), shop.addBuyer()]);
  must(await place(shop.deps, holder, [{ skuId, quantity: 1 }]));
  await ends(skuId, 'TODAY');
  // Eight are promised to nobody by the balance, six of them are over.
  expect(await place(shop.deps, late, [{ skuId, quantity: 3 }])).toMatchObject({
    ok: false,
    error: { kind: 'out-of-stock', lines: [{ requested: 3, available: 2 }] },
  });
  must(await place(shop.deps, late, [{ skuId, quantity: 2 }]));
  expect(await place(shop.deps, later, [{ skuId, quantity: 1 }])).toMatchObject({ ok: false });
  expect(await balance(skuId)).toEqual([9, 0, 6]);
  expect(await endLots(shop.deps)).toBe(6);
  expect(await balance(skuId)).toEqual([3, 6, 0]);
});

test('race: of orders that come while the day turns those are served for which something stands, whoever is faster; nothing is set aside twice', async () => {
  const { skuId } = await addKept('lot-expiry');
  must(await found(skuId, 12, 'TODAY', await inDays(0)));
  must(await found(skuId, 4, 'GOOD', await inDays(30)));
  const buyers = await Promise.all(Array.from({ length: 6 }, () => shop.addBuyer({ creditLimit: 10_000_000 })));
  const wishes = await Promise.all(buyers.map((one) => readyToPlace(shop.deps, one, [{ skuId, quantity: 3 }])));
  await ends(skuId, 'TODAY');
  const orders = buyers.map((one, at) => placeOrder(shop.deps, one, 'test', wishes[at]!));
  const [placed, first, second] = await Promise.all([Promise.all(orders), endLots(shop.deps), endLots(shop.deps)]);
  expect(placed.filter(({ ok }) => ok)).toHaveLength(1);
  expect(first + second).toBe(12);
  expect(await balance(skuId)).toEqual([4, 12, 1]);
  expect(await endLots(shop.deps)).toBe(0);
});

test('lots change warehouses with the goods, and a count puts right which lots lie there', async () => {
  const { skuId } = await addKept('lot');
  const { north, south } = shop.warehouses;
  must(await found(skuId, 5, 'T-1', null));
  must(await found(skuId, 5, 'T-2', null));
  const wish = { fromId: north, toId: south, note: '', expectedOn: null };
  const { id } = must(await draftTransfer(shop.deps, by(), wish, [{ skuId, quantity: 7 }]));
  must(await sendTransfer(shop.deps, by(), id));
  expect(await lots(skuId)).toEqual({ 'T-2': [3, 0] });
  must(await receiveTransfer(shop.deps, by(), { id, reason: '压坏', parts: [{ skuId, received: 6, lost: 1 }] }));
  expect(await lots(skuId, south)).toEqual({ 'T-1': [5, 0], 'T-2': [1, 0] });
  const chosen = { warehouseId: north, scope: 'chosen', blind: false, note: '', skuIds: [skuId], size: 1 } as const;
  const count = must(await startCount(shop.deps, by(), chosen));
  const seen = [
    { code: 'T-2', expiresOn: null, counted: 1 },
    { code: 'T-9', expiresOn: null, counted: 2 },
  ];
  must(await enterCount(shop.deps, by(), { id: count.id, skuId, counted: 3, lots: seen }));
  must(await postCount(shop.deps, by(), count.id));
  expect(await lots(skuId)).toEqual({ 'T-2': [1, 0], 'T-9': [2, 0] });
});

test('a lot that ends soon raises an alert that can be put off', async () => {
  const { skuId } = await addKept('lot-expiry');
  must(await found(skuId, 2, 'NEAR', await inDays(3)));
  must(await found(skuId, 2, 'FAR', await inDays(300)));
  const alerts = async (view?: 'soon' | 'snoozed') =>
    (await lotStore.expiring(shop.db, view, 30, { page: 1, size: 50 })).rows.filter((row) => row.skuId === skuId);
  const [near, ...others] = await alerts('soon');
  expect([near?.code, near?.daysLeft, others]).toEqual(['NEAR', 3, []]);
  must(await snoozeLot(shop.deps, by(), { lotId: near!.lotId, days: 7 }));
  expect([await alerts(), (await alerts('snoozed')).length]).toEqual([[], 1]);
  must(await snoozeLot(shop.deps, by(), { lotId: near!.lotId, days: 0 }));
  expect((await alerts()).length).toBe(1);
});

test('a list is not sent for lots that an earlier one has still to take, and finds them when that one takes others or is done', async () => {
  const { skuId } = await addKept('lot-expiry');
  must(await found(skuId, 3, 'SOON', await inDays(5)));
  must(await found(skuId, 4, 'LATE', await inDays(50)));
  const first = await listed(skuId, 2);
  const second = await listed(skuId, 4);
  const plan = async (listId: string) => (await stopOf(listId)).take.map(({ code, units }) => [code, units]);
  expect(await plan(first.listId)).toEqual([['SOON', 2]]);
  expect(await plan(second.listId)).toEqual([
    ['SOON', 1],
    ['LATE', 3],
  ]);
  const late = first.stop.lots!.find(({ code }) => code === 'LATE')!.lotId;
  must(await pick(first.stop.id, 1, [{ lotId: late, quantity: 1 }]));
  expect([await plan(first.listId), await plan(second.listId)]).toEqual([
    [['SOON', 1]],
    [
      ['SOON', 2],
      ['LATE', 2],
    ],
  ]);
  must(await pick(first.stop.id, 1));
  expect(await plan(first.listId)).toEqual([]);
  const { take } = await stopOf(second.listId);
  must(
    await pick(
      second.stop.id,
      4,
      take.map(({ lotId, units }) => ({ lotId, quantity: units })),
    ),
  );
  expect(await lots(skuId)).toEqual({ SOON: [3, 3], LATE: [4, 3] });
});

test('race: pickers of many orders never take more of a lot than there is', async () => {
  const { skuId } = await addKept('lot-expiry');
  must(await found(skuId, 3, 'ONE', await inDays(5)));
  must(await found(skuId, 5, 'TWO', await inDays(50)));
  const stops = [];
  for (let n = 0; n < 4; n++) stops.push((await listed(skuId, 2)).stop);
  const one = stops[0]!.lots!.find(({ code }) => code === 'ONE')!.lotId;
  const done = await Promise.all(stops.map((stop) => pick(stop.id, 2, [{ lotId: one, quantity: 2 }])));
  expect(done.filter(({ ok }) => ok)).toHaveLength(1);
  const rest = await Promise.all(stops.filter((_, at) => !done[at]?.ok).map((stop) => pick(stop.id, 2)));
  expect(rest.every(({ ok }) => ok)).toBe(true);
  expect(await lots(skuId)).toEqual({ ONE: [3, 3], TWO: [5, 5] });
});
