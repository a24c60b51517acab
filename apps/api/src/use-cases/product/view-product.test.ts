import { newId } from '@tradeline/db';
import * as schema from '@tradeline/db/schema';
import { type QuoteInput, quote } from '@tradeline/domain/order';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { refreshTogether } from '../../jobs/bought-together.ts';
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
type View = {
  attributes: unknown[];
  path: unknown[];
  documents: unknown[];
  related: { id: string; fromE4?: number }[];
  together: { id: string }[];
  skus: { codes: string[]; price?: { unitPriceE4: number } }[];
  promotions: { slogan: unknown }[];
  pricing?: QuoteInput;
};
const view = async (client: ReturnType<typeof httpClient>, id: string) =>
  (await client.query('catalog.product', { id })).data as View;

test('a product comes with its attributes in words, documents, goods beside it, my code, and what it costs me', async () => {
  const { client } = await signedIn();
  const { productId, skuId } = await shop.addSku({ north: 50, price: 120_000 });
  const beside = await shop.addSku({ price: 55_000 });
  const draft = await shop.addSku();
  await shop.raw`update products set status = 'draft' where id = ${draft.productId}`;
  await shop.db.insert(schema.attributes).values([
    {
      id: newId(),
      code: 'steel',
      name: { zh: '材质', en: 'Material' },
      kind: 'choice',
      choices: [{ code: 'crv', name: { zh: '铬钒钢' } }],
      position: 1,
    },
    { id: newId(), code: 'length', name: { zh: '长度', en: 'Length' }, kind: 'number', unit: 'mm', position: 2 },
  ]);
  await shop.raw`update products set attributes = ${shop.raw.json({ length: 250, steel: 'crv', other: 'x' })} where id = ${productId}`;
  await shop.db
    .insert(schema.documents)
    .values({ id: newId(), productId, name: { zh: '合格证' }, file: 'a.pdf', bytes: 1 });
  await shop.db.insert(schema.relatedProducts).values([
    { productId, relatedId: beside.productId, position: 1 },
    { productId, relatedId: draft.productId, position: 2 },
  ]);
  await client.mutate('codes.put', { skuId, code: 'MY-1' });
  const page = await view(client, productId);
  expect(page.attributes).toEqual([
    { code: 'steel', name: { zh: '材质', en: 'Material' }, text: { zh: '铬钒钢' } },
    { code: 'length', name: { zh: '长度', en: 'Length' }, number: '250', unit: 'mm' },
  ]);
  expect(page.documents).toMatchObject([{ name: { zh: '合格证' } }]);
  expect(page.related).toMatchObject([{ id: beside.productId, fromE4: 55_000 }]);
  expect(page.skus).toMatchObject([{ codes: ['MY-1'], price: { unitPriceE4: 120_000 } }]);
  const priced = quote(page.pricing!);
  expect(priced.ok && priced.value.totals.payable).toBe(1_200);
});

test('what is often bought together is worked out from the orders, and hidden goods stay hidden', async () => {
  const { client, buyer } = await signedIn();
  const [a, b, c] = [
    await shop.addSku({ north: 99 }),
    await shop.addSku({ north: 99 }),
    await shop.addSku({ north: 99 }),
  ];
  for (let order = 0; order < 3; order += 1)
    await place(shop.deps, buyer, [
      { skuId: a.skuId, quantity: 1 },
      { skuId: b.skuId, quantity: 1 },
    ]);
  await place(shop.deps, buyer, [
    { skuId: a.skuId, quantity: 1 },
    { skuId: c.skuId, quantity: 1 },
  ]);
  const run = {
    id: '',
    payload: {},
    owner: { type: 'system', id: null },
    attempt: 1,
    step: async () => {},
    onCancel: () => {},
    finish: async () => {},
  };
  await refreshTogether(shop.deps)(run);
  expect((await view(client, a.productId)).together.map(({ id }) => id)).toEqual([b.productId]);
  await shop.raw`update products set status = 'withdrawn' where id = ${b.productId}`;
  expect((await view(client, a.productId)).together).toEqual([]);
});

test('who may not see prices finds none: no price, no tiers, no promotion, nothing to reckon with', async () => {
  const { productId } = await shop.addSku({ price: 876_500 });
  const promotion = { id: newId(), name: '减', actions: [{ type: 'amount-off-order', amount: 4_321 }] };
  await shop.db.insert(schema.promotions).values({
    id: promotion.id,
    code: 'ALL',
    name: { zh: '满减' },
    slogan: { zh: '满 100 减 43.21' },
    definition: promotion,
    status: 'active',
  });
  const { client: owner } = await signedIn();
  expect((await view(owner, productId)).promotions).toMatchObject([{ slogan: { zh: '满 100 减 43.21' } }]);
  const { client: viewer } = await signedIn({ role: 'viewer' });
  const page = await view(viewer, productId);
  expect(page.pricing).toBeNull();
  expect(page.promotions).toEqual([]);
  const everything = JSON.stringify([page, (await viewer.query('home.promotions')).data]);
  for (const secret of ['876500', '4321', '43.21']) expect(everything).not.toContain(secret);
});
