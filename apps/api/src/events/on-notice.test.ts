import { outboxStore } from '@tradeline/db/stores';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../testing/index.ts';
import { place } from '../testing/place.ts';
import { staffActor } from '../use-cases/order/actor.ts';
import { runCommand } from '../use-cases/order/run-command.ts';
import { onNotices } from './on-notice.ts';

let shop: Shop;
let orderId: string;
let rep: Awaited<ReturnType<Shop['addStaff']>>;
let reviewer: typeof rep;
let owner: Awaited<ReturnType<Shop['addBuyer']>>;
beforeAll(async () => {
  shop = await openShop();
  owner = await shop.addBuyer();
  rep = await shop.addStaff('sales');
  reviewer = await shop.addStaff('reviewer');
  await shop.raw`update companies set sales_rep_id = ${rep.id} where id = ${owner.company.id}`;
  const { skuId } = await shop.addSku({ north: 100 });
  const placed = await place(shop.deps, owner, [{ skuId, quantity: 1 }]);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  orderId = (placed.value as { id: string }).id;
});
afterAll(() => shop.close());

type Notice = {
  id: string;
  kind: string;
  orderId: string;
  payload: { number: string; by: string };
  readAt: string | null;
};
const clientOf = async (audience: 'buyer' | 'staff', login: string) => {
  const client = httpClient(shop, audience);
  await client.signIn(login);
  return client;
};
type Client = Awaited<ReturnType<typeof clientOf>>;
const noticesOf = async (client: Client, query: object = {}) =>
  ((await client.query('notices.list', query)).data as { rows: Notice[] }).rows;
/** The dispatcher works on its own time; what it brings is waited for. */
const untilUnread = (client: Client, count: number) =>
  expect.poll(async () => (await client.query('notices.unread')).data, { timeout: 8_000 }).toBe(count);

test('a placed order rings at those who look after it, not at who placed it, and its steps ring at him', async () => {
  const [buyer, sales, checker] = [
    await clientOf('buyer', owner.login),
    await clientOf('staff', rep.login),
    await clientOf('staff', reviewer.login),
  ];
  await untilUnread(sales, 1);
  await untilUnread(checker, 1);
  expect((await noticesOf(sales))[0]).toMatchObject({ kind: 'order.submit', orderId, payload: { by: owner.name } });
  expect((await buyer.query('notices.unread')).data).toBe(0);

  const acting = staffActor(reviewer, 'test');
  for (const command of [{ action: 'start-review' as const }, { action: 'approve' as const, checks: { credit: true } }])
    await runCommand(shop.deps, acting, { scope: { kind: 'all' }, orderId, command });
  await untilUnread(buyer, 1);
  const [approved] = await noticesOf(buyer);
  expect(approved).toMatchObject({ kind: 'order.approve', payload: { by: reviewer.name } });

  // One's own only: the same id read by somebody else changes nothing.
  expect((await sales.mutate('notices.markRead', { ids: [approved?.id] })).data).toEqual({ read: 0 });
  expect((await buyer.mutate('notices.markRead', { ids: [approved?.id] })).data).toEqual({ read: 1 });
  await untilUnread(buyer, 0);
  expect((await sales.mutate('notices.markRead', {})).data).toEqual({ read: 1 });
});

test('a message rings at the other side; a note among staff never at the customer', async () => {
  const [buyer, sales, checker] = [
    await clientOf('buyer', owner.login),
    await clientOf('staff', rep.login),
    await clientOf('staff', reviewer.login),
  ];
  const say = (client: Client, more: object = {}) =>
    client.mutate('messages.post', { orderId, text: '你好', idempotencyKey: crypto.randomUUID(), ...more });
  await say(buyer);
  await untilUnread(sales, 1);
  await say(checker, { internal: true });
  await untilUnread(sales, 2);
  await say(sales);
  await untilUnread(buyer, 1);
  expect((await noticesOf(buyer)).map(({ kind }) => kind)).toEqual(['message.posted', 'order.approve']);
});

test('an event that is delivered again tells nobody twice', async () => {
  const before = await shop.raw`select count(*)::int as n from notifications`;
  const rows = await shop.raw<{ seq: string }[]>`select seq from outbox order by seq`;
  const events = [];
  for (const { seq } of rows) events.push((await outboxStore.bySeq(shop.db, Number(seq)))!);
  expect(events.length).toBeGreaterThan(4);
  for (const again of [events, ...events.map((event) => [event])])
    for (const told of (await onNotices(shop.db, again)).values()) expect(told).toEqual([]);
  expect(await shop.raw`select count(*)::int as n from notifications`).toEqual(before);
});

test('one event that cannot be taken in holds up none behind it', async () => {
  const sales = await clientOf('staff', rep.login);
  const before = (await sales.query('notices.unread')).data as number;
  await shop.db.transaction(async (tx) => {
    // An id that is no order's breaks the look-up itself.
    await outboxStore.add(tx, { type: 'order.submit', aggregateType: 'order', aggregateId: 'no-uuid', payload: {} });
  });
  const buyer = await clientOf('buyer', owner.login);
  await buyer.mutate('messages.post', { orderId, text: '还在吗', idempotencyKey: crypto.randomUUID() });
  await untilUnread(sales, before + 1);
  const [failed] = await shop.raw`select attempts, delivered_at from outbox where aggregate_id = 'no-uuid'`;
  expect([Number(failed?.attempts) > 0, failed?.delivered_at]).toEqual([true, null]);
});
