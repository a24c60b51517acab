import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { minor, unitPriceE4 } from '@tradeline/domain/money';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openSearchIndex } from '../../search/engine.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import type { TestBuyer } from '../../testing/place.ts';
import type { CartView } from './cart-view.ts';
import { changeCart } from './change-cart.ts';
import { keptCart } from './kept-cart.ts';
import { readCart, viewCart } from './view-cart.ts';

type Goods = { productId: string; skuId: string };

let shop: Shop;
let buyer: TestBuyer;
let [first, second, gift]: Goods[] = [];
const goods = () => ({ first: first!, second: second!, gift: gift! });

beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());
beforeEach(async () => {
  buyer = await shop.addBuyer();
  [first, second, gift] = [
    await shop.addSku({ price: 50_000, north: 7 }),
    await shop.addSku({ price: 20_000, north: 3, south: 4 }),
    await shop.addSku({ price: 10_000, north: 2 }),
  ];
  await shop.deps.search.catchUp();
});

const setLines = (...lines: [Goods, number][]) =>
  changeCart(shop.deps, buyer, { mode: 'set', lines: lines.map(([{ skuId }, quantity]) => ({ skuId, quantity })) });

const addPromotion = async (more: object): Promise<string> => {
  const id = newId();
  const definition = { id, name: '促销', actions: [{ type: 'amount-off-order', amount: 100 }], ...more };
  await shop.db.insert(schema.promotions).values({ id, code: id, name: { zh: '促销' }, definition, status: 'active' });
  return id;
};

/** Two answers of two moments, in the order of neither's rows. */
const comparable = ({ pricing, ...cart }: CartView) => ({
  ...cart,
  pricing: pricing && {
    ...pricing,
    now: '',
    prices: pricing.prices.map((price) => JSON.stringify(price, Object.keys(price).toSorted())).toSorted(),
  },
});

const expectSame = async (): Promise<CartView> => {
  await shop.deps.search.catchUp();
  const kept = await keptCart(shop.deps, buyer);
  expect(kept, 'memory answers when it has caught up').toBeDefined();
  expect(comparable(kept!)).toEqual(comparable(await readCart(shop.deps, buyer)));
  return kept!;
};

test('from memory a cart is what the database says: goods, stock, prices, promotions, gifts and what is used of them', async () => {
  const gifts = [{ skuId: goods().gift.skuId, quantity: 1 }];
  const given = await addPromotion({ actions: [{ type: 'gift', options: gifts }] });
  const limited = await addPromotion({ usage: { total: 9, perCustomer: 2 } });
  await addPromotion({ coupon: { code: 'SECRET' } });
  const companyId = buyer.company.id;
  await addPromotion({ audience: { companyIds: [newId()] } });
  await shop.db.insert(schema.promotionCounters).values([
    { promotionId: limited, scope: 'all', uses: 3, amount: minor(300) },
    { promotionId: limited, scope: companyId, uses: 1, amount: minor(100) },
  ]);
  const listId = newId();
  await shop.db
    .insert(schema.priceLists)
    .values({ id: listId, code: listId, name: { zh: '合同价' }, kind: 'contract', companyId });
  await shop.db
    .insert(schema.prices)
    .values({ id: newId(), priceListId: listId, skuId: goods().first.skuId, unitPriceE4: unitPriceE4(40_000) });
  await setLines([goods().first, 2], [goods().second, 5]);

  const { pricing, gifts: offered, items } = await expectSame();
  expect(items.map(({ stock }) => stock)).toMatchObject([{ available: 7 }, { available: 7 }]);
  expect(pricing?.prices.some(({ amountE4 }) => amountE4 === 40_000)).toBe(true);
  expect(pricing?.promotions?.map(({ id }) => id)).toEqual([given, limited].toSorted());
  expect(pricing?.giftStock).toEqual({ [goods().gift.skuId]: 2 });
  expect(offered.map(({ id }) => id)).toEqual([goods().gift.skuId]);
});

test('who may not see prices is told none', async () => {
  await setLines([goods().first, 1]);
  buyer = { ...buyer, seesPrices: false };
  expect(await expectSame()).toMatchObject({ pricing: undefined, promotions: [], gifts: [] });
});

test('the very next look tells a new name, price, promotion and stock, and what was withdrawn', async () => {
  await setLines([goods().first, 1], [goods().second, 1]);
  await expectSame();
  await shop.raw`update products set name = ${shop.raw.json({ zh: '新名字' })} where id = ${goods().first.productId}`;
  await shop.raw`update prices set unit_price_e_4 = 61000 where sku_id = ${goods().first.skuId}`;
  await shop.raw`update stock set on_hand = on_hand + 10 where sku_id = ${goods().first.skuId} and warehouse_id = ${shop.warehouses.north}`;
  await shop.raw`update products set status = 'withdrawn' where id = ${goods().second.productId}`;
  const id = await addPromotion({});
  const cart = await viewCart(shop.deps, buyer);
  expect(cart.items).toMatchObject([
    { sku: { productName: { zh: '新名字' } }, stock: { available: 17 }, withdrawn: false },
    { withdrawn: true, sku: { visible: true } },
  ]);
  expect(cart.pricing?.prices).toMatchObject([{ amountE4: 61_000 }]);
  expect(cart.promotions).toContainEqual({ id, name: { zh: '促销' } });
});

test('goods that were hidden or withdrawn a moment ago do not go in, those it never had are not known', async () => {
  await setLines([goods().second, 1]);
  const id = newId();
  await shop.db.insert(schema.assortments).values({ id, code: id, name: { zh: '隐藏' }, effect: 'hide' });
  await shop.db
    .insert(schema.assortmentAudiences)
    .values({ id: newId(), assortmentId: id, kind: 'company', ref: buyer.company.id });
  await shop.db
    .insert(schema.assortmentGoods)
    .values({ id: newId(), assortmentId: id, kind: 'product', ref: goods().first.productId });
  const { skuId } = goods().first;
  expect(await setLines([goods().first, 1])).toEqual({ ok: false, error: { kind: 'sku-not-found', skuId } });
  await shop.deps.search.catchUp();
  expect(await setLines([goods().first, 1])).toEqual({ ok: false, error: { kind: 'sku-not-found', skuId } });
  await shop.raw`update skus set status = 'withdrawn' where id = ${goods().gift.skuId}`;
  expect(await setLines([goods().gift, 1])).toMatchObject({ ok: false, error: { kind: 'sku-withdrawn' } });
  expect((await viewCart(shop.deps, buyer)).items).toHaveLength(1);
});

test('one line said twice: set counts the last, add counts both, nothing takes it out', async () => {
  await setLines([goods().first, 2], [goods().first, 3]);
  const quantities = async () => (await viewCart(shop.deps, buyer)).items.map(({ quantity }) => quantity);
  expect(await quantities()).toEqual([3]);
  const { skuId } = goods().first;
  const twice = [
    { skuId, quantity: 4 },
    { skuId, quantity: 5 },
  ];
  expect(await changeCart(shop.deps, buyer, { mode: 'add', lines: twice })).toMatchObject({ ok: true });
  expect(await quantities()).toEqual([12]);
  await setLines([goods().first, 0]);
  expect(await quantities()).toEqual([]);
});

test('two tabs that add at once lose nothing, and first clicks at once make one cart', async () => {
  const lines = [
    { skuId: goods().first.skuId, quantity: 1 },
    { skuId: goods().second.skuId, quantity: 2 },
  ];
  await Promise.all(
    Array.from({ length: 12 }, (_, n) =>
      changeCart(shop.deps, buyer, { mode: 'add', lines: n % 2 ? lines : lines.toReversed() }),
    ),
  );
  const { items } = await viewCart(shop.deps, buyer);
  expect(new Map(items.map(({ skuId, quantity }) => [skuId, quantity]))).toEqual(
    new Map(lines.map(({ skuId, quantity }) => [skuId, quantity * 12])),
  );
});

test('what lies in open carts is known before anybody asks: after a start, and after all was forgotten', async () => {
  await setLines([goods().first, 2], [goods().second, 1]);
  const ids = [goods().first.skuId, goods().second.skuId];
  const later = openSearchIndex(shop.deps, shop.deps.log);
  try {
    const { lines } = await later.state();
    await expect.poll(() => lines.kept(ids)?.size).toBe(2);
    const [list] = await shop.raw<{ id: string }[]>`select id from price_lists limit 1`;
    await shop.raw`update price_lists set priority = priority + 1 where id = ${list!.id}`;
    await later.catchUp();
    await expect.poll(() => lines.kept(ids)?.size).toBe(2);
  } finally {
    await later.stop();
  }
});
