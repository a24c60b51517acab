import { outboxStore } from '@tradeline/db/stores';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startDispatcher } from '../events/dispatch.ts';
import { httpClient, openShop, type Shop } from '../testing/index.ts';
import { place } from '../testing/place.ts';
import { staffActor } from '../use-cases/order/actor.ts';
import { runCommand } from '../use-cases/order/run-command.ts';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

type Message = { id?: string; data: { type: string; aggregateId: string } };

/** Reads a stream's messages as they come; `end` closes it as a browser does. */
const openStream = async (client: ReturnType<typeof httpClient>, input?: unknown) => {
  const ending = new AbortController();
  const query = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`;
  const response = await client.request(`/trpc/live.events${query}`, { signal: ending.signal });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/event-stream']);
  const messages: Message[] = [];
  const reading = (async () => {
    let rest = '';
    const decoder = new TextDecoder();
    try {
      for await (const chunk of response.body ?? []) {
        const blocks = (rest + decoder.decode(chunk as Uint8Array, { stream: true })).split('\n\n');
        rest = blocks.pop() ?? '';
        for (const block of blocks) {
          const field = (name: string) =>
            block
              .split('\n')
              .find((line) => line.startsWith(`${name}: `))
              ?.slice(name.length + 2);
          const [id, data] = [field('id'), field('data')];
          if (id && data) messages.push({ id, data: JSON.parse(data) as Message['data'] });
        }
      }
    } catch {
      // closed by us
    }
  })();
  return { messages, done: reading, end: () => ending.abort() };
};

const until = async (holds: () => boolean, ms = 5_000): Promise<void> => {
  const end = Date.now() + ms;
  while (!holds() && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(holds()).toBe(true);
};

test('a step of an order reaches the screens of its company and of the staff, and nobody else', async () => {
  const { skuId } = await shop.addSku({ north: 10 });
  const [buyer, stranger, clerk] = [await shop.addBuyer(), await shop.addBuyer(), await shop.addStaff('reviewer')];
  const [mine, foreign, desk] = [httpClient(shop, 'buyer'), httpClient(shop, 'buyer'), httpClient(shop, 'staff')];
  await mine.signIn(buyer.login);
  await foreign.signIn(stranger.login);
  await desk.signIn(clerk.login);
  const [own, others, staff] = [await openStream(mine), await openStream(foreign), await openStream(desk)];
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 1 }]);
  if (!placed.ok) throw new Error('not placed');
  await runCommand(shop.deps, staffActor(clerk, 'test'), {
    scope: { kind: 'all' },
    orderId: placed.value.id,
    command: { action: 'start-review' },
  });
  const steps = ({ messages }: typeof own) => messages.filter(({ data }) => data.type.startsWith('order.'));
  await until(() => own.messages.length === 2 && steps(staff).length === 2);
  expect(own.messages.map(({ data }) => data.type)).toEqual(['order.submit', 'order.start-review']);
  expect(others.messages).toEqual([]);
  for (const stream of [own, others, staff]) stream.end();
  await until(() => shop.deps.live.listeners() === 0);

  const back = await openStream(mine, { lastEventId: own.messages[0]!.id });
  await until(() => back.messages.some(({ data }) => data.type === 'order.start-review'));
  back.end();
});

test('a stream ends when its session does', async () => {
  const buyer = await shop.addBuyer();
  const client = httpClient(shop, 'buyer');
  await client.signIn(buyer.login);
  const stream = await openStream(client);
  await client.mutate('session.signOut');
  await Promise.race([
    stream.done,
    new Promise((_, reject) => setTimeout(() => reject(new Error('still open')), 8_000)),
  ]);
  await until(() => shop.deps.streams.open() === 0);
});

test('events are told to screens once and taken in once, though two dispatchers wake', async () => {
  const clerk = await shop.addStaff('sales');
  const client = httpClient(shop, 'staff');
  await client.signIn(clerk.login);
  const stream = await openStream(client);
  // Left by a process that died: nobody was woken for it.
  await shop.raw`insert into outbox (id, type, aggregate_type, aggregate_id, payload) values (gen_random_uuid(), 'left.behind', 'test', 'old', '{}')`;
  const second = await startDispatcher(shop.db, shop.raw, shop.deps.log);
  const ids = Array.from({ length: 20 }, (_, i) => String(i));
  await shop.db.transaction(async (tx) => {
    for (const aggregateId of ids)
      await outboxStore.add(tx, { type: 'left.behind', aggregateType: 'test', aggregateId, payload: {} });
  });
  const waiting = async () =>
    (await shop.raw`select count(*)::int as n from outbox where delivered_at is null`)[0]?.n as number;
  await expect.poll(waiting, { timeout: 8_000 }).toBe(0);
  await until(() => stream.messages.length >= ids.length);
  await second.stop();
  expect(stream.messages.map(({ data }) => data.aggregateId).sort()).toEqual([...ids].sort());
  stream.end();
});

test('a screen hears of what happened while nobody takes events in', async () => {
  const { skuId } = await shop.addSku({ north: 10 });
  const buyer = await shop.addBuyer();
  const client = httpClient(shop, 'buyer');
  await client.signIn(buyer.login);
  const stream = await openStream(client);
  // Whoever takes events in stands before this lock.
  await shop.raw.begin(async (held) => {
    await held`lock table notifications in access exclusive mode`;
    expect((await place(shop.deps, buyer, [{ skuId, quantity: 1 }])).ok).toBe(true);
    await until(() => stream.messages.length === 1);
  });
  expect(stream.messages[0]?.data.type).toBe('order.submit');
  stream.end();
});

test('who is at an order is told to the staff at once, to no customer, and moves nobody’s place among the events', async () => {
  const { skuId } = await shop.addSku({ north: 10 });
  const [buyer, clerk, colleague] = [
    await shop.addBuyer(),
    await shop.addStaff('reviewer'),
    await shop.addStaff('finance'),
  ];
  const [mine, desk, other] = [httpClient(shop, 'buyer'), httpClient(shop, 'staff'), httpClient(shop, 'staff')];
  await mine.signIn(buyer.login);
  await desk.signIn(clerk.login);
  await other.signIn(colleague.login);
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 1 }]);
  if (!placed.ok) throw new Error('not placed');
  const { id } = placed.value;
  const heard: unknown[] = [];
  const ending = new AbortController();
  const listening = (async () => {
    const of = { wants: () => true, signal: ending.signal };
    for await (const event of shop.deps.live.events(of)) if (event.here) heard.push([event.aggregateId, event.here]);
  })();
  const own = await openStream(mine);
  const staff = await openStream(desk);
  const here = { id, tab: crypto.randomUUID(), doing: 'editing' };
  await expect.poll(() => shop.deps.live.listeners()).toBeGreaterThanOrEqual(3);
  expect((await other.mutate('orderDesk.here', here)).refusal).toBeUndefined();
  await until(() => heard.length === 1);
  expect(heard).toEqual([[id, { staffId: colleague.id, name: colleague.name, tab: here.tab, doing: 'editing' }]]);
  expect(staff.messages.filter(({ data }) => data.type === 'order.presence')).toEqual([]);
  expect(own.messages.filter(({ data }) => data.type === 'order.presence')).toEqual([]);
  const unknown = await other.mutate('orderDesk.here', { ...here, id: crypto.randomUUID() });
  expect(unknown.refusal).toMatchObject({ kind: 'order-not-found' });
  ending.abort();
  own.end();
  staff.end();
  await listening;
});

test('what happens between the first question of a page and its stream is told by the stream', async () => {
  const { skuId } = await shop.addSku({ north: 10 });
  const buyer = await shop.addBuyer();
  const mine = httpClient(shop, 'buyer');
  await mine.signIn(buyer.login);
  const desk = httpClient(shop, 'staff');
  await desk.signIn((await shop.addStaff('sales')).login);
  const his = (await desk.query('session.me')).data as { heard: string };
  const heard = shop.deps.live.place();
  const early = await openStream(mine);
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 1 }]);
  if (!placed.ok) throw new Error('not placed');
  await until(() => early.messages.length === 1);
  const late = await openStream(mine, { place: heard });
  await until(() => late.messages.length === 1);
  expect(late.messages).toEqual(early.messages);
  // A page asks for its data and for the place at once: the data may have been read before what the place counts in.
  const me = (await mine.query('session.me')).data as { heard: string };
  const together = await openStream(mine, { place: me.heard });
  await until(() => together.messages.length === 1);
  expect(together.messages).toEqual(early.messages);
  together.end();
  const staff = await openStream(desk, { place: his.heard });
  await until(() => staff.messages.some(({ data }) => data.aggregateId === placed.value.id));
  // A place of another process, or of now: nothing to catch up on.
  const [, at] = heard.split(':');
  const [foreign, now] = [
    await openStream(mine, { place: `00000000-0000-4000-8000-000000000000:${at}` }),
    await openStream(mine, { place: shop.deps.live.place() }),
  ];
  const next = await place(shop.deps, buyer, [{ skuId, quantity: 1 }]);
  if (!next.ok) throw new Error('not placed');
  await until(() => foreign.messages.length > 0 && now.messages.length > 0);
  for (const { messages } of [foreign, now])
    expect(messages.map(({ data }) => data.aggregateId)).toEqual([next.value.id]);
  for (const stream of [early, late, staff, foreign, now]) stream.end();
});

test('a bell rings for an event that the stream had caught up on', async () => {
  const ending = new AbortController();
  const told = { aggregateType: 'message', companyId: null, at: shop.deps.now(), seq: 2 ** 40, aggregateId: 'bell' };
  const place = shop.deps.live.place();
  shop.deps.live.publish({ ...told, type: 'message.added' });
  const heard: string[] = [];
  const listening = (async () => {
    const of = {
      place,
      wants: ({ aggregateId }: { aggregateId: string }) => aggregateId === 'bell',
      signal: ending.signal,
    };
    for await (const { type } of shop.deps.live.events(of)) heard.push(type);
  })();
  await until(() => heard.length === 1);
  shop.deps.live.publish({ ...told, type: 'notice.added', aggregateType: 'notice' });
  await until(() => heard.length === 2);
  expect(heard).toEqual(['message.added', 'notice.added']);
  ending.abort();
  await listening;
});
