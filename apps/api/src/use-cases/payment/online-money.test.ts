import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FakeGateway, fakeGateway } from '../../adapters/payment/fake.ts';
import type { Deps } from '../../deps.ts';
import { httpClient, openShop, type Shop } from '../../testing/index.ts';
import { place } from '../../testing/place.ts';
import { buyerActor } from '../order/actor.ts';
import { runCommand } from '../order/run-command.ts';
import { checkPayment } from './check-payment.ts';
import { sendRefunds } from './send-refunds.ts';
import { startPayment } from './start-payment.ts';

let shop: Shop;
let deps: Deps;
let wechat: FakeGateway;
let declines = true;
beforeAll(async () => {
  shop = await openShop();
  wechat = fakeGateway();
  const { refund } = wechat;
  wechat.refund = async (wish) =>
    declines ? { ok: false, error: { kind: 'refused', code: 'NOT_ENOUGH', detail: '余额不足' } } : refund(wish);
  deps = { ...shop.deps, payments: { wechat } };
});
afterAll(() => shop.close());

test('a declined refund waits for finance, who sends it again under its number; the audit log says who', async () => {
  const { skuId } = await shop.addSku({ price: 1_000_000, north: 10 });
  const buyer = await shop.addBuyer();
  const placed = await place(deps, buyer, [{ skuId, quantity: 1 }], { expectedTotal: minor(10_000) });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  const orderId = placed.value.id as string;
  const scope = { kind: 'all' as const };
  const wish = { orderId, channel: 'wechat' as const, part: 'all' as const, screen: 'desk' as const, address: '' };
  await startPayment(deps, scope, buyer, wish);
  const [attempt] = await shop.raw<
    { number: string }[]
  >`select number from payment_attempts where order_id = ${orderId}`;
  wechat.pay(attempt!.number);
  expect(await checkPayment(deps, scope, orderId)).toEqual({ ok: true, value: ['captured'] });
  await runCommand(deps, buyerActor(buyer, 'test'), { scope, orderId, command: { action: 'cancel' } });
  await sendRefunds(deps);

  const finance = httpClient(shop, 'staff');
  const clerk = await shop.addStaff('finance');
  await finance.signIn(clerk.login);
  const waiting = (await finance.query('payments.list', { tab: 'attention' })).data as {
    rows: { kind: string; id: string; amount: number; error: string }[];
    counts: Record<string, number>;
  };
  expect(waiting.rows).toMatchObject([{ kind: 'refund', amount: 10_000, error: 'NOT_ENOUGH 余额不足' }]);
  expect(waiting.counts).toEqual({ attention: 1, open: 0, done: 1, ended: 0 });

  declines = false;
  const refundId = waiting.rows[0]!.id;
  const seller = httpClient(shop, 'staff');
  await seller.signIn((await shop.addStaff('sales')).login);
  expect(await seller.mutate('payments.retryRefund', { orderId, refundId })).toMatchObject({ status: 403 });
  expect(await finance.mutate('payments.retryRefund', { orderId, refundId })).toMatchObject({ status: 200 });
  expect(await finance.mutate('payments.retryRefund', { orderId, refundId })).toMatchObject({
    refusal: { kind: 'refund-not-failed' },
  });
  await sendRefunds(deps);
  expect(await shop.raw`select state, attempts from refund_attempts where order_id = ${orderId}`).toEqual([
    { state: 'succeeded', attempts: 2 },
  ]);
  expect(await shop.raw`select actor_name from audit_log where action = 'payment.retry-refund'`).toEqual([
    { actor_name: clerk.name },
  ]);
  // A salesperson sees the money of his own customers only.
  expect((await seller.query('payments.list', {})).data).toMatchObject({ total: 0 });
  expect(await shop.broken()).toEqual({});
});
