import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { readyToPlace, type TestBuyer } from '../../testing/place.ts';
import { placeOrder } from '../order/place-order.ts';
import { viewCart } from './view-cart.ts';

let shop: Shop;
let goods: string[];
beforeAll(async () => {
  shop = await openShop({ pool: 16 });
  goods = await Promise.all([1, 2, 3].map(async () => (await shop.addSku({ price: 100_000, north: 900 })).skuId));
});
afterAll(() => shop.close());

type Named = { id: string; own: boolean; current: boolean; shared: boolean; ownerName: string; lines: number };
type View = {
  id: string;
  sharing: { ownerName: string } | null;
  items: { skuId: string; quantity: number; addedBy: string | null }[];
};
const person = async (buyer: TestBuyer) => {
  const client = httpClient(shop, 'buyer');
  await client.signIn(buyer.login);
  const cart = async () => (await client.query('cart.get')).data as View;
  return {
    buyer,
    client,
    cart,
    put: (at: number, quantity: number, cartId?: string) =>
      client.mutate('cart.change', { mode: 'set', lines: [{ skuId: goods[at], quantity }], ...(cartId && { cartId }) }),
    choose: (id: string) => client.mutate('cart.choose', { id }),
    carts: async () => (await client.query('cart.list')).data as Named[],
    left: async () => (await client.query('cart.left')).data as { why: string; order: { by: string } | null } | null,
    items: async () =>
      (await cart()).items.map(({ skuId, quantity, addedBy }) => [goods.indexOf(skuId), quantity, addedBy]),
  };
};

/** A company whose first person shares a cart with one line in it. */
const team = async () => {
  const owner = await person(await shop.addBuyer({ role: 'purchaser' }));
  const companyId = owner.buyer.company.id;
  const colleague = await person(await shop.addBuyer({ companyId, role: 'purchaser' }));
  await owner.put(0, 5);
  const { id } = await owner.cart();
  return {
    owner,
    colleague,
    companyId,
    id,
    share: (shared = true) => owner.client.mutate('cart.share', { id, shared }),
  };
};

test('a shared cart is filled by a colleague, each line says who put it in, and nobody else sees it', async () => {
  const { owner, colleague, id, share } = await team();
  expect((await colleague.choose(id)).refusal?.kind).toBe('cart-not-found');
  await share();
  const stranger = await person(await shop.addBuyer());
  expect((await stranger.choose(id)).refusal?.kind).toBe('cart-not-found');
  expect((await stranger.put(1, 1, id)).refusal?.kind).toBe('cart-not-found');
  expect((await stranger.carts()).map((cart) => cart.id)).not.toContain(id);

  await colleague.put(2, 1);
  expect(await colleague.carts()).toMatchObject([
    { own: true, current: true },
    { id, own: false, current: false, shared: true, ownerName: owner.buyer.name, lines: 1 },
  ]);
  await colleague.choose(id);
  await colleague.put(1, 3);
  await colleague.put(0, 6);
  const [mine, his] = [owner.buyer.name, colleague.buyer.name];
  for (const who of [owner, colleague]) {
    expect((await who.cart()).sharing).toMatchObject({ ownerName: mine });
    expect(await who.items()).toEqual([
      [0, 6, mine],
      [1, 3, his],
    ]);
  }
  for (const [call, wish] of [
    ['share', { shared: false }],
    ['rename', { name: 'X' }],
    ['discard', {}],
  ] as const)
    expect((await colleague.client.mutate(`cart.${call}`, { id, ...wish })).refusal?.kind).toBe('cart-not-found');
  await colleague.client.mutate('cart.leave');
  expect(await colleague.items()).toEqual([[2, 1, null]]);
});

test('taken back, it is its owner’s alone: the colleague is told and what he typed meanwhile lands nowhere else', async () => {
  const { owner, colleague, id, share } = await team();
  await share();
  await colleague.choose(id);
  expect(await colleague.left()).toBeNull();
  await share(false);
  expect((await colleague.put(1, 9, id)).refusal?.kind).toBe('cart-not-found');
  expect(await colleague.items()).toEqual([]);
  expect(await owner.items()).toEqual([[0, 5, null]]);
  expect(await colleague.left()).toMatchObject({ why: 'taken-back', order: null });
  await colleague.client.mutate('cart.leave');
  expect(await colleague.left()).toBeNull();
});

test('two people order one shared cart at once: one order, and the other is told its number and who ordered', async () => {
  for (let round = 0; round < 5; round++) {
    const { owner, colleague, id, share } = await team();
    await share();
    await colleague.choose(id);
    const wishes = await Promise.all(
      [owner.buyer, colleague.buyer].map((buyer) =>
        readyToPlace(shop.deps, buyer, [{ skuId: goods[0]!, quantity: 5 }]),
      ),
    );
    const results = await Promise.all(
      wishes.map((wish, at) => placeOrder(shop.deps, [owner, colleague][at]!.buyer, 'test', wish)),
    );
    const placed = results.flatMap((result) => (result.ok ? [result.value] : []));
    expect(placed).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toMatchObject({
      error: { kind: 'cart-already-ordered', orderNumber: placed[0]!.number },
    });
    const rows = await shop.raw`select count(*)::int as n from orders where cart_id = ${id}`;
    expect(rows[0]?.n).toBe(1);
    if (results[0]?.ok)
      expect(await colleague.left()).toMatchObject({ why: 'ordered', order: { by: owner.buyer.name } });
    else expect(await colleague.left()).toBeNull();
    for (const { buyer } of [owner, colleague]) expect((await viewCart(shop.deps, buyer)).id).not.toBe(id);
  }
});

test('many people add at once while it is ordered: nothing is in the order that was not in the cart, nothing is lost', async () => {
  const { owner, colleague, id, share } = await team();
  await share();
  await colleague.choose(id);
  const wish = await readyToPlace(shop.deps, owner.buyer, [{ skuId: goods[0]!, quantity: 5 }]);
  const [placed, ...added] = await Promise.all([
    placeOrder(shop.deps, owner.buyer, 'test', wish),
    ...Array.from({ length: 8 }, () => colleague.put(1, 2, id)),
  ]);
  const lines = await shop.raw`select sku_id, quantity::int from order_lines l join orders o on o.id = l.order_id
    where o.cart_id = ${id} order by sku_id`;
  if (placed.ok) expect(lines).toEqual([{ sku_id: goods[0], quantity: 5 }]);
  // Refused: what he agreed to has changed under him, and the cart stands with both.
  else expect((await owner.items()).map(([at]) => at)).toEqual([0, 1]);
  for (const { refusal } of added) if (refusal) expect(refusal.kind).toBe('cart-already-ordered');
});

test('a change in a shared cart is told to its company within moments, one in a cart that is nobody else’s is not', async () => {
  const { owner, colleague, companyId, id, share } = await team();
  const heard: string[] = [];
  const ending = new AbortController();
  const listening = (async () => {
    const wants = (event: { aggregateType: string; companyId: string | null }) =>
      event.aggregateType === 'cart' && event.companyId === companyId;
    for await (const event of shop.deps.live.events({ wants, signal: ending.signal })) heard.push(event.type);
  })();
  await owner.put(1, 1);
  await share();
  await colleague.choose(id);
  await colleague.put(2, 4);
  await owner.client.mutate('cart.addMany', {
    idempotencyKey: randomUUID(),
    lines: [{ skuId: goods[1], quantity: 2 }],
  });
  await share(false);
  await owner.put(1, 2);
  await expect.poll(() => heard).toEqual(['cart.shared', 'cart.changed', 'cart.changed', 'cart.gone']);
  ending.abort();
  await listening;
});

test('of somebody who left, a shared cart goes on and anybody takes it over; an unshared one whoever looks after the company', async () => {
  const { owner, colleague, companyId, id } = await team();
  const chief = await person(await shop.addBuyer({ companyId, role: 'owner' }));
  expect((await chief.client.mutate('cart.takeOver', { id })).refusal?.kind).toBe('cart-not-found');
  await shop.raw`update buyers set active = false where id = ${owner.buyer.id}`;
  expect((await colleague.client.mutate('cart.takeOver', { id })).refusal?.kind).toBe('cart-not-found');
  expect((await colleague.carts()).map((cart) => cart.id)).not.toContain(id);
  expect((await chief.carts()).find((cart) => cart.id === id)).toMatchObject({ ownerGone: true, own: false });
  await chief.client.mutate('cart.takeOver', { id });
  expect(await chief.carts()).toContainEqual(expect.objectContaining({ id, own: true, current: true }));
  expect(await chief.items()).toEqual([[0, 5, null]]);
  await chief.client.mutate('cart.share', { id, shared: true });
  await shop.raw`update buyers set active = false where id = ${chief.buyer.id}`;
  await colleague.choose(id);
  expect(await colleague.items()).toEqual([[0, 5, owner.buyer.name]]);
  expect((await colleague.client.mutate('cart.takeOver', { id })).refusal).toBeUndefined();
  const audited = await shop.raw`select action from audit_log where subject_id = ${id}`;
  expect(audited.map(({ action }) => action)).toEqual(['cart.take-over', 'cart.take-over']);
});

test('each person’s look at a shared cart is his own: what changed is told to each', async () => {
  const { owner, colleague, id, share } = await team();
  await share();
  await colleague.choose(id);
  const news = async ({ client }: typeof owner) =>
    ((await client.query('cart.news')).data as { news: { kind: string }[] }).news.map(({ kind }) => kind);
  await owner.client.mutate('cart.markSeen');
  await colleague.client.mutate('cart.markSeen');
  await shop.raw`update prices set unit_price_e_4 = unit_price_e_4 + 10000 where sku_id = ${goods[0]!}`;
  expect([await news(owner), await news(colleague)]).toEqual([['price'], ['price']]);
  await owner.client.mutate('cart.markSeen');
  expect([await news(owner), await news(colleague)]).toEqual([[], ['price']]);
});

test('lines go from a shared cart into an own one, and back, and say who moved them there', async () => {
  const { owner, colleague, id, share } = await team();
  await share();
  await colleague.put(2, 1);
  const own = (await colleague.cart()).id;
  await colleague.choose(id);
  expect((await colleague.client.mutate('cart.move', { to: own, skuIds: [goods[0]] })).data).toEqual({ moved: 1 });
  expect(await owner.items()).toEqual([]);
  await colleague.choose(own);
  await colleague.client.mutate('cart.move', { to: id, skuIds: [goods[2]] });
  expect(await owner.items()).toEqual([[2, 1, colleague.buyer.name]]);
});
