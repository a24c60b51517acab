import { orderFlowStore, outboxStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { onFlow } from '../../../events/order-flow.ts';
import { openShop, type Shop } from '../../../testing/index.ts';
import { place, type TestBuyer } from '../../../testing/place.ts';
import type { Staff } from '../../../trpc/context.ts';
import { staffActor } from '../actor.ts';
import { runCommand } from '../run-command.ts';
import { type Automation, automation, automationNow, saveAutomation } from './automation.ts';
import { runFlowTask } from './run-task.ts';

let shop: Shop;
let admin: Staff;
let reviewer: Staff;
beforeAll(async () => {
  shop = await openShop({ pool: 16 });
  admin = await shop.addStaff('administrator');
  reviewer = await shop.addStaff('reviewer');
});
beforeEach(() => setUp({}));
afterAll(() => shop.close());

const easy = automation.parse({}).rule;
const setUp = async (wish: Partial<Automation>) => {
  const { version } = await automationNow(shop.db);
  const by = { staff: admin, requestId: 'test' };
  expect(await saveAutomation(shop.deps, by, version, { ...automation.parse({}), ...wish })).toMatchObject({
    ok: true,
  });
};
const loose = { ...easy, maxAmount: null, minOrders: 0 };
const newOrder = async (wish: { buyer?: TestBuyer; quantity?: number; terms?: 'terms' } = {}) => {
  const { skuId } = await shop.addSku({ north: 1_000 });
  const buyer = wish.buyer ?? (await shop.addBuyer({ creditLimit: 100_000 }));
  const placed = await place(
    shop.deps,
    buyer,
    [{ skuId, quantity: wish.quantity ?? 2 }],
    wish.terms ? { paymentTerms: 'terms' } : {},
  );
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return placed.value.id;
};
const stateOf = async (id: string): Promise<unknown> =>
  (await shop.raw`select approval from orders where id = ${id}`)[0]?.approval;
/** The flow works on its own time; what it brings is waited for. */
const until = (id: string, approval: string) =>
  expect.poll(() => stateOf(id), { timeout: 8_000, interval: 30 }).toBe(approval);
const outcomeOf = (id: string) =>
  expect.poll(async () => (await orderFlowStore.lastOf(shop.db, id))?.outcome, { timeout: 8_000, interval: 30 });
const stepsOf = async (id: string, action: string): Promise<number> =>
  (await shop.raw`select 1 from order_events where order_id = ${id} and action = ${action}`).length;

test('off, nothing happens by itself and nothing is asked for', async () => {
  const id = await newOrder();
  await expect
    .poll(async () => (await shop.raw`select 1 from outbox where aggregate_id = ${id} and delivered_at is null`).length)
    .toBe(0);
  expect(await shop.raw`select 1 from order_flow where order_id = ${id}`).toHaveLength(0);
  expect(await stateOf(id)).toBe('submitted');
});

test('an order that passes is confirmed by the product, once however often its event comes', async () => {
  await setUp({ confirm: true, rule: loose });
  const id = await newOrder();
  await until(id, 'confirmed');
  const rows = await shop.raw<{ seq: string }[]>`select seq from outbox where aggregate_id = ${id} order by seq`;
  for (const { seq } of rows) {
    const event = await outboxStore.bySeq(shop.db, Number(seq));
    if (event) await onFlow(shop.db, [event]);
  }
  await Promise.all(Array.from({ length: 6 }, () => runFlowTask(shop.deps)));
  expect(await stepsOf(id, 'auto-confirm')).toBe(1);
  const [event] =
    await shop.raw`select actor_type from order_events where order_id = ${id} and action = 'auto-confirm'`;
  expect(event).toEqual({ actor_type: 'system' });
  expect(await shop.broken()).toEqual({});
});

test('an order that does not pass stays for people, with every reason; its review begins where that goes by itself', async () => {
  await setUp({ confirm: true, startReview: true, rule: { ...easy, maxAmount: minor(2_000), minOrders: 1 } });
  const id = await newOrder();
  await until(id, 'in-review');
  await outcomeOf(id).toEqual({
    did: ['start-review'],
    kept: [
      { kind: 'amount', total: 2_500, most: 2_000 },
      { kind: 'new-customer', orders: 0, least: 1 },
    ],
  });
});

test('credit is asked again: an account put on hold since keeps the order back', async () => {
  const buyer = await shop.addBuyer({ creditLimit: 100_000 });
  const id = await newOrder({ buyer, terms: 'terms' });
  await shop.raw`update credit_accounts set on_hold = true, hold_reason = '欠款' where company_id = ${buyer.company.id}`;
  await setUp({ confirm: true, rule: loose });
  await shop.db.transaction((tx) =>
    orderFlowStore.ask(tx, [{ eventId: crypto.randomUUID(), orderId: id, event: 'order.submit' }]),
  );
  await outcomeOf(id).toEqual({ did: [], kept: [{ kind: 'credit' }] });
  expect(await stateOf(id)).toBe('submitted');
});

test('whoever dies between the effect and the word of it has done nothing; the next one does it once', async () => {
  const id = await newOrder();
  await setUp({ confirm: true, rule: loose });
  const eventId = crypto.randomUUID();
  // Asked for without waking anybody, and taken by somebody who dies with it in his hands.
  await shop.raw`insert into order_flow (event_id, order_id, event) values (${eventId}, ${id}, 'order.submit')`;
  const dying = shop.db.transaction(async (tx) => {
    expect((await orderFlowStore.take(tx))?.eventId).toBe(eventId);
    await shop.raw`select 1`;
    throw new Error('died');
  });
  await expect(dying).rejects.toThrow('died');
  expect(await stateOf(id)).toBe('submitted');
  await Promise.all(Array.from({ length: 4 }, () => runFlowTask(shop.deps)));
  expect(await stepsOf(id, 'auto-confirm')).toBe(1);
});

test('a person and the product decide at once: one of them does', async () => {
  await setUp({ confirm: true, rule: loose });
  const ids = await Promise.all(Array.from({ length: 8 }, () => newOrder()));
  await Promise.all(
    ids.map((orderId) =>
      runCommand(shop.deps, staffActor(reviewer, 'test'), {
        scope: { kind: 'all' },
        orderId,
        command: { action: 'start-review', expectedVersion: 1 },
      }),
    ),
  );
  for (const id of ids) {
    await expect.poll(() => stateOf(id), { timeout: 8_000 }).not.toBe('submitted');
    expect((await stepsOf(id, 'auto-confirm')) + (await stepsOf(id, 'start-review'))).toBe(1);
  }
  expect(await shop.broken()).toEqual({});
});

test('picking begins by itself when the order is confirmed', async () => {
  await setUp({ confirm: true, startPicking: true, rule: loose });
  const id = await newOrder();
  await until(id, 'picking');
  expect(await stepsOf(id, 'start-picking')).toBe(1);
  expect(await shop.broken()).toEqual({});
});

test('last month is told as the rule sees it: earlier orders, what was past due then, what is missing', async () => {
  const buyer = await shop.addBuyer({ creditLimit: 100_000 });
  const first = await newOrder({ buyer, terms: 'terms' });
  await shop.raw`update orders set approval = 'picking', due_at = now() - interval '9 days', placed_at = now() - interval '40 days' where id = ${first}`;
  const second = await newOrder({ buyer });
  await shop.raw`update reservations set quantity = quantity - 1 where order_id = ${second}`;
  const { rows, total } = await orderFlowStore.lastMonth(shop.db, 1_000);
  expect(rows).toHaveLength(total);
  expect(rows.find(({ id }) => id === first)).toBeUndefined();
  expect(rows.find(({ id }) => id === second)).toMatchObject({
    total: 2_500,
    earlierOrders: 1,
    overdue: 2_500,
    missingUnits: 1,
    agreedLines: 0,
    channel: 'portal',
  });
});
