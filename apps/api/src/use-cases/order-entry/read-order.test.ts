import { newId, sql } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import type { ReadOrder } from './read-order.ts';

let shop: Shop;
let client: ReturnType<typeof httpClient>;
let buyer: Awaited<ReturnType<Shop['addBuyer']>>;
/** Item number by SKU. */
const numbers = new Map<string, string>();

const COLOURS = { red: '红色', blue: '蓝色' };
const SIZES = { m: 'M', l: 'L' };

/** A shirt P-100 in two colours and two sizes, sold by the piece and in cartons of 40. */
const addShirt = async () => {
  const { productId, skuId } = await shop.addSku({ north: 500 });
  const named = (values: Record<string, string>) =>
    Object.entries(values).map(([code, zh]) => ({ code, name: { zh } }));
  await shop.db
    .update(schema.products)
    .set({
      number: 'P-100',
      name: { zh: '纯棉T恤', en: 'Cotton T-shirt' },
      axes: [
        { code: 'colour', name: { zh: '颜色' }, values: named(COLOURS) },
        { code: 'size', name: { zh: '尺码' }, values: named(SIZES) },
      ],
    })
    .where(sql`id = ${productId}`);
  await shop.db.delete(schema.prices).where(sql`sku_id = ${skuId}`);
  await shop.db.update(schema.skus).set({ status: 'withdrawn' }).where(sql`id = ${skuId}`);
  let position = 0;
  for (const colour of Object.keys(COLOURS))
    for (const size of Object.keys(SIZES)) {
      const id = newId();
      const itemNumber = `TS-${colour}-${size}`.toUpperCase();
      numbers.set(id, itemNumber);
      await shop.db.insert(schema.skus).values({
        id,
        productId,
        itemNumber,
        position: position++,
        options: { colour, size },
        unit: { zh: '件', en: 'piece' },
        packUnits: [{ code: 'carton', name: { zh: '箱', en: 'carton' }, factor: 40 }],
        cartonQuantity: 40,
      });
    }
};

beforeAll(async () => {
  shop = await openShop();
  await addShirt();
  for (const [itemNumber, zh, barcode] of [
    ['A1023', '得力订书机', '6901234567892'],
    ['A1024', '订书机针盒', null],
    ['A1025', '得力订书机 大号', null],
  ] as const) {
    const { productId, skuId } = await shop.addSku({ north: 50 });
    await shop.db.update(schema.products).set({ name: { zh } }).where(sql`id = ${productId}`);
    await shop.db.update(schema.skus).set({ itemNumber, barcode }).where(sql`id = ${skuId}`);
    numbers.set(skuId, itemNumber);
  }
  buyer = await shop.addBuyer();
  client = httpClient(shop, 'buyer');
  await client.signIn(buyer.login);
});
afterAll(() => shop.close());

const read = async (text: string, by = client): Promise<ReadOrder> =>
  (await by.mutate('orderEntry.read', { text })).data as ReadOrder;
/** Each item as how it was found and the item numbers it may mean. */
const meant = async (text: string): Promise<string[]> =>
  (await read(text)).rows.flatMap(({ items }) =>
    items.map(({ by, skuIds }) => `${by}: ${skuIds.map((id) => numbers.get(id) ?? id).join(' ')}`),
  );

describe('what a line means', () => {
  test.each([
    ['A1023 x 10', ['number: A1023']],
    ['a1023 10', ['number: A1023']],
    ['Ａ１０２３　１０', ['number: A1023']],
    ['6901234567892', ['number: A1023']],
    ['TS-RED-M 3', ['number: TS-RED-M']],
    ['P-100 3', ['number: TS-RED-M TS-RED-L TS-BLUE-M TS-BLUE-L']],
    ['P-100 红色 M 码 3件', ['number: TS-RED-M']],
    ['P-100 蓝色 3件', ['number: TS-BLUE-M TS-BLUE-L']],
    ['纯棉T恤 蓝色 L 2箱', ['words: TS-BLUE-L']],
    ['订书机针盒 5盒', ['words: A1024']],
    ['货号没有这样的东西 ZZZ999 3', ['none: ']],
    ['A1023 2\nA1024 3', ['number: A1023', 'number: A1024']],
    ['货号\t数量\nA1024\t12\nTS-BLUE-L\t7', ['number: A1024', 'number: TS-BLUE-L']],
  ])('%s', async (text, goods) => {
    expect(await meant(text)).toEqual(goods);
  });

  test('one’s own code means one’s own goods, and nobody else’s', async () => {
    const skuId = [...numbers].find(([, itemNumber]) => itemNumber === 'A1024')![0];
    await client.mutate('codes.put', { code: '仓-07', skuId });
    expect(await meant('仓-07 4')).toEqual(['number: A1024']);
    const stranger = httpClient(shop, 'buyer');
    await stranger.signIn((await shop.addBuyer()).login);
    expect((await read('仓-07 4', stranger)).rows[0]?.items[0]?.by).not.toBe('number');
  });
});

test('every line comes back once and in order, with its reason where it holds no goods', async () => {
  const { rows } = await read('老板好\n\nA1023 x 10, A1024 3盒\n谢谢');
  expect(rows.map(({ line, none, items }) => [line, none ?? items.length])).toEqual([
    [1, 'words'],
    [2, 'blank'],
    [3, 2],
    [4, 'words'],
  ]);
});

test('goods are told once with units, rules, stock and my price; goods out of the range are told as such', async () => {
  const withdrawn = await shop.addSku();
  const [old] = await shop.db
    .update(schema.skus)
    .set({ status: 'withdrawn' })
    .where(sql`id = ${withdrawn.skuId}`)
    .returning();
  const { goods } = await read(`TS-RED-M 1\nTS-RED-M 2\nA1023 3\n${old!.itemNumber} 1`);
  expect(goods.map(({ itemNumber, offered }) => [itemNumber, offered])).toEqual([
    ['TS-RED-M', true],
    ['A1023', true],
    [old!.itemNumber, false],
  ]);
  expect(goods[0]).toMatchObject({ cartonQuantity: 40, packUnits: [{ factor: 40 }] });
  expect(goods[1]).toMatchObject({ price: { unitPriceE4: 125_000 }, stock: { state: 'in' } });
  expect(goods[2]).not.toHaveProperty('price');
});

test('goods hidden from a customer are not found by their number', async () => {
  const { productId, skuId } = await shop.addSku({ north: 5 });
  const [sku] = await shop.db.select().from(schema.skus).where(sql`id = ${skuId}`);
  await shop.db.update(schema.products).set({ status: 'draft' }).where(sql`id = ${productId}`);
  const { rows, goods } = await read(`${sku!.itemNumber} 3`);
  expect(rows[0]?.items[0]?.skuIds).not.toContain(skuId);
  expect(goods.some(({ id }) => id === skuId)).toBe(false);
});

test('more lines than can be checked are refused with how many, and nothing is cut', async () => {
  const { refusal } = await client.mutate('orderEntry.read', { text: 'A1023 1\n'.repeat(2_001) });
  expect(refusal).toEqual({ kind: 'entry-too-long', lines: 2_001, limit: 2_000 });
});
