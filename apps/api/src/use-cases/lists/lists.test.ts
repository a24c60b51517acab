import { randomUUID } from 'node:crypto';
import * as schema from '@tradeline/db/schema';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

const signedIn = async (wish: Parameters<Shop['addBuyer']>[0] = {}) => {
  const buyer = await shop.addBuyer(wish);
  const client = httpClient(shop, 'buyer');
  await client.signIn(buyer.login);
  return { buyer, client };
};
type Client = Awaited<ReturnType<typeof signedIn>>['client'];
const create = async (client: Client, fields: object = {}) =>
  ((await client.mutate('lists.create', { name: '每周补货', ...fields })).data as { id: string }).id;
const itemsOf = async (client: Client, id: string) =>
  ((await client.query('lists.get', { id })).data as { items: { skuId: string; quantity: number | null }[] }).items.map(
    ({ skuId, quantity }) => [skuId, quantity],
  );

test('goods are put on a list, changed, arranged and taken off', async () => {
  const { client } = await signedIn();
  const [a, b, c] = [await shop.addSku(), await shop.addSku(), await shop.addSku()].map(({ skuId }) => skuId);
  const id = await create(client);
  await client.mutate('lists.put', { id, lines: [a, b, c].map((skuId) => ({ skuId, quantity: null })) });
  await client.mutate('lists.put', { id, lines: [{ skuId: b, quantity: 12 }] });
  await client.mutate('lists.arrange', { id, skuIds: [c, a] });
  expect(await itemsOf(client, id)).toEqual([
    [c, null],
    [a, null],
    [b, 12],
  ]);
  await client.mutate('lists.take', { id, skuIds: [a] });
  expect(await itemsOf(client, id)).toEqual([
    [c, null],
    [b, 12],
  ]);
});

test('a list is its owner’s: colleagues see it once shared and never change it, strangers never see it', async () => {
  const { client, buyer } = await signedIn();
  const { client: colleague } = await signedIn({ companyId: buyer.company.id, role: 'purchaser' });
  const { client: other } = await signedIn();
  const id = await create(client);
  expect((await colleague.query('lists.get', { id })).refusal?.kind).toBe('list-not-found');
  await client.mutate('lists.update', { id, shared: true });
  expect((await colleague.query('lists.get', { id })).data).toMatchObject({ name: '每周补货', own: false });
  expect((await other.query('lists.get', { id })).refusal?.kind).toBe('list-not-found');
  for (const who of [colleague, other]) {
    expect((await who.mutate('lists.update', { id, name: 'x' })).refusal?.kind).toBe('list-not-found');
    expect((await who.mutate('lists.remove', { id })).refusal?.kind).toBe('list-not-found');
    const { skuId } = await shop.addSku();
    const put = await who.mutate('lists.put', { id, lines: [{ skuId, quantity: 1 }] });
    expect(put.refusal?.kind).toBe('list-not-found');
  }
  expect((await client.mutate('lists.remove', { id })).status).toBe(200);
});

test('a whole list goes into the cart once, and each line is told: added, adjusted, withdrawn, without price, short', async () => {
  const { client } = await signedIn();
  const [good, odd, gone, free, short] = [
    await shop.addSku({ north: 100 }),
    await shop.addSku({ north: 100, min: 12, multiple: 12 }),
    await shop.addSku({ north: 100 }),
    await shop.addSku({ north: 100, price: null }),
    await shop.addSku({ north: 2 }),
  ] as const;
  const id = await create(client);
  const quantities = [5, 15, 1, 1, 9];
  const lines = [good, odd, gone, free, short].map(({ skuId }, at) => ({ skuId, quantity: quantities[at] }));
  await client.mutate('lists.put', { id, lines });
  await shop.raw`update skus set status = 'withdrawn' where id = ${gone.skuId}`;
  const key = randomUUID();
  const once = await client.mutate('lists.toCart', { id, idempotencyKey: key });
  const again = await client.mutate('lists.toCart', { id, idempotencyKey: key });
  expect((again.data as { report: unknown }).report).toEqual((once.data as { report: unknown }).report);
  expect(once.data).toMatchObject({
    report: {
      lines: [
        { outcome: 'added', quantity: 5 },
        { outcome: 'adjusted', quantity: 24, wanted: 15 },
        { outcome: 'withdrawn' },
        { outcome: 'no-price' },
        { outcome: 'short' },
      ],
    },
    cart: { items: [{}, {}] },
  });
  const inCart = (again.data as { cart: { items: { quantity: number }[] } }).cart.items.map((item) => item.quantity);
  expect(inCart.toSorted((a, b) => a - b)).toEqual([5, 24]);
});

test('a past order is saved as a list of its goods and quantities; another company’s order is not found', async () => {
  const { client, buyer } = await signedIn();
  const { client: other } = await signedIn();
  const { skuId } = await shop.addSku({ north: 100 });
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 7 }]);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  const id = await create(client, { fromOrder: placed.value.id });
  expect(await itemsOf(client, id)).toEqual([[skuId, 7]]);
  const stolen = await other.mutate('lists.create', { name: 'x', fromOrder: placed.value.id });
  expect(stolen.refusal?.kind).toBe('order-not-found');
});

test('a heart is set and taken back; two first hearts at once make one list of favourites', async () => {
  const { client, buyer } = await signedIn();
  const [one, two] = [await shop.addSku(), await shop.addSku()];
  await Promise.all(
    [one, two].map(({ productId }) => client.mutate('lists.setFavourite', { productId, favourite: true })),
  );
  const kept = (await client.query('lists.favourites')).data as { skuId: string }[];
  expect(kept.map(({ skuId }) => skuId).toSorted()).toEqual([one.skuId, two.skuId].toSorted());
  await client.mutate('lists.setFavourite', { productId: one.productId, favourite: false });
  expect((await client.query('lists.favourites')).data).toEqual([two]);
  expect(await shop.raw`select 1 from goods_lists where buyer_id = ${buyer.id} and kind = 'favourites'`).toHaveLength(
    1,
  );
});

test('a list tells no price to who may see none, and nothing of goods hidden from him', async () => {
  const { client, buyer } = await signedIn();
  const { skuId } = await shop.addSku({ price: 987_600 });
  const id = await create(client);
  await client.mutate('lists.put', { id, lines: [{ skuId, quantity: 1 }] });
  await shop.raw`update companies set price_display = 'hidden' where id = ${buyer.company.id}`;
  expect(JSON.stringify((await client.query('lists.get', { id })).data)).not.toContain('987600');
  const assortmentId = randomUUID();
  const { productId } = (await shop.db.select().from(schema.skus)).find((sku) => sku.id === skuId)!;
  await shop.db
    .insert(schema.assortments)
    .values({ id: assortmentId, code: 'HIDE', name: { zh: '隐藏' }, effect: 'hide' });
  await shop.db
    .insert(schema.assortmentAudiences)
    .values({ id: randomUUID(), assortmentId, kind: 'company', ref: buyer.company.id });
  await shop.db
    .insert(schema.assortmentGoods)
    .values({ id: randomUUID(), assortmentId, kind: 'product', ref: productId });
  expect(await itemsOf(client, id)).toEqual([]);
  const put = await client.mutate('lists.put', { id, lines: [{ skuId, quantity: 1 }] });
  expect(put.refusal?.kind).toBe('sku-not-found');
});
