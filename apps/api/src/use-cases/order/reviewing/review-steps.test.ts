import type { OrderCommand, ReviewPlan } from '@tradeline/domain/order';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../../testing/index.ts';
import { place } from '../../../testing/place.ts';
import type { Staff } from '../../../trpc/context.ts';
import { buyerActor, staffActor } from '../actor.ts';
import { runCommand } from '../run-command.ts';
import { viewOrder } from '../view-order.ts';
import { reviewPlanNow, saveReviewPlan } from './review-plan.ts';

let shop: Shop;
let [reviewer, second, finance, warehouse, admin]: Staff[] = [];
beforeAll(async () => {
  shop = await openShop({ pool: 16 });
  reviewer = await shop.addStaff('reviewer');
  second = await shop.addStaff('reviewer');
  finance = await shop.addStaff('finance');
  warehouse = await shop.addStaff('warehouse');
  admin = await shop.addStaff('administrator');
});
afterAll(() => shop.close());

const all = { kind: 'all' } as const;
const act = (who: Staff | undefined, orderId: string, command: OrderCommand) =>
  runCommand(shop.deps, staffActor(who as Staff, 'test'), { scope: all, orderId, command });
const approve = { action: 'approve', checks: { credit: true } } as const;
const usual: ReviewPlan = {
  order: { on: true, roles: ['reviewer', 'finance'] },
  finance: { on: false, roles: ['finance'] },
  release: { on: false, roles: ['reviewer', 'warehouse'] },
  distinct: true,
};
const strict: ReviewPlan = {
  ...usual,
  order: { on: true, roles: ['reviewer'] },
  finance: { on: true, roles: ['finance'] },
  release: { on: true, roles: ['warehouse'] },
};
type Saved = Parameters<typeof saveReviewPlan>[3];
const save = (plan: ReviewPlan, fromVersion: number) =>
  saveReviewPlan(shop.deps, { staff: admin as Staff, requestId: 'test' }, fromVersion, plan as Saved);
const setUp = async (plan: ReviewPlan) =>
  expect(await save(plan, (await reviewPlanNow(shop.db)).version)).toEqual({ ok: true, value: true });
const newOrder = async () => {
  const { skuId } = await shop.addSku({ north: 100 });
  const buyer = await shop.addBuyer();
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 2 }]);
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return { id: placed.value.id, buyer };
};
const view = async (id: string) => {
  const found = await viewOrder(shop.deps, all, id);
  if (!found.ok) throw new Error('order not found');
  return found.value;
};

test('a new company reviews an order once, as it always did', async () => {
  const { id } = await newOrder();
  await act(reviewer, id, { action: 'start-review' });
  expect(await act(reviewer, id, approve)).toMatchObject({ ok: true, value: { approval: 'confirmed' } });
  expect(await act(warehouse, id, { action: 'start-picking' })).toMatchObject({ ok: true });
});

test('three reviews, each by its own people; who did them is kept, in the order and in the audit log', async () => {
  await setUp(strict);
  const { id, buyer } = await newOrder();
  await act(reviewer, id, { action: 'start-review' });
  expect(await act(finance, id, approve)).toMatchObject({ error: { kind: 'review-missing', step: 'order' } });
  expect(await act(finance, id, { action: 'pass-review' })).toMatchObject({ error: { kind: 'review-not-yours' } });
  expect(await act(reviewer, id, { action: 'pass-review' })).toMatchObject({ ok: true });
  expect(await act(second, id, approve)).toMatchObject({ error: { kind: 'review-not-yours', step: 'finance' } });
  expect(await act(finance, id, approve)).toMatchObject({ ok: true });
  expect(await act(warehouse, id, { action: 'start-picking' })).toMatchObject({ error: { kind: 'review-missing' } });
  expect(await act(warehouse, id, { action: 'release' })).toMatchObject({ ok: true });
  expect(await act(warehouse, id, { action: 'start-picking' })).toMatchObject({ ok: true });
  expect((await view(id)).reviews.map(({ step, passedByName }) => [step, passedByName])).toEqual([
    ['order', reviewer?.name],
    ['finance', finance?.name],
    ['release', warehouse?.name],
  ]);
  const audit = await shop.raw`select action from audit_log where subject_id = ${id} order by seq`;
  expect(audit.map(({ action }) => action)).toEqual([
    'order.start-review',
    'order.pass-review',
    'order.approve',
    'order.release',
    'order.start-picking',
  ]);
  // How the house reviews is not the customer's to see.
  const portal = httpClient(shop, 'buyer');
  await portal.signIn(buyer.login);
  const told = JSON.stringify((await portal.query('orders.get', { id })).data);
  expect(told).not.toContain('passedBy');
  expect(told).not.toContain(String(finance?.id));
  expect(await shop.broken()).toEqual({});
});

test('who has passed one review passes no other; an administrator may pass any of them', async () => {
  await setUp({ ...strict, finance: { on: true, roles: ['finance', 'reviewer'] } });
  const { id } = await newOrder();
  await act(reviewer, id, { action: 'start-review' });
  await act(reviewer, id, { action: 'pass-review' });
  expect(await act(reviewer, id, approve)).toMatchObject({ error: { kind: 'same-reviewer', passed: 'order' } });
  expect(await act(admin, id, approve)).toMatchObject({ ok: true });
});

test('an order that is sent back begins its reviews anew', async () => {
  await setUp(strict);
  const { id } = await newOrder();
  await act(reviewer, id, { action: 'start-review' });
  await act(reviewer, id, { action: 'pass-review' });
  await act(finance, id, { action: 'change', comment: '价格要改' });
  await act(reviewer, id, { action: 'start-review' });
  expect((await view(id)).reviews.map(({ passedByName }) => passedByName)).toEqual([null, null, null]);
  expect(await act(finance, id, approve)).toMatchObject({ error: { kind: 'review-missing', step: 'order' } });
});

test('a plan by which nobody would confirm, or nobody could pass a review, is refused by name', async () => {
  const { version } = await reviewPlanNow(shop.db);
  expect(await save({ ...strict, order: usual.finance, finance: usual.finance }, version)).toMatchObject({
    error: { kind: 'review-none-on' },
  });
  expect(await save({ ...strict, finance: { on: true, roles: ['marketing'] } }, version)).toMatchObject({
    error: { kind: 'review-nobody', step: 'finance' },
  });
  expect(await save({ ...strict, release: { on: true, roles: [] } }, version)).toMatchObject({
    error: { kind: 'review-nobody', step: 'release' },
  });
});

test('a plan saved while reviews begin: each order has one plan or the other, whole; of two savers one is told', async () => {
  await setUp(usual);
  const ids = await Promise.all(Array.from({ length: 12 }, async () => (await newOrder()).id));
  const { version } = await reviewPlanNow(shop.db);
  const [first, other] = await Promise.all([
    save(strict, version),
    save(usual, version),
    ...ids.map((id) => act(reviewer, id, { action: 'start-review' })),
  ]);
  expect([first, other].filter((saved) => !saved?.ok)).toMatchObject([{ error: { kind: 'settings-moved-on' } }]);
  for (const id of ids) expect([1, 3]).toContain((await view(id)).reviews.length);
});

const PAIRS = inject('nightly') ? 100 : 6;
const oneOf = (results: readonly { ok: boolean }[]): number => results.filter(({ ok }) => ok).length;

test('of two who decide at once one wins and the other is told: approve and cancel, two approvers, two of one review', async () => {
  await setUp(strict);
  for (let n = 0; n < PAIRS; n++) {
    const { id, buyer } = await newOrder();
    await act(reviewer, id, { action: 'start-review' });
    const expectedVersion = 2;
    const passed = await Promise.all([
      act(reviewer, id, { action: 'pass-review', expectedVersion }),
      act(second, id, { action: 'pass-review', expectedVersion }),
    ]);
    expect(oneOf(passed)).toBe(1);
    const decided = await Promise.all([
      act(finance, id, { ...approve, expectedVersion: 3 }),
      act(admin, id, { ...approve, expectedVersion: 3 }),
      runCommand(shop.deps, buyerActor(buyer, 'test'), {
        scope: all,
        orderId: id,
        command: { action: 'cancel', expectedVersion: 3 },
      }),
    ]);
    expect(oneOf(decided)).toBe(1);
    const { events, version } = await view(id);
    expect(events.map((event) => event.version)).toEqual(Array.from({ length: version }, (_, at) => at + 1));
  }
  const [audited] =
    await shop.raw`select count(*)::int as n from order_events e where actor_type = 'staff' and not exists
    (select from audit_log a where a.subject_id = e.order_id::text and a.action = 'order.' || e.action)`;
  expect(audited?.n).toBe(0);
  expect(await shop.broken()).toEqual({});
});

test('of cancelling and shipping at once one happens', async () => {
  await setUp(usual);
  for (let n = 0; n < PAIRS; n++) {
    const { id } = await newOrder();
    for (const [who, command] of [
      [reviewer, { action: 'start-review' }],
      [reviewer, approve],
      [warehouse, { action: 'start-picking' }],
    ] as const)
      await act(who, id, command);
    const { held } = await view(id);
    const warehouseId = held[0]?.warehouseId ?? '';
    const lines = held.map(({ orderLineId, quantity }) => ({ lineId: orderLineId, quantity }));
    const shipmentId = crypto.randomUUID();
    const both = await Promise.all([
      act(reviewer, id, { action: 'cancel', expectedVersion: 4 }),
      runCommand(shop.deps, staffActor(warehouse as Staff, 'test'), {
        scope: all,
        orderId: id,
        command: { action: 'ship', shipmentId, lines, checks: { credit: true }, expectedVersion: 4 },
        parcel: { carrier: '顺丰', trackingNumber: null, warehouseId },
      }),
    ]);
    expect(oneOf(both)).toBe(1);
  }
  expect(await shop.broken()).toEqual({});
});
