import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { unitPriceE4 } from '@tradeline/domain/money';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openShop, type Shop } from '../../../testing/index.ts';
import type { TestBuyer } from '../../../testing/place.ts';
import { viewProduct } from '../../product/view-product.ts';
import { searchGoods } from './search-goods.ts';
import { suggestGoods } from './suggest-goods.ts';

let shop: Shop;
let buyer: TestBuyer;
let beside: { productId: string; skuId: string };
let goods: { productId: string; skuId: string };

/** All that a buyer is told of the goods in three places, at once, without waiting for the index. */
const told = async () => {
  const [found, suggested, page] = await Promise.all([
    searchGoods(shop.deps, buyer, { page: 1, size: 24 }),
    suggestGoods(shop.deps, buyer, goods.productId.slice(-4)),
    viewProduct(shop.deps, buyer, goods.productId),
  ]);
  return {
    found: found.rows.find((row) => row.id === goods.productId),
    suggested,
    page: page.ok ? page.value : page.error,
  };
};

beforeAll(async () => {
  shop = await openShop();
  buyer = await shop.addBuyer();
});
afterAll(() => shop.close());
beforeEach(async () => {
  beside = await shop.addSku({ price: 10_000, north: 3 });
  goods = await shop.addSku({ price: 50_000, north: 7 });
  await shop.db
    .insert(schema.relatedProducts)
    .values({ productId: goods.productId, relatedId: beside.productId, position: 1 });
  await shop.deps.search.catchUp();
  // Looked at twice, so that everything that can be kept is kept.
  await told();
  await told();
});

test('a new name, price, picture or stock is told by the very next request', async () => {
  await shop.raw`update products set name = ${shop.raw.json({ zh: '新名字' })} where id = ${goods.productId}`;
  await shop.raw`update prices set unit_price_e_4 = ${unitPriceE4(61_000)} where sku_id = ${goods.skuId}`;
  await shop.raw`update prices set unit_price_e_4 = ${unitPriceE4(11_000)} where sku_id = ${beside.skuId}`;
  await shop.db.insert(schema.pictures).values({
    id: newId(),
    productId: goods.productId,
    stem: 'new-picture',
    widths: [320],
    alt: { zh: '图' },
    position: 0,
  });
  await shop.raw`update stock set on_hand = 6 where sku_id = ${goods.skuId} and warehouse_id = ${shop.warehouses.north}`;
  const { found, page } = await told();
  expect(found).toMatchObject({
    name: { zh: '新名字' },
    price: { from: 61_000 },
    picture: { stem: 'new-picture' },
    stock: { available: 6 },
  });
  expect(page).toMatchObject({
    name: { zh: '新名字' },
    pictures: [{ stem: 'new-picture' }],
    skus: [{ price: { unitPriceE4: 61_000 }, stock: { available: 6 } }],
    related: [{ id: beside.productId, fromE4: 11_000 }],
  });
});

test('goods beside it, documents, and a code of my company are on the next page', async () => {
  const more = await shop.addSku({ price: 30_000 });
  await shop.db
    .insert(schema.relatedProducts)
    .values({ productId: goods.productId, relatedId: more.productId, position: 2 });
  await shop.db
    .insert(schema.documents)
    .values({ id: newId(), productId: goods.productId, name: { zh: '说明书' }, file: 'm.pdf', bytes: 1 });
  await shop.db.insert(schema.customerCodes).values({
    companyId: buyer.company.id,
    skuId: goods.skuId,
    code: 'MINE-7',
    normalised: 'mine7',
  });
  expect((await told()).page).toMatchObject({
    related: [{ id: beside.productId }, { id: more.productId }],
    documents: [{ name: { zh: '说明书' } }],
    skus: [{ codes: ['MINE-7'] }],
  });
});

test('what is hidden or withdrawn is gone with the next request, wherever it stood', async () => {
  const id = newId();
  await shop.db.insert(schema.assortments).values({ id, code: id, name: { zh: '隐藏' }, effect: 'hide' });
  await shop.db
    .insert(schema.assortmentAudiences)
    .values({ id: newId(), assortmentId: id, kind: 'company', ref: buyer.company.id });
  await shop.db
    .insert(schema.assortmentGoods)
    .values({ id: newId(), assortmentId: id, kind: 'product', ref: beside.productId });
  expect((await told()).page).toMatchObject({ related: [] });
  await shop.raw`update products set status = 'withdrawn' where id = ${goods.productId}`;
  const { found, page } = await told();
  expect(found).toBeUndefined();
  expect(page).toEqual({ kind: 'product-not-found' });
});

test('a price list that is switched off, and a promotion that begins, count at once', async () => {
  const listId = newId();
  await shop.db
    .insert(schema.priceLists)
    .values({ id: listId, code: listId, name: { zh: '合同价' }, kind: 'contract', companyId: buyer.company.id });
  await shop.db
    .insert(schema.prices)
    .values({ id: newId(), priceListId: listId, skuId: goods.skuId, unitPriceE4: unitPriceE4(40_000) });
  expect((await told()).page).toMatchObject({ skus: [{ price: { unitPriceE4: 40_000 } }] });
  await shop.deps.search.catchUp();
  expect((await told()).found).toMatchObject({ price: { from: 40_000, kind: 'contract' } });
  await shop.raw`update price_lists set active = false where id = ${listId}`;
  const promotion = newId();
  await shop.db.insert(schema.promotions).values({
    id: promotion,
    code: promotion,
    name: { zh: '满减' },
    slogan: { zh: '立减 1 元' },
    definition: { id: promotion, name: '减', actions: [{ type: 'amount-off-order', amount: 100 }] },
    status: 'active',
  });
  const { found, page } = await told();
  expect(found).toMatchObject({ price: { from: 50_000 } });
  expect(page).toMatchObject({ skus: [{ price: { unitPriceE4: 50_000 } }], promotions: [{ id: promotion }] });
});
