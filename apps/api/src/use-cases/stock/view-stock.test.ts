import { type Movement, stockLedgerStore, stockStore } from '@tradeline/db/stores';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import { listStock, type StockWish, viewSku } from './view-stock.ts';

let shop: Shop;
let goods: { plenty: string; low: string; out: string; aside: string };
const move = async (
  skuId: string,
  warehouseId: string,
  kind: Movement['kind'],
  quantity: number,
  counterpart?: string,
) => {
  const cause = { type: 'test', id: `${kind}:${skuId}` };
  const done = await stockStore.move(shop.db, [
    { skuId, warehouseId, kind, quantity, cause, actor: 'test', ...(counterpart ? { counterpart } : {}) },
  ]);
  expect(done).toBe(true);
};

beforeAll(async () => {
  shop = await openShop();
  const { north, south } = shop.warehouses;
  const add = async (wish: Parameters<Shop['addSku']>[0]) => (await shop.addSku(wish)).skuId;
  goods = {
    plenty: await add({ north: 100, south: 50 }),
    low: await add({ north: 8 }),
    out: await add({ north: 2 }),
    aside: await add({ north: 20 }),
  };
  await shop.raw`update stock set safety = 10 where sku_id = ${goods.low} and warehouse_id = ${north}`;
  await place(shop.deps, await shop.addBuyer({ creditLimit: 10_000_000 }), [{ skuId: goods.out, quantity: 2 }]);
  await move(goods.aside, north, 'quarantine', 3);
  await move(goods.aside, north, 'transfer-out', 5, south);
});
afterAll(() => shop.close());

const found = async (wish: StockWish, sort: Parameters<typeof listStock>[2] = 'number') => {
  const { rows, total } = await listStock(shop.deps, wish, sort, { page: 1, size: 50 });
  expect(total).toBe(rows.length);
  return rows;
};
const idsOf = async (...wish: Parameters<typeof found>) => (await found(...wish)).map((row) => row.skuId);

test('a row has every figure of a SKU, of all warehouses or of one', async () => {
  const all = (await found({})).find((row) => row.skuId === goods.aside);
  expect(all).toMatchObject({ onHand: 12, quarantine: 3, inTransitIn: 5, inTransitOut: 5, available: 12, reserved: 0 });
  const south = (await found({ warehouseId: shop.warehouses.south })).find((row) => row.skuId === goods.aside);
  expect(south).toMatchObject({ onHand: 0, quarantine: 0, inTransitIn: 5, inTransitOut: 0, available: 0 });
  const held = (await found({})).find((row) => row.skuId === goods.out);
  expect(held).toMatchObject({ onHand: 2, reserved: 2, available: 0 });
});

test('each state finds its goods, and its count is how many it finds', async () => {
  const { north, south } = shop.warehouses;
  expect(await idsOf({ state: 'low' })).toEqual([goods.low]);
  expect(await idsOf({ state: 'out' })).toEqual([goods.out]);
  expect(await idsOf({ state: 'quarantine' })).toEqual([goods.aside]);
  expect(await idsOf({ state: 'transit' })).toEqual([goods.aside]);
  expect(await idsOf({ state: 'transit', warehouseId: north })).toEqual([]);
  expect(await idsOf({ state: 'out', warehouseId: south })).toEqual([goods.low, goods.out, goods.aside]);
});

test('a number that is typed exactly means one SKU, and figures put in order what is asked', async () => {
  const [row] = await shop.raw`select item_number from skus where id = ${goods.low}`;
  expect(await idsOf({ text: row?.item_number.toLowerCase() })).toEqual([goods.low]);
  expect((await idsOf({}, 'available'))[0]).toBe(goods.out);
  expect((await idsOf({}, 'on-hand'))[0]).toBe(goods.plenty);
  expect((await idsOf({}, 'short'))[0]).toBe(goods.low);
});

test('however long the page, the database is asked three times', async () => {
  const asked = vi.spyOn(shop.db, 'execute');
  const counts = [];
  for (const size of [1, 100]) {
    asked.mockClear();
    await listStock(shop.deps, { state: 'low' }, 'number', { page: 1, size });
    counts.push(asked.mock.calls.length);
  }
  asked.mockRestore();
  expect(counts).toEqual([3, 3]);
});

test('a SKU tells who holds it, and its ledger answers by figure', async () => {
  const seen = await viewSku(shop.deps, await shop.addStaff('warehouse'), goods.out);
  expect(seen.ok && seen.value.holders).toMatchObject([{ quantity: 2, state: 'reserved' }]);
  expect(seen.ok && seen.value.holders[0]?.companyName).toContain('客户');
  const entries = await stockLedgerStore.entries(shop.db, goods.aside, undefined, 10, 'quarantine');
  expect(entries.map(({ kind, quarantine }) => [kind, quarantine])).toEqual([['quarantine', 3]]);
  expect(await shop.broken()).toEqual({});
});
