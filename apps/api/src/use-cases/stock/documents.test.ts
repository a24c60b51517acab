import { randomUUID } from 'node:crypto';
import { adjustmentStore, settingStore, stockLedgerStore, stockStore, transferStore } from '@tradeline/db/stores';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import type { Staff } from '../../trpc/context.ts';
import { adjustStock, decideAdjustment } from './adjust-stock.ts';
import { cancelCount, enterCount, postCount, startCount, viewCount } from './count-stock.ts';
import { STOCK_SETTINGS, stockSettings } from './stock-settings.ts';
import { proposeTransfers } from './suggest-transfers.ts';
import { draftTransfer, receiveTransfer, sendTransfer } from './transfer-stock.ts';

let shop: Shop;
let keeper: Staff;
let other: Staff;
let finance: Staff;
const by = (staff: Staff) => ({ staff, requestId: randomUUID() });

beforeAll(async () => {
  shop = await openShop();
  [keeper, other, finance] = await Promise.all([
    shop.addStaff('warehouse'),
    shop.addStaff('warehouse'),
    shop.addStaff('finance'),
  ]);
});
afterEach(async () => expect(await shop.broken()).toEqual({}));
afterAll(() => shop.close());

const balance = async (skuId: string, warehouseId = shop.warehouses.north) => {
  const [row] = (await stockStore.balancesOf(shop.db, [skuId])).filter((one) => one.warehouseId === warehouseId);
  return row!;
};
const adjust = (skuId: string, quantity: number, kind: 'adjust' | 'quarantine' | 'scrap' = 'adjust') =>
  adjustStock(shop.deps, by(keeper), {
    warehouseId: shop.warehouses.north,
    reason: 'damage',
    note: '',
    lines: [{ skuId, kind, quantity }],
  });
const startOf = async (skuIds: string[], blind = false) => {
  const started = await startCount(shop.deps, by(keeper), {
    ...{ warehouseId: shop.warehouses.north, scope: 'chosen', blind, note: '', skuIds, size: 20 },
  });
  if (!started.ok) throw new Error('not started');
  return started.value.id;
};
const sent = async (skuId: string, quantity: number) => {
  const drafted = await draftTransfer(
    shop.deps,
    by(keeper),
    { fromId: shop.warehouses.north, toId: shop.warehouses.south, note: '', expectedOn: null },
    [{ skuId, quantity }],
  );
  if (!drafted.ok) throw new Error('not drafted');
  return { ...drafted.value, went: await sendTransfer(shop.deps, by(keeper), drafted.value.id) };
};

test('an adjustment is booked with its reason; promised goods are never taken', async () => {
  const { skuId } = await shop.addSku({ north: 10 });
  await place(shop.deps, await shop.addBuyer({ creditLimit: 10_000_000 }), [{ skuId, quantity: 8 }]);
  expect(await adjust(skuId, -2)).toMatchObject({ ok: true, value: { state: 'booked' } });
  expect(await adjust(skuId, -1)).toMatchObject({
    ok: false,
    error: { kind: 'stock-refused', why: { kind: 'promises-uncovered', promised: 8, onHand: 7 } },
  });
  expect(await balance(skuId)).toMatchObject({ onHand: 8, reserved: 8 });
});

test('what is worth more than the setting waits for somebody else, who books it once', async () => {
  const { skuId } = await shop.addSku({ north: 100 });
  await shop.raw`update skus set cost = 5000 where id = ${skuId}`;
  const asked = await adjust(skuId, -30);
  expect(asked).toMatchObject({ ok: true, value: { state: 'pending' } });
  if (!asked.ok) return;
  const id = asked.value.id;
  expect((await balance(skuId)).onHand).toBe(100);
  const wish = { id, approve: true, comment: '' };
  expect(await decideAdjustment(shop.deps, by({ ...keeper, role: 'administrator' }), wish)).toMatchObject({
    error: { kind: 'stock-four-eyes' },
  });
  const both = await Promise.all([
    decideAdjustment(shop.deps, by(finance), wish),
    decideAdjustment(shop.deps, by(other), wish),
  ]);
  expect(both.filter(({ ok }) => ok).length).toBe(1);
  expect((await balance(skuId)).onHand).toBe(70);
  expect((await adjustmentStore.find(shop.db, id))?.state).toBe('booked');
});

test('goods set aside can be scrapped, not more than lie there', async () => {
  const { skuId } = await shop.addSku({ north: 10 });
  expect(await adjust(skuId, 4, 'quarantine')).toMatchObject({ ok: true });
  expect(await balance(skuId)).toMatchObject({ onHand: 6, quarantine: 4 });
  expect(await adjust(skuId, 5, 'scrap')).toMatchObject({
    error: { why: { kind: 'not-in-quarantine', quarantine: 4 } },
  });
  expect(await adjust(skuId, 3, 'scrap')).toMatchObject({ ok: true });
  expect(await balance(skuId)).toMatchObject({ onHand: 6, quarantine: 1 });
});

test('a count books the difference to the moment at which the shelf was counted', async () => {
  const { skuId } = await shop.addSku({ north: 100 });
  const id = await startOf([skuId]);
  expect(await enterCount(shop.deps, by(keeper), { id, skuId, counted: 98 })).toMatchObject({ ok: true });
  // Three are sold and leave before the count is posted.
  await place(shop.deps, await shop.addBuyer({ creditLimit: 10_000_000 }), [{ skuId, quantity: 3 }]);
  expect(await adjust(skuId, 5)).toMatchObject({ ok: true });
  expect(await postCount(shop.deps, by(keeper), id)).toMatchObject({ ok: true, value: { entries: 1 } });
  expect(await balance(skuId)).toMatchObject({ onHand: 103, reserved: 3 });
  expect(await postCount(shop.deps, by(keeper), id)).toMatchObject({ error: { kind: 'stock-document-moved-on' } });
});

test('a large difference is counted again by somebody else before it is booked', async () => {
  const { skuId } = await shop.addSku({ north: 100 });
  const id = await startOf([skuId]);
  await enterCount(shop.deps, by(keeper), { id, skuId, counted: 60 });
  expect(await postCount(shop.deps, by(keeper), id)).toMatchObject({
    error: { kind: 'stock-count-recount', lines: 1 },
  });
  await enterCount(shop.deps, by(keeper), { id, skuId, counted: 60 });
  expect(await postCount(shop.deps, by(keeper), id)).toMatchObject({ error: { kind: 'stock-count-recount' } });
  await enterCount(shop.deps, by(other), { id, skuId, counted: 61 });
  expect(await postCount(shop.deps, by(keeper), id)).toMatchObject({ ok: true });
  expect((await balance(skuId)).onHand).toBe(61);
});

test('who counts blind is not told the book figure, and unforeseen goods join the count', async () => {
  const [{ skuId }, found] = [await shop.addSku({ north: 7 }), await shop.addSku({})];
  const id = await startOf([skuId], true);
  expect(await enterCount(shop.deps, by(keeper), { id, skuId: found.skuId, counted: 2 })).toMatchObject({ ok: true });
  await enterCount(shop.deps, by(keeper), { id, skuId, counted: 7 });
  const seen = await viewCount(shop.deps, keeper, id);
  expect(seen.ok && seen.value.lines.map(({ bookOnHand, onHand, finding }) => [bookOnHand, onHand, finding])).toEqual([
    [null, null, null],
    [null, null, null],
  ]);
  const reviewed = await viewCount(shop.deps, finance, id);
  expect(reviewed.ok && reviewed.value.lines.map(({ finding }) => finding?.difference)).toEqual([0, 2]);
  expect(await cancelCount(shop.deps, by(keeper), id)).toMatchObject({ ok: true });
  expect((await balance(found.skuId)).onHand).toBe(0);
});

test('a transfer leaves one shelf, is on its way, and comes in parts; what is lost is written off with its reason', async () => {
  const { skuId } = await shop.addSku({ north: 50, south: 1 });
  const { id, went, number } = await sent(skuId, 20);
  expect(went.ok).toBe(true);
  expect(await balance(skuId)).toMatchObject({ onHand: 30, inTransitOut: 20 });
  expect(await balance(skuId, shop.warehouses.south)).toMatchObject({ onHand: 1, inTransitIn: 20 });
  const receive = (received: number, lost: number) =>
    receiveTransfer(shop.deps, by(other), { id, parts: [{ skuId, received, lost }], reason: lost > 0 ? '破损' : '' });
  expect(await receive(12, 0)).toMatchObject({ ok: true, value: { over: false } });
  expect(await receive(9, 0)).toMatchObject({ error: { kind: 'stock-transfer-over', open: 8 } });
  expect(await receive(6, 2)).toMatchObject({ ok: true, value: { over: true } });
  expect(await balance(skuId)).toMatchObject({ onHand: 30, inTransitOut: 0 });
  expect(await balance(skuId, shop.warehouses.south)).toMatchObject({ onHand: 19, inTransitIn: 0 });
  const entries = await stockLedgerStore.entries(shop.db, skuId, shop.warehouses.south, 10);
  expect(entries.map(({ kind, causeId }) => [kind, causeId])).toEqual([
    ['transfer-loss', `${number}:2`],
    ['transfer-in', `${number}:2`],
    ['transfer-in', number],
    ['transfer-out', number],
    ['receive', expect.anything()],
  ]);
});

test('goods are proposed to be moved from where there is plenty to where less is left than should be', async () => {
  const { skuId } = await shop.addSku({ north: 100, south: 2 });
  await shop.raw`update stock set safety = 10 where sku_id = ${skuId} and warehouse_id = ${shop.warehouses.south}`;
  const proposed = (await proposeTransfers(shop.deps, 50)).filter((one) => one.skuId === skuId);
  expect(proposed).toMatchObject([{ from: shop.warehouses.north, to: shop.warehouses.south, quantity: 8 }]);
});

test('races: orders, transfers and adjustments of the same shelf never take what another was promised', async () => {
  const { skuId } = await shop.addSku({ north: 30 });
  await settingStore.save(shop.db, STOCK_SETTINGS, stockSettings.parse({ approveAbove: null }), 0, 'test');
  const buyers = await Promise.all(Array.from({ length: 6 }, () => shop.addBuyer({ creditLimit: 10_000_000 })));
  const done = await Promise.all([
    ...buyers.map((buyer) => place(shop.deps, buyer, [{ skuId, quantity: 5 }]).then(({ ok }) => (ok ? 5 : 0))),
    ...Array.from({ length: 4 }, () => sent(skuId, 5).then(({ went }) => (went.ok ? 5 : 0))),
    ...Array.from({ length: 4 }, () => adjust(skuId, -5).then(({ ok }) => (ok ? 5 : 0))),
  ]);
  expect(done.reduce<number>((sum, units) => sum + units, 0)).toBe(30);
  const { onHand, reserved } = await balance(skuId);
  expect(onHand - reserved).toBe(0);
});

test('race: of two receipts of one transfer each unit comes once', async () => {
  const { skuId } = await shop.addSku({ north: 10 });
  const { id } = await sent(skuId, 10);
  const parts = [{ skuId, received: 10, lost: 0 }];
  const both = await Promise.all([
    receiveTransfer(shop.deps, by(keeper), { id, parts, reason: '' }),
    receiveTransfer(shop.deps, by(other), { id, parts, reason: '' }),
  ]);
  expect(both.filter(({ ok }) => ok).length).toBe(1);
  expect((await balance(skuId, shop.warehouses.south)).onHand).toBe(10);
  expect((await transferStore.find(shop.db, id))?.state).toBe('received');
});

test('race: a shelf is counted while goods leave it, and the books are right to the unit', async () => {
  const { skuId } = await shop.addSku({ north: 60 });
  const id = await startOf([skuId]);
  const shipped = Array.from({ length: 5 }, () => adjust(skuId, -4));
  const counting = enterCount(shop.deps, by(keeper), { id, skuId, counted: 60 });
  await Promise.all([...shipped, counting]);
  // What was on the shelf when it was counted is known from the line; the difference is to that.
  const [line] = await shop.raw`select book_on_hand::int as book from stock_count_lines where count_id = ${id}`;
  await enterCount(shop.deps, by(other), { id, skuId, counted: 40 });
  await postCount(shop.deps, by(keeper), id);
  expect((await balance(skuId)).onHand).toBe(40);
  expect([40, 44, 48, 52, 56, 60]).toContain(line?.book);
});
