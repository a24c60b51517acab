import { afterAll, beforeAll, expect, test } from 'vitest';
import { deliver, type Hands, hire } from '../../testing/deliver.ts';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import { viewFlow } from './flow/view-flow.ts';
import { viewChanges } from './view-changes.ts';

const all = { kind: 'all' } as const;
let shop: Shop;
let hands: Hands;
let orderId: string;
beforeAll(async () => {
  shop = await openShop();
  hands = await hire(shop);
  const { skuId } = await shop.addSku({ north: 10, price: 1_130_000 });
  await shop.raw`update skus set cost = 8000 where id = ${skuId}`;
  const placed = await place(shop.deps, await shop.addBuyer(), [{ skuId, quantity: 2 }]);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  orderId = placed.value.id;
  await deliver(shop, hands, orderId);
});
afterAll(() => shop.close());

test('the margin of an order is told to those who may read costs, in every shape to nobody else', async () => {
  const client = httpClient(shop, 'staff');
  await client.signIn(hands.finance.login);
  expect((await client.query('orders.get', { id: orderId })).data).toMatchObject({
    margin: { sales: 20_000, margin: 4_000, unknown: 0, lines: [{ margin: 4_000 }] },
  });
  await client.signIn(hands.reviewer.login);
  const told = (await client.query('orders.get', { id: orderId })).data;
  expect(told).toMatchObject({ margin: null });
  expect(JSON.stringify(told)).not.toContain('"cost"');
});

test('what colleagues did is told with each state before and after, the newest first', async () => {
  const changes = await viewChanges(shop.deps, all, orderId);
  expect(changes.ok && changes.value.map(({ action }) => action)).toEqual([
    'order.deliver',
    'order.ship',
    'order.start-picking',
    'order.approve',
    'order.start-review',
  ]);
  expect(changes.ok && changes.value.at(-2)).toMatchObject({
    actorName: hands.reviewer.name,
    changed: [{ key: 'approval', before: 'in-review', after: 'confirmed' }, { key: 'displayStatus' }],
  });
  expect(await viewChanges(shop.deps, { kind: 'company', companyId: crypto.randomUUID() }, orderId)).toMatchObject({
    error: { kind: 'order-not-found' },
  });
});

test('what goes by itself is told as it went: by a person, switched off, or still to come', async () => {
  const flow = await viewFlow(shop.deps, all, orderId);
  expect(flow.ok && flow.value.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'confirm off',
    'start-review by-hand',
    'start-picking by-hand',
    'tracking waits',
  ]);
});
