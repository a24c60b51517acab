import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { withoutIds } from '../../testing/without-ids.ts';

let shop: Shop;
let client: ReturnType<typeof httpClient>;
beforeAll(async () => {
  shop = await openShop();
  client = httpClient(shop, 'buyer');
  const buyer = await shop.addBuyer();
  await client.signIn(buyer.login);
});
afterEach(() => shop.db.update(schema.shop).set({ stockDisplay: 'exact', stockByWarehouse: false }));
afterAll(() => shop.close());

const told = async (productId: string) => {
  const { data } = await client.query('catalog.product', { id: productId });
  return (data as { skus: { stock: unknown }[] }).skus[0]?.stock;
};

test('the shop says how stock is told, and a company may have its own word', async () => {
  const { productId } = await shop.addSku({ north: 4137, south: 2 });
  expect(await told(productId)).toEqual({ state: 'in', available: 4139 });
  await shop.db.update(schema.shop).set({ stockDisplay: 'level' });
  expect(await told(productId)).toEqual({ state: 'in' });
  await shop.db.update(schema.companies).set({ stockDisplay: 'exact' });
  expect(await told(productId)).toEqual({ state: 'in', available: 4139 });
  await shop.db.update(schema.companies).set({ stockDisplay: null });
});

test('warehouse by warehouse only where the shop says so', async () => {
  const { productId } = await shop.addSku({ north: 40, south: 2 });
  await shop.db.update(schema.shop).set({ stockByWarehouse: true });
  expect(await told(productId)).toMatchObject({
    available: 42,
    warehouses: [
      { name: { en: 'North' }, state: 'in', available: 40 },
      { name: { en: 'South' }, state: 'low', available: 2 },
    ],
  });
});

test('goods on their way are told by their day, never by one that is over', async () => {
  const { productId, skuId } = await shop.addSku();
  const receipt = (expectedOn: string, received = 0) => ({
    id: newId(),
    skuId,
    warehouseId: shop.warehouses.north,
    quantity: 10,
    received,
    expectedOn,
  });
  await shop.db.insert(schema.expectedReceipts).values([receipt('2020-01-01'), receipt('2099-01-01', 10)]);
  expect(await told(productId)).toEqual({ state: 'out', available: 0 });
  await shop.db.insert(schema.expectedReceipts).values([receipt('2099-03-01'), receipt('2099-02-01')]);
  expect(await told(productId)).toEqual({ state: 'expected', available: 0, expectedOn: '2099-02-01' });
});

test('a number that the policy hides is in no answer: not on the page, the list, the cart', async () => {
  const { productId, skuId } = await shop.addSku({ north: 7351 });
  await shop.db.update(schema.shop).set({ stockDisplay: 'yes-no', stockByWarehouse: true });
  const answers = [
    await client.query('catalog.product', { id: productId }),
    await client.query('catalog.products', {}),
    await client.mutate('cart.change', { mode: 'set', lines: [{ skuId, quantity: 3 }] }),
    await client.query('cart.get'),
  ];
  for (const { status, data } of answers) {
    expect(status).toBe(200);
    expect(withoutIds(JSON.stringify(data))).not.toContain('7351');
  }
});
