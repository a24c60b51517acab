import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { runPromotion } from '../../testing/means.ts';

let shop: Shop;
let goods: string[];
beforeAll(async () => {
  shop = await openShop({ pool: 16 });
  goods = await Promise.all([1, 2, 3].map(async () => (await shop.addSku({ price: 100_000, north: 50 })).skuId));
});
afterAll(() => shop.close());

type Named = { id: string; name: string; current: boolean; lines: number };
const signedIn = async () => {
  const buyer = await shop.addBuyer();
  const client = httpClient(shop, 'buyer');
  await client.signIn(buyer.login);
  const put = (lines: [number, number][]) =>
    client.mutate('cart.change', {
      mode: 'add',
      lines: lines.map(([at, quantity]) => ({ skuId: goods[at], quantity })),
    });
  return {
    buyer,
    client,
    put,
    carts: async () => (await client.query('cart.list')).data as Named[],
    items: async () =>
      ((await client.query('cart.get')).data as { items: { skuId: string; quantity: number }[] }).items.map(
        ({ skuId, quantity }) => [goods.indexOf(skuId), quantity],
      ),
  };
};

test('what is added goes into the chosen cart; the others keep theirs', async () => {
  const { client, put, carts, items } = await signedIn();
  await put([[0, 5]]);
  const made = (await client.mutate('cart.create', { name: '春节备货' })).data as { id: string };
  await put([[1, 3]]);
  expect(await items()).toEqual([[1, 3]]);
  const [current, first] = await carts();
  expect(current).toMatchObject({ id: made.id, name: '春节备货', current: true, lines: 1 });
  expect(first).toMatchObject({ name: '', current: false, lines: 1 });
  await client.mutate('cart.choose', { id: first?.id });
  expect(await items()).toEqual([[0, 5]]);
  await put([[1, 1]]);
  expect((await client.mutate('cart.move', { to: made.id, skuIds: [goods[1]] })).data).toEqual({ moved: 1 });
  expect(await items()).toEqual([[0, 5]]);
  await client.mutate('cart.choose', { id: made.id });
  expect(await items()).toEqual([[1, 4]]);
  await client.mutate('cart.rename', { id: made.id, name: '年货' });
  expect((await carts())[0]?.name).toBe('年货');
});

test('a cart that is put away can be brought back with its lines; a stranger sees none of it', async () => {
  const { client, put, carts, items } = await signedIn();
  const stranger = await signedIn();
  await put([[0, 2]]);
  const made = (await client.mutate('cart.create', { name: 'B' })).data as { id: string };
  await put([[2, 7]]);
  for (const call of ['cart.choose', 'cart.discard', 'cart.restore'])
    expect((await stranger.client.mutate(call, { id: made.id })).refusal?.kind).toBe('cart-not-found');
  await client.mutate('cart.discard', { id: made.id });
  expect(await items()).toEqual([[0, 2]]);
  expect(await carts()).toHaveLength(1);
  await client.mutate('cart.restore', { id: made.id });
  expect(await items()).toEqual([[2, 7]]);
  expect((await carts()).map(({ current }) => current)).toEqual([true, false]);
});

test('presses at once leave one current cart, and no more than twenty', async () => {
  const { client, put, carts } = await signedIn();
  await put([[0, 1]]);
  const results = await Promise.all(
    Array.from({ length: 24 }, (_, at) => client.mutate('cart.create', { name: `N${at}` })),
  );
  expect(results.filter(({ refusal }) => refusal?.kind === 'too-many-carts').length).toBeGreaterThanOrEqual(5);
  const all = await carts();
  expect(all).toHaveLength(20);
  await Promise.all(all.map(({ id }) => client.mutate('cart.choose', { id })));
  expect((await carts()).filter(({ current }) => current)).toHaveLength(1);
});

test('what changed since he looked is told until he has seen it; what he did himself is not', async () => {
  const promotion = await runPromotion(shop, 'SALE', {
    conditions: [{ type: 'quantity', min: 10 }],
    actions: [{ type: 'amount-off-order', amount: minor(1_000) }],
  });
  const { client, put } = await signedIn();
  const news = async () =>
    (await client.query('cart.news')).data as { news: { kind: string; skuId?: string }[]; unseen: boolean };
  await put([
    [0, 10],
    [1, 20],
  ]);
  expect(await news()).toMatchObject({ news: [], unseen: true });
  await client.mutate('cart.markSeen');
  expect(await news()).toMatchObject({ news: [], unseen: false });
  await put([[0, 1]]);
  expect(await news()).toMatchObject({ news: [], unseen: true });
  await shop.raw`update prices set unit_price_e_4 = 130000 where sku_id = ${goods[0]!}`;
  await shop.raw`update skus set status = 'withdrawn' where id = ${goods[1]!}`;
  await shop.raw`update promotions set status = 'ended' where id = ${promotion}`;
  expect((await news()).news).toMatchObject([
    { kind: 'price', skuId: goods[0], before: 100_000, after: 130_000 },
    { kind: 'gone', skuId: goods[1] },
    { kind: 'promotion-over', promotionId: promotion },
  ]);
  await client.mutate('cart.markSeen');
  expect((await news()).news).toEqual([]);
});
