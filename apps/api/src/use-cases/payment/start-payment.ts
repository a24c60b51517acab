import { randomBytes } from 'node:crypto';
import { newId, type Tx, transact } from '@tradeline/db';
import {
  gatewayStore,
  type OrderScope,
  orderStore,
  outboxStore,
  type PaymentAttemptRow,
  sessionPayerStore,
  transactionTime,
} from '@tradeline/db/stores';
import { addMillis, err, type Instant, ok, type Result } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { can } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Invitation, PayerScreen, PaymentChannel } from '../../ports/payment.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { factsOf, loadOrder } from '../order/order-facts.ts';
import { payableNow } from './payable-now.ts';

export type StartPayment = {
  orderId: string;
  channel: PaymentChannel;
  /** What must be in first, or all that is open. */
  part: 'required' | 'all';
  screen: PayerScreen;
  /** The payer's network address. */
  address: string;
};
export type Begun = { id: string; channel: PaymentChannel; amount: Minor; expiresAt: Instant; invitation: Invitation };

const invitationTo = { desk: 'code', phone: 'address', wechat: 'bridge' } as const satisfies Record<
  PayerScreen,
  Invitation['kind']
>;

/** How long a code can be paid; less where the order ends sooner. */
const LASTS_MS = 30 * 60_000;

/**
 * Lets the buyer pay: the attempt is committed under its final number before the gateway hears of it, and no transaction
 * is open while we wait for the gateway. Who asks again for the same gets the same attempt; other open ones are called
 * off, and should one of them be paid all the same, what is too much goes back by itself. Inside WeChat an attempt is for one
 * payer, whom this session must know.
 */
export const startPayment = async (
  deps: Pick<Deps, 'db' | 'payments'>,
  scope: OrderScope,
  by: { id: string; sessionId: string },
  wish: StartPayment,
): Promise<Result<Begun, Refusal>> => {
  const { channel, screen, address } = wish;
  const gateway = deps.payments[channel];
  if (!gateway || (screen === 'wechat' && !gateway.insideApp)) return err({ kind: 'payment-channel-off', channel });
  const payer = screen === 'wechat' ? await sessionPayerStore.of(deps.db, by.sessionId) : undefined;
  if (screen === 'wechat' && payer === undefined) return err({ kind: 'payer-unknown', channel });
  const opened = await transact<{ attempt: PaymentAttemptRow; orderNumber: string }, Refusal>(deps.db, (tx) =>
    openAttempt(tx, scope, by, { ...wish, payer: payer ?? null }),
  );
  if (!opened.ok) return opened;
  const { attempt, orderNumber } = opened.value;
  const { id, number, amount, expiresAt } = attempt;
  if (attempt.invitation !== null)
    return ok({ id, channel, amount, expiresAt, invitation: attempt.invitation as Invitation });

  const started = await gateway.start({ number, amount, description: orderNumber, expiresAt, screen, address, payer });
  if (started.ok) {
    const invitation = started.value;
    await gatewayStore.answered(deps.db, id, { state: 'started', invitation, error: null });
    return ok({ id, channel, amount, expiresAt, invitation });
  }
  const { error } = started;
  if (error.kind === 'refused') {
    const text = `${error.code} ${error.detail}`.slice(0, 300);
    await gatewayStore.answered(deps.db, id, { state: 'failed', error: text });
    return err({ kind: 'gateway-refused', channel, code: error.code });
  }
  await gatewayStore.answered(deps.db, id, { state: 'unknown', error: null });
  return err({ kind: 'gateway-silent', channel });
};

const openAttempt = async (
  tx: Tx,
  scope: OrderScope,
  by: { id: string },
  { orderId, channel, part, screen, payer }: StartPayment & { payer: string | null },
): Promise<Result<{ attempt: PaymentAttemptRow; orderNumber: string }, Refusal>> => {
  const order = await orderStore.lock(tx, scope, orderId);
  if (!order) return err({ kind: 'order-not-found' });
  const record = await loadOrder(tx, order);
  const now = await transactionTime(tx);
  const facts = factsOf(record);
  if (order.payUntil && order.approval === 'awaiting-payment' && order.payUntil <= now)
    return err({ kind: 'payment-time-over', until: order.payUntil });
  const may = can(facts, 'start-payment', 'customer');
  if (!may.ok) return may;
  const amount = payableNow(facts)[part];

  const open = record.attempts.filter(({ state }) => state === 'started' || state === 'unknown');
  const same = open.find(
    (each) =>
      each.channel === channel &&
      each.amount === amount &&
      each.payer === payer &&
      each.expiresAt > addMillis(now, 60_000) &&
      (each.invitation === null || (each.invitation as Invitation).kind === invitationTo[screen]),
  );
  if (same) return ok({ attempt: same, orderNumber: order.number });
  await gatewayStore.callOff(
    tx,
    open.map(({ id }) => id),
  );
  const until = addMillis(now, LASTS_MS);
  const ends =
    order.approval === 'awaiting-payment' && order.payUntil && order.payUntil < until ? order.payUntil : until;
  const attempt = await gatewayStore.add(tx, {
    id: newId(),
    orderId,
    companyId: order.companyId,
    channel,
    // The order's number for people who read it at the gateway; the rest so that no other shop of ours ever made it.
    number: `${order.number}-${randomBytes(6).toString('hex')}`,
    amount,
    expiresAt: ends,
    startedBy: `buyer:${by.id}`,
    payer,
  });
  await outboxStore.add(tx, {
    type: 'payment.started',
    aggregateType: 'payment',
    aggregateId: orderId,
    companyId: order.companyId,
    payload: { number: attempt.number, channel },
  });
  return ok({ attempt, orderNumber: order.number });
};
