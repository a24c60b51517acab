import { minor } from '@tradeline/domain/money';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Gateway, makeKeys } from '../../../dev/gateway/index.ts';
import type { Deps } from '../../deps.ts';
import { expireOrders } from '../../jobs/expire-orders.ts';
import type { PaymentChannel } from '../../ports/payment.ts';
import { gatewaysOf } from '../../testing/gateway.ts';
import { openShop, type Shop } from '../../testing/index.ts';
import { openPayingShop } from '../../testing/paying-shop.ts';
import { place, type TestBuyer } from '../../testing/place.ts';
import { buyerActor } from '../order/actor.ts';
import { runCommand } from '../order/run-command.ts';
import { checkPayment } from './check-payment.ts';
import { sendRefunds } from './send-refunds.ts';
import { startPayment } from './start-payment.ts';
import { viewPayment } from './view-payment.ts';
import { watchPayments } from './watch-payments.ts';

let shop: Shop;
let standIn: Gateway;
let deps: Deps;
let skuId: string;
let close: () => Promise<void>;
const keys = makeKeys();

beforeAll(async () => {
  shop = await openShop({ pool: 20 });
  ({ standIn, deps, skuId, close } = await openPayingShop(shop, keys));
});
afterAll(() => close());
beforeEach(() => standIn.behave({}));

const all = { kind: 'all' as const };

/** An order that waits for its money, and an attempt to pay it. */
const awaiting = async (channel: PaymentChannel = 'wechat', wish: { paymentTerms?: 'prepaid' | 'terms' } = {}) => {
  const buyer = await shop.addBuyer({ creditLimit: 10_000_000 });
  const placed = await place(deps, buyer, [{ skuId, quantity: 1 }], {
    paymentTerms: 'prepaid',
    payBy: 'online',
    expectedTotal: minor(10_000),
    ...wish,
  });
  if (!placed.ok) throw new Error(JSON.stringify(placed.error));
  return { buyer, orderId: placed.value.id as string, ...(await begin(buyer, placed.value.id, channel)) };
};
const begin = async (buyer: TestBuyer, orderId: string, channel: PaymentChannel) => {
  const wish = { orderId, channel, part: 'required' as const, screen: 'desk' as const, address: '192.0.2.7' };
  const begun = await startPayment(deps, all, buyer, wish);
  if (!begun.ok) throw new Error(JSON.stringify(begun.error));
  const [row] = await shop.raw<{ number: string }[]>`select number from payment_attempts where id = ${begun.value.id}`;
  return { number: row!.number, begun: begun.value };
};
const orderOf = async (orderId: string) => {
  const [row] = await shop.raw<
    { approval: string; paid: string; refunded: string; status: string; version: number }[]
  >`select approval, paid_amount as paid, refunded_amount as refunded, payment_status as status, version from orders where id = ${orderId}`;
  return { ...row!, paid: Number(row!.paid), refunded: Number(row!.refunded) };
};
const receipts = (orderId: string) =>
  shop.raw`select method, amount::int, reference from payments where order_id = ${orderId} and kind = 'receipt'`;
const steps = async (orderId: string) =>
  (
    await shop.raw<{ action: string }[]>`select action from order_events where order_id = ${orderId} order by version`
  ).map(({ action }) => action);
const cancel = async (buyer: TestBuyer, orderId: string) => {
  const request = { scope: all, orderId, command: { action: 'cancel' as const } };
  const done = await runCommand(deps, buyerActor(buyer, 'test'), request);
  if (!done.ok) throw new Error(JSON.stringify(done.error));
};
/** The clock of the attempts is moved back instead of waiting. */
const age = (interval: string) => shop.raw`
  update payment_attempts set created_at = created_at - ${interval}::interval, asked_at = null where settled_at is null`;
const again = () => shop.raw`update refund_attempts set asked_at = null where settled_at is null`;

describe.each(['wechat', 'alipay'] as const)('%s', (channel) => {
  test('T04: one notice five times at once, three times later, the return page and the poller: one payment', async () => {
    const { orderId, number } = await awaiting(channel);
    standIn.behave({ lose: true });
    const trade = standIn.pay(channel, number);
    const notice = standIn.noticeOf(trade);
    await age('1 minute');
    const first = await Promise.all([
      ...Array.from({ length: 5 }, () => standIn.send(trade, notice)),
      checkPayment(deps, all, orderId),
      watchPayments(deps),
    ]);
    const later = await Promise.all(Array.from({ length: 3 }, () => standIn.send(trade, notice)));
    expect([...first.slice(0, 5), ...later]).toEqual(Array(8).fill(true));
    // And another notice of the same payment, with an id of its own.
    expect(await standIn.send(trade)).toBe(true);
    expect(await receipts(orderId)).toEqual([{ method: channel, amount: 10_000, reference: number }]);
    expect(await orderOf(orderId)).toMatchObject({ approval: 'submitted', paid: 10_000, status: 'paid' });
    expect(await steps(orderId)).toEqual(['submit', 'await-payment', 'capture-payment', 'confirm-payment']);
    const [events] = await shop.raw`
      select count(*)::int as n from outbox where aggregate_id = ${orderId} and type = 'order.capture-payment'`;
    expect(events).toEqual({ n: 1 });
    expect(await shop.broken()).toEqual({});
  });

  test('a tampered notice changes nothing and is not heard', async () => {
    const { orderId, number } = await awaiting(channel);
    standIn.behave({ lose: true });
    const trade = standIn.pay(channel, number);
    const { headers, body } = standIn.noticeOf(trade);
    for (const forged of [
      { headers, body: body.replace(/[1-8]/u, (digit) => String(Number(digit) + 1)) },
      { headers: { 'content-type': headers['content-type'] ?? '' }, body: body.replace('sign=', 'sign=A') },
      { headers, body: '' },
    ])
      expect(await standIn.send(trade, forged)).toBe(false);
    expect(await orderOf(orderId)).toMatchObject({ approval: 'awaiting-payment', paid: 0 });
    // Nobody told us in the end: the poller asks.
    await age('1 minute');
    await watchPayments(deps);
    expect(await orderOf(orderId)).toMatchObject({ approval: 'submitted', paid: 10_000 });
  });

  test('another amount than asked for is not booked, and stands there for a person', async () => {
    const { orderId, number } = await awaiting(channel);
    standIn.behave({ lose: true });
    const trade = standIn.pay(channel, number, { amount: 9_999 });
    expect(await standIn.send(trade)).toBe(true);
    expect(await receipts(orderId)).toEqual([]);
    expect(await orderOf(orderId)).toMatchObject({ approval: 'awaiting-payment', paid: 0 });
    expect(await shop.raw`select state, error from payment_attempts where number = ${number}`).toMatchObject([
      { state: 'unknown', error: expect.stringContaining('other-amount') },
    ]);
    expect(await shop.raw`select outcome from inbound_notices where subject = ${number}`).toEqual([
      { outcome: 'other-amount' },
    ]);
  });

  test('one transaction of the gateway pays one order', async () => {
    const [first, second] = [await awaiting(channel), await awaiting(channel)];
    standIn.behave({ lose: true });
    const paid = standIn.pay(channel, first.number);
    const twice = standIn.pay(channel, second.number, { transaction: paid.transaction });
    expect(await Promise.all([standIn.send(paid), standIn.send(twice)])).toEqual([true, true]);
    const booked = [...(await receipts(first.orderId)), ...(await receipts(second.orderId))];
    expect(booked).toHaveLength(1);
    expect(await shop.broken()).toEqual({});
  });

  test('cancelled after payment: the money goes back once, however often it is sent', async () => {
    const { buyer, orderId, number } = await awaiting(channel);
    standIn.behave({ lose: true });
    await standIn.send(standIn.pay(channel, number));
    await cancel(buyer, orderId);
    // The gateway takes it and does not answer; then many look at once.
    standIn.behave({ swallow: true });
    await sendRefunds(deps);
    expect(await shop.raw`select state from refund_attempts where order_id = ${orderId}`).toEqual([
      { state: 'unknown' },
    ]);
    standIn.behave({});
    await again();
    await Promise.all(Array.from({ length: 5 }, () => sendRefunds(deps)));
    expect(await shop.raw`select state, amount::int from refund_attempts where order_id = ${orderId}`).toEqual([
      { state: 'succeeded', amount: 10_000 },
    ]);
    expect(standIn.trade(channel, number)?.refunds).toMatchObject([{ amount: 10_000, state: 'succeeded' }]);
    expect(await orderOf(orderId)).toMatchObject({ paid: 10_000, refunded: 10_000, status: 'not-due' });
    expect(await shop.broken()).toEqual({});
  });

  test('a refund under way is asked about until it ends; one that is declined says so', async () => {
    const slow = await awaiting(channel);
    standIn.behave({ lose: true, slowRefunds: true });
    await standIn.send(standIn.pay(channel, slow.number));
    await cancel(slow.buyer, slow.orderId);
    await sendRefunds(deps);
    await again();
    await sendRefunds(deps);
    expect(await shop.raw`select state from refund_attempts where order_id = ${slow.orderId}`).toEqual([
      { state: 'unknown' },
    ]);
    standIn.settleRefunds('succeeded');
    await again();
    await sendRefunds(deps);
    expect(await shop.raw`select state from refund_attempts where order_id = ${slow.orderId}`).toEqual([
      { state: 'succeeded' },
    ]);

    const declined = await awaiting(channel);
    standIn.behave({ lose: true, declineRefunds: true });
    await standIn.send(standIn.pay(channel, declined.number));
    await cancel(declined.buyer, declined.orderId);
    await sendRefunds(deps);
    expect(
      await shop.raw`select state, error is not null as says from refund_attempts where order_id = ${declined.orderId}`,
    ).toEqual([{ state: 'failed', says: true }]);
  });

  test('paid after the order ended by itself: the money is recorded and goes back', async () => {
    const { orderId, number } = await awaiting(channel);
    await shop.raw`update orders set pay_until = now() - interval '1 second' where id = ${orderId}`;
    await expireOrders(deps);
    expect(await orderOf(orderId)).toMatchObject({ approval: 'cancelled' });
    standIn.behave({ lose: true });
    expect(await standIn.send(standIn.pay(channel, number))).toBe(true);
    expect(await orderOf(orderId)).toMatchObject({ approval: 'cancelled', paid: 10_000, refunded: 10_000 });
    await sendRefunds(deps);
    expect(standIn.trade(channel, number)?.refunds).toMatchObject([{ amount: 10_000 }]);
    expect(await shop.broken()).toEqual({});
  });

  test('an attempt nobody paid is closed at the gateway when it is over', async () => {
    const { buyer, orderId, number } = await awaiting(channel);
    await cancel(buyer, orderId);
    await watchPayments(deps);
    expect(standIn.trade(channel, number)?.state).toBe('closed');
    expect(
      await shop.raw`select state, settled_at is not null as over from payment_attempts where number = ${number}`,
    ).toEqual([{ state: 'voided', over: true }]);
  });

  test('the call was made and its answer lost: the next try is the same attempt', async () => {
    const buyer = await shop.addBuyer();
    const placed = await place(deps, buyer, [{ skuId, quantity: 1 }], {
      paymentTerms: 'prepaid',
      payBy: 'online',
      expectedTotal: minor(10_000),
    });
    if (!placed.ok) throw new Error('not placed');
    const orderId = placed.value.id;
    const wish = { orderId, channel, part: 'required' as const, screen: 'desk' as const, address: '' };
    standIn.behave({ swallow: true });
    expect(await startPayment(deps, all, buyer, wish)).toMatchObject({ ok: false, error: { kind: 'gateway-silent' } });
    expect(await shop.raw`select state from payment_attempts where order_id = ${orderId}`).toEqual([
      { state: 'unknown' },
    ]);
    standIn.behave({});
    const { number } = await begin(buyer, orderId, channel);
    expect(await shop.raw`select number, state from payment_attempts where order_id = ${orderId}`).toEqual([
      { number, state: 'started' },
    ]);
    standIn.pay(channel, number);
    await expect.poll(async () => (await orderOf(orderId)).paid).toBe(10_000);
  });
});

test('killed between the commit and the call: the attempt is found, and ended when the gateway never heard of it', async () => {
  const { orderId, number } = await awaiting();
  const lost = `${number}x`;
  await shop.raw`insert into payment_attempts (id, order_id, company_id, channel, number, amount, expires_at, started_by, created_at)
    select gen_random_uuid(), order_id, company_id, channel, ${lost}, amount, now() - interval '1 minute', 'test', now() - interval '1 hour'
    from payment_attempts where number = ${number}`;
  await watchPayments(deps);
  expect(await shop.raw`select state from payment_attempts where number = ${lost}`).toEqual([{ state: 'voided' }]);
  expect(await orderOf(orderId)).toMatchObject({ approval: 'awaiting-payment' });
});

test('paid by both channels: what is too much goes back by the channel it came last', async () => {
  const { buyer, orderId, number } = await awaiting('wechat');
  standIn.behave({ lose: true });
  const other = await begin(buyer, orderId, 'alipay');
  await Promise.all([standIn.send(standIn.pay('wechat', number)), standIn.send(standIn.pay('alipay', other.number))]);
  expect(await orderOf(orderId)).toMatchObject({
    approval: 'submitted',
    paid: 20_000,
    refunded: 10_000,
    status: 'paid',
  });
  await sendRefunds(deps);
  expect([
    ...(standIn.trade('wechat', number)?.refunds ?? []),
    ...(standIn.trade('alipay', other.number)?.refunds ?? []),
  ]).toMatchObject([{ amount: 10_000, state: 'succeeded' }]);
  expect(await shop.broken()).toEqual({});
});

test('an order on account paid online frees exactly its credit', async () => {
  const { buyer, orderId, number } = await awaiting('wechat', { paymentTerms: 'terms' });
  const used = async () =>
    (await shop.raw<{ used: string }[]>`select used from credit_accounts where company_id = ${buyer.company.id}`)[0]!
      .used;
  expect(await used()).toBe('10000');
  standIn.pay('wechat', number);
  await expect.poll(async () => (await orderOf(orderId)).paid).toBe(10_000);
  expect(await used()).toBe('0');
  expect(
    await startPayment(deps, all, buyer, { orderId, channel: 'wechat', part: 'all', screen: 'desk', address: '' }),
  ).toEqual({
    ok: false,
    error: { kind: 'nothing-due' },
  });
  expect(await shop.broken()).toEqual({});
});

test('cancelled while the payer pays: money and goods agree whoever was first', async () => {
  for (let round = 0; round < 6; round++) {
    const { buyer, orderId, number } = await awaiting();
    standIn.behave({ lose: true });
    const trade = standIn.pay('wechat', number);
    await Promise.all([standIn.send(trade), cancel(buyer, orderId)]);
    await sendRefunds(deps);
    expect(await orderOf(orderId)).toMatchObject({ approval: 'cancelled', paid: 10_000, refunded: 10_000 });
  }
  expect(await shop.broken()).toEqual({});
});

test('a gateway that hangs keeps no connection and no row: others go on', async () => {
  const waiting = await Promise.all(Array.from({ length: 8 }, () => awaiting()));
  standIn.behave({ hang: 30_000 });
  const patient = { ...deps, payments: gatewaysOf(keys, standIn.url, 4_000) };
  let answered = 0;
  const stuck = waiting.map(({ orderId }) => checkPayment(patient, all, orderId).finally(() => answered++));
  // What else runs meanwhile holds a connection for a moment; whoever waits for the gateway would hold one until the end.
  await expect
    .poll(async () => {
      const [open] = await shop.raw<{ n: number }[]>`
        select count(*)::int as n from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
      return open;
    })
    .toEqual({ n: 0 });
  expect(answered, 'all are still waiting').toBe(0);
  // The very orders that wait can be changed meanwhile.
  await cancel(waiting[0]!.buyer, waiting[0]!.orderId);
  expect(await orderOf(waiting[0]!.orderId)).toMatchObject({ approval: 'cancelled' });
  for (const answer of await Promise.all(stuck)) expect(answer).toEqual({ ok: true, value: ['no-answer'] });
});

test('the pay page says what is open, and a stranger sees no such order', async () => {
  const { buyer, orderId } = await awaiting();
  const scope = { kind: 'company' as const, companyId: buyer.company.id as string };
  expect(await viewPayment(deps, scope, orderId)).toMatchObject({
    ok: true,
    value: { payable: { required: 10_000, all: 10_000 }, refusal: null, attempt: { state: 'started' } },
  });
  const stranger = await shop.addBuyer();
  expect(await viewPayment(deps, { kind: 'company', companyId: stranger.company.id }, orderId)).toEqual({
    ok: false,
    error: { kind: 'order-not-found' },
  });
});
