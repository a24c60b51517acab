import { newId, sql } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { searchLogStore } from '@tradeline/db/stores';
import { unitPriceE4 } from '@tradeline/domain/money';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSearchIndex } from '../../../search/engine.ts';
import { openShop, type Shop } from '../../../testing/index.ts';
import { place, type TestBuyer } from '../../../testing/place.ts';
import { type Found, searchGoods } from './search-goods.ts';
import type { SearchWish } from './select-goods.ts';
import { suggestGoods } from './suggest-goods.ts';

let shop: Shop;
let buyer: TestBuyer;
let other: TestBuyer;
const goods: Record<string, { productId: string; skuId: string }> = {};

const find = (wish: Partial<SearchWish>, who = buyer): Promise<Found> =>
  searchGoods(shop.deps, who, { page: 1, size: 24, ...wish });
const names = async (wish: Partial<SearchWish>, who = buyer): Promise<string[]> =>
  (await find(wish, who)).rows.map((row) => row.name.zh);

beforeAll(async () => {
  shop = await openShop();
  buyer = await shop.addBuyer();
  other = await shop.addBuyer();
  const add = async (key: string, zh: string, en: string, price: number | null, north: number) => {
    const made = await shop.addSku({ price, north });
    await shop.db
      .update(schema.products)
      .set({ name: { zh, en } })
      .where(sql`${schema.products.id} = ${made.productId}`);
    goods[key] = made;
  };
  await add('driver', '得力十字螺丝刀', 'Deli Phillips screwdriver', 125_000, 5);
  await add('screws', '不锈钢沉头螺丝 M4x12', 'Stainless countersunk screws M4x12', 45_000, 0);
  await add('stapler', '得力订书机', 'Deli stapler', 300_000, 9);
  await add('staples', '订书机针盒', 'Staples', 20_000, 9);
  await add('quote', '定制保温杯', 'Custom thermos', null, 3);
});
afterAll(() => shop.close());

describe('what is typed', () => {
  test.each([
    ['螺丝刀', '得力十字螺丝刀'],
    ['订书机', '得力订书机'],
    ['luosidao', '得力十字螺丝刀'],
    ['dlszlsd', '得力十字螺丝刀'],
    ['dllsd', '得力十字螺丝刀'],
    ['screwdriver', '得力十字螺丝刀'],
    ['m4x12', '不锈钢沉头螺丝 M4x12'],
    ['得力 刀', '得力十字螺丝刀'],
    ['W-3', '得力十字螺丝刀'],
    ['w3', '得力十字螺丝刀'],
  ])('%s finds %s first', async (text, expected) => {
    expect((await names({ text }))[0]).toBe(expected);
  });

  test.each([
    ['罗丝刀', '得力十字螺丝刀'],
    ['screwdrvier', '得力十字螺丝刀'],
    ['luosidoa', '得力十字螺丝刀'],
    ['定制保问杯', '定制保温杯'],
  ])('a slip is forgiven when nothing is called so: %s', async (text, expected) => {
    const found = await find({ text });
    expect(found.rows.map((row) => row.name.zh)).toContain(expected);
    expect(found.understood?.corrected).toBeTruthy();
  });

  test('a name that only has the word goes after one that is it', async () => {
    expect(await names({ text: '订书机' })).toEqual(['得力订书机', '订书机针盒']);
  });

  test('my own code finds goods for me alone', async () => {
    await shop.db.insert(schema.customerCodes).values({
      companyId: buyer.company.id,
      code: 'QX/77',
      normalised: 'qx77',
      skuId: goods.stapler!.skuId,
    });
    await shop.deps.search.catchUp();
    const mine = await find({ text: 'qx-77' });
    expect(mine.rows.map((row) => row.name.zh)).toEqual(['得力订书机']);
    expect(mine.rows[0]?.matched?.customerCode).toBe('QX/77');
    expect((await find({ text: 'qx-77' }, other)).rows).toEqual([]);
  });

  test('hits are marked', async () => {
    const [row] = (await find({ text: '螺丝刀' })).rows;
    expect(row?.highlights).toContainEqual({ field: 'name', ranges: [[4, 7]] });
  });
});

describe('what is counted', () => {
  test('a filter counts what its values would give if it alone were changed', async () => {
    const all = await find({ text: '得力' });
    expect(all.total).toBe(2);
    const inStock = await find({ inStock: true });
    expect(inStock.facets.inStock).toBe(4);
    expect(inStock.total).toBe(4);
  });

  test('price range and order are by my price, and what has no price comes last', async () => {
    const range = await find({ priceFrom: 400, priceTo: 1300 });
    expect(range.rows.map((row) => row.name.zh).sort()).toEqual(['不锈钢沉头螺丝 M4x12', '得力十字螺丝刀']);
    expect(range.facets.price).toEqual({ min: 200, max: 3000 });
    expect((await names({ sort: 'price-asc' })).at(-1)).toBe('定制保温杯');
    expect((await names({ sort: 'price-desc' })).at(-1)).toBe('定制保温杯');
    const list = newId();
    await shop.db.insert(schema.priceLists).values({
      id: list,
      code: 'MINE',
      name: { zh: '合同价' },
      kind: 'contract',
      companyId: buyer.company.id,
    });
    await shop.db
      .insert(schema.prices)
      .values({ id: newId(), priceListId: list, skuId: goods.stapler!.skuId, unitPriceE4: unitPriceE4(1_000) });
    await shop.deps.search.catchUp();
    expect((await names({ sort: 'price-asc' }))[0]).toBe('得力订书机');
    expect((await find({ sort: 'price-asc' })).rows[0]?.price).toMatchObject({ from: 1_000, kind: 'contract' });
    expect((await names({ sort: 'price-asc' }, other))[0]).toBe('订书机针盒');
  });

  test('who may see no prices learns none, not by order and not by range', async () => {
    const blind = { ...other, seesPrices: false };
    const found = await find({ sort: 'price-asc', priceFrom: 1, priceTo: 2 }, blind);
    expect(found.total).toBe(5);
    expect(found.facets.price).toBeUndefined();
    expect(JSON.stringify(found)).not.toContain('125000');
  });
});

describe('what changes', () => {
  test('a list that was kept is as one made anew: at every price, after a new price, and after goods come and go', async () => {
    const counted = async (wish: Partial<SearchWish>, who = buyer) => {
      const { total, facets, rows } = await find(wish, who);
      return { total, facets, ids: rows.map((row) => row.id) };
    };
    const category = (await find({})).rows[0]!.categoryId;
    for (const wish of [
      {},
      { inStock: true as const },
      { sort: 'price-asc' as const },
      { priceTo: 2_000 },
      { category },
      { category, inStock: true as const },
      { text: '得力' },
      { text: '订书机', sort: 'newest' as const },
    ]) {
      const [mine, others] = [await counted(wish), await counted(wish, other)];
      expect(await counted(wish)).toEqual(mine);
      // Nothing has changed, but an index made anew has kept nothing.
      const fresh = openSearchIndex(shop, shop.deps.log);
      const anew = async (who: TestBuyer) => {
        const found = await searchGoods({ ...shop.deps, search: fresh }, who, { page: 1, size: 24, ...wish });
        return { total: found.total, facets: found.facets, ids: found.rows.map((row) => row.id) };
      };
      expect(await anew(buyer)).toEqual(mine);
      expect(await anew(other)).toEqual(others);
      await fresh.stop();
    }
    const before = await counted({ inStock: true });
    const shelf = sql`${schema.stock.skuId} = ${goods.stapler!.skuId} and ${schema.stock.warehouseId} = ${shop.warehouses.north}`;
    await shop.db.update(schema.stock).set({ onHand: 0 }).where(shelf);
    await shop.deps.search.catchUp();
    expect((await counted({ inStock: true })).total).toBe(before.total - 1);
    await shop.db.update(schema.stock).set({ onHand: 9 }).where(shelf);
    await shop.deps.search.catchUp();
    expect(await counted({ inStock: true })).toEqual(before);
    const kept = await counted({});
    await shop.db.update(schema.stock).set({ onHand: 0 }).where(shelf);
    await shop.deps.search.catchUp();
    expect((await counted({})).facets.inStock).toBe(kept.facets.inStock - 1);
    await shop.db.update(schema.stock).set({ onHand: 9 }).where(shelf);
    await shop.deps.search.catchUp();
    expect(await counted({})).toEqual(kept);
  });

  test('a new name, goods that ran out and goods withdrawn are known within two seconds, without being told', async () => {
    await find({});
    await shop.db
      .update(schema.products)
      .set({ name: { zh: '螺母套装', en: 'Nuts' } })
      .where(sql`${schema.products.id} = ${goods.staples!.productId}`);
    await shop.db.update(schema.stock).set({ onHand: 0 }).where(sql`${schema.stock.skuId} = ${goods.driver!.skuId}`);
    await expect.poll(() => names({ text: '螺母' }), { timeout: 2_000 }).toEqual(['螺母套装']);
    await expect.poll(async () => (await find({})).facets.inStock, { timeout: 2_000 }).toBe(3);
    await shop.db
      .update(schema.products)
      .set({ status: 'withdrawn' })
      .where(sql`${schema.products.id} = ${goods.staples!.productId}`);
    // Even before the index knows, the database has the last word on what is shown.
    expect(await names({ text: '螺母' })).toEqual([]);
  });

  test('a notice that was lost is made up for, also for a transaction that was long open', async () => {
    await find({});
    await shop.raw.begin(async (slow) => {
      await slow`update products set name = '{"zh":"慢件扳手"}' where id = ${goods.quote!.productId}`;
      await shop.db
        .update(schema.products)
        .set({ name: { zh: '快件扳手' } })
        .where(sql`${schema.products.id} = ${goods.screws!.productId}`);
      await shop.deps.search.catchUp();
    });
    await shop.deps.search.catchUp();
    expect((await names({ text: '件扳手' })).sort()).toEqual(['慢件扳手', '快件扳手'].sort());
  });

  test('words and synonyms of the shop count', async () => {
    expect((await find({ text: '起子' })).rows.map((row) => row.name.zh)).not.toContain('得力十字螺丝刀');
    await shop.db.insert(schema.searchSynonyms).values({ id: newId(), terms: ['起子', '螺丝刀'] });
    await shop.deps.search.catchUp();
    const found = await find({ text: '起子' });
    expect(found.rows[0]?.name.zh).toBe('得力十字螺丝刀');
    expect(found.understood?.synonyms).toEqual(['螺丝刀']);
  });

  test('what an assortment hides is neither shown, counted nor suggested', async () => {
    const id = newId();
    await shop.db.insert(schema.assortments).values({ id, code: 'H', name: { zh: '隐藏' }, effect: 'hide' });
    await shop.db
      .insert(schema.assortmentAudiences)
      .values({ id: newId(), assortmentId: id, kind: 'company', ref: other.company.id });
    await shop.db
      .insert(schema.assortmentGoods)
      .values({ id: newId(), assortmentId: id, kind: 'product', ref: goods.stapler!.productId });
    await shop.deps.search.catchUp();
    expect((await find({ text: '得力' }, other)).total).toBe(1);
    expect((await find({ text: '得力' }, buyer)).total).toBe(2);
    expect((await suggestGoods(shop.deps, other, '订书')).products).toEqual([]);
    expect((await suggestGoods(shop.deps, buyer, '订书')).products.map((row) => row.name.zh)).toEqual(['得力订书机']);
  });
});

describe('what is hostile', () => {
  test.each([
    "'",
    '\\',
    '%',
    '_',
    '--',
    ';',
    '$1',
    "' or 1=1 --",
    'a & b | !c <-> d:*',
    '(a+)+$',
    "'; select pg_sleep(5); --",
    '刀'.repeat(200),
    'a'.repeat(200),
    Array.from({ length: 100 }, (_, i) => `t${i}`).join(' '),
  ])('%j means those signs and nothing else', async (text) => {
    const found = await find({ text });
    expect(found.rows.length).toBe(Math.min(24, found.total));
    expect(found.rows.map((row) => row.name.zh)).not.toContain('得力订书机');
  });
});

test('what was searched is written down, forgotten on wish, and popular only when several companies asked', async () => {
  await find({ text: '螺丝刀' });
  await shop.deps.searchLog.flush();
  expect(await searchLogStore.recent(shop.db, buyer.id, 20)).toContain('螺丝刀');
  expect(await searchLogStore.popular(shop.db, 20)).not.toContain('螺丝刀');
  await searchLogStore.forget(shop.db, buyer.id, '螺丝刀');
  expect(await searchLogStore.recent(shop.db, buyer.id, 20)).not.toContain('螺丝刀');
});

test('of goods a text means alike, those he bought go first for him and nobody else', async () => {
  for (const name of ['折叠雨伞', '长柄雨伞', '儿童雨伞']) {
    const { productId, skuId } = await shop.addSku({ north: 9 });
    await shop.raw`update products set name = ${shop.raw.json({ zh: name })} where id = ${productId}`;
    goods[name] = { productId, skuId };
  }
  await shop.deps.search.catchUp();
  const order = () => names({ text: '雨伞' });
  const last = (await order()).at(-1)!;
  const bought = goods[last]!;
  await place(shop.deps, buyer, [{ skuId: bought.skuId, quantity: 1 }]);
  await expect.poll(async () => (await order())[0], { timeout: 3_000 }).toBe(last);
  expect((await names({ text: '雨伞' }, other)).at(-1)).toBe(last);
  expect((await find({ text: '雨伞' })).facets.boughtBefore).toBe(1);
});
