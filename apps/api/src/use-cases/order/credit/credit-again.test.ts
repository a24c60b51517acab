import { orderStore } from '@tradeline/db/stores';
import type { Day } from '@tradeline/domain/kernel';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { httpClient, openShop, type Shop } from '../../../testing/index.ts';
import { place } from '../../../testing/place.ts';
import type { Staff } from '../../../trpc/context.ts';
import { staffActor } from '../actor.ts';
import { runCommand } from '../run-command.ts';
import { shipOrder } from '../ship-order.ts';
import { blockedOrders } from './blocked-orders.ts';

let shop: Shop;
let [reviewer, warehouse, finance]: Staff[] = [];
beforeAll(async () => {
  shop = await openShop();
  reviewer = await shop.addStaff('reviewer');
  warehouse = await shop.addStaff('warehouse');
  finance = await shop.addStaff('finance');
});
afterAll(() => shop.close());

const all = { kind: 'all' } as const;
const newOrder = async (terms: 'terms' | 'on-delivery' = 'terms') => {
  const { skuId } = await shop.addSku({ north: 100 });
  const buyer = await shop.addBuyer({ creditLimit: 10_000 });
  const placed = await place(shop.deps, buyer, [{ skuId, quantity: 4 }], { paymentTerms: terms });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return { id: placed.value.id, companyId: buyer.company.id };
};
const lower = (companyId: string, limit: number) =>
  shop.raw`update credit_accounts set credit_limit = ${limit} where company_id = ${companyId}`;
const act = (who: Staff | undefined, orderId: string, action: 'start-review' | 'approve' | 'start-picking') =>
  runCommand(shop.deps, staffActor(who as Staff, 'test'), {
    scope: all,
    orderId,
    command: action === 'approve' ? { action, checks: { credit: true } } : { action },
  });
const ship = async (orderId: string) => {
  const version = (await orderStore.find(shop.db, all, orderId))?.version ?? 0;
  const wish = { scope: all, orderId, expectedVersion: version, carrier: '顺丰', trackingNumber: null };
  return shipOrder(shop.deps, staffActor(warehouse as Staff, 'test'), wish);
};
const clientOf = async (who: Staff | undefined) => {
  const client = httpClient(shop, 'staff');
  await client.signIn(who?.login ?? '');
  return client;
};
const inDays = (days: number): Day => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10) as Day;

test('an order within the limit passes with its own part counted once, exactly at the limit too', async () => {
  const { id, companyId } = await newOrder();
  await lower(companyId, 5_000);
  await act(reviewer, id, 'start-review');
  expect(await act(reviewer, id, 'approve')).toMatchObject({ ok: true });
});

test('what the caller says of credit does not count: a lowered limit refuses the approval, with the ways out', async () => {
  const { id, companyId } = await newOrder();
  await act(reviewer, id, 'start-review');
  await lower(companyId, 4_000);
  expect(await act(reviewer, id, 'approve')).toMatchObject({
    error: { kind: 'terms-blocked', reasons: [{ kind: 'limit-exceeded', shortBy: 1_000 }] },
  });
  expect([...(await blockedOrders(shop.db, all)).keys()]).toContain(id);
  const listed = await (await clientOf(reviewer)).query('orders.list', { blocked: true });
  expect(listed.data).toMatchObject({ rows: [{ id, blocked: [{ kind: 'limit-exceeded' }] }], total: 1 });
  await lower(companyId, 5_000);
  expect([...(await blockedOrders(shop.db, all)).keys()]).not.toContain(id);
  expect(await act(reviewer, id, 'approve')).toMatchObject({ ok: true });
});

test('credit is asked at the parcel as well; an exception lets exactly its reasons pass, until its day, and is written down', async () => {
  const { id, companyId } = await newOrder();
  for (const [who, action] of [
    [reviewer, 'start-review'],
    [reviewer, 'approve'],
    [warehouse, 'start-picking'],
  ] as const)
    await act(who, id, action);
  await lower(companyId, 4_000);
  expect(await ship(id)).toMatchObject({ error: { kind: 'terms-blocked' } });

  const wish = { id, reason: '老客户，明天付款', expiresOn: inDays(3) };
  expect((await (await clientOf(reviewer)).mutate('orderDesk.overrideCredit', wish)).refusal).toMatchObject({
    kind: 'not-permitted',
  });
  const desk = await clientOf(finance);
  expect((await desk.mutate('orderDesk.overrideCredit', { ...wish, expiresOn: inDays(400) })).refusal).toMatchObject({
    kind: 'override-day',
    most: 90,
  });
  expect((await desk.mutate('orderDesk.overrideCredit', wish)).refusal).toBeUndefined();
  expect((await desk.mutate('orderDesk.overrideCredit', wish)).refusal).toMatchObject({ kind: 'credit-passes' });
  expect([...(await blockedOrders(shop.db, all)).keys()]).not.toContain(id);

  // Another reason than the one that was let pass still stands.
  await shop.raw`update credit_accounts set on_hold = true, hold_reason = '欠款' where company_id = ${companyId}`;
  expect(await ship(id)).toMatchObject({ error: { kind: 'terms-blocked', reasons: [{ kind: 'blocked' }] } });
  await shop.raw`update credit_accounts set on_hold = false where company_id = ${companyId}`;
  await shop.raw`update credit_overrides set expires_on = '2020-01-01' where order_id = ${id}`;
  expect(await ship(id)).toMatchObject({ error: { kind: 'terms-blocked', reasons: [{ kind: 'limit-exceeded' }] } });
  await shop.raw`update credit_overrides set expires_on = '2999-01-01' where order_id = ${id}`;
  expect(await ship(id)).toMatchObject({ ok: true });
  const [audit] =
    await shop.raw`select actor_name, reason from audit_log where action = 'credit.override' and subject_id = ${id}`;
  expect(audit).toEqual({ actor_name: finance?.name, reason: wish.reason });
});

test('an order that takes no credit is not asked about it', async () => {
  const { id, companyId } = await newOrder('on-delivery');
  await shop.raw`update credit_accounts set on_hold = true, hold_reason = '欠款' where company_id = ${companyId}`;
  await act(reviewer, id, 'start-review');
  expect(await act(reviewer, id, 'approve')).toMatchObject({ ok: true });
});

test('views are kept by name, one’s own and shared; nobody removes another’s', async () => {
  const [one, other] = [await clientOf(reviewer), await clientOf(finance)];
  const save = (client: typeof one, name: string, shared: boolean) =>
    client.mutate('orderDesk.saveView', { name, shared, search: { queue: 'review', sort: 'total-desc' } });
  await save(one, '大单', false);
  await save(one, '待财务', true);
  await save(one, '大单', false);
  const viewsOf = async (client: typeof one) =>
    (await client.query('orderDesk.views')).data as { id: string; name: string; own: boolean }[];
  expect((await viewsOf(one)).map(({ name }) => name).toSorted()).toEqual(['大单', '待财务'].toSorted());
  const [shared] = await viewsOf(other);
  expect(shared).toMatchObject({ name: '待财务', own: false });
  expect((await other.mutate('orderDesk.removeView', { id: shared?.id })).refusal).toMatchObject({
    kind: 'view-not-found',
  });
  expect((await one.mutate('orderDesk.removeView', { id: shared?.id })).refusal).toBeUndefined();
});
