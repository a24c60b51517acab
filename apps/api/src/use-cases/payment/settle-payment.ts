import { sqlState, type Tx, transact } from '@tradeline/db';
import {
  gatewayStore,
  inboundNoticeStore,
  orderStore,
  outboxStore,
  type PaymentAttemptRow,
} from '@tradeline/db/stores';
import { ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { PaymentChannel, PaymentReport } from '../../ports/payment.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { system } from '../order/actor.ts';
import { takeStep } from '../order/run-command.ts';

/**
 * What became of a report. `captured`: money is now recorded that was not before. The three that begin with `other` are
 * money or words that do not fit what we asked for: they change no order and wait for a person.
 */
export type Settled = 'captured' | 'known' | 'ended' | 'open' | 'other-amount' | 'other-transaction' | 'other-number';

export type Report = {
  channel: PaymentChannel;
  number: string;
  report: PaymentReport;
  /** The notice that brought it, marked as dealt with in the same transaction. */
  noticeId?: string | undefined;
};

/**
 * Takes a gateway's word about an attempt. The notice, the return page and the poller all end here, at once and as
 * often as they like: the order's lock lines them up, and only the first finds the attempt without its money. It books
 * one receipt and one step of the order. Money for an order that is over, or more than it owes, is asked back at once.
 */
export const settlePayment = async (deps: Pick<Deps, 'db'>, told: Report): Promise<Settled> => {
  try {
    return outcomeOf(await transact<Settled, Refusal>(deps.db, (tx) => settleOnce(tx, told)));
  } catch (error) {
    // One transaction of the gateway cannot pay two attempts: the second is shown to a person.
    if (sqlState(error) !== '23505') throw error;
    return outcomeOf(
      await transact<Settled, Refusal>(deps.db, async (tx) => {
        const attempt = await gatewayStore.find(tx, told.channel, told.number);
        return attempt ? flag(tx, told, attempt, 'other-transaction') : handled(tx, told, 'other-number');
      }),
    );
  }
};

const outcomeOf = (result: Result<Settled, Refusal>): Settled => {
  if (!result.ok) throw new Error(`money could not be recorded: ${JSON.stringify(result.error)}`);
  return result.value;
};

const settleOnce = async (tx: Tx, told: Report): Promise<Result<Settled, Refusal>> => {
  const found = await gatewayStore.find(tx, told.channel, told.number);
  if (!found) return handled(tx, told, 'other-number');
  await orderStore.lock(tx, { kind: 'all' }, found.orderId);
  // Read again: whoever held the lock may have settled it.
  const attempt = (await gatewayStore.find(tx, told.channel, told.number)) ?? found;
  const { report } = told;
  if (report.state === 'paid') return take(tx, told, attempt, report);
  if (attempt.state === 'captured') return handled(tx, told, 'known');
  if (report.state === 'closed') {
    if (await gatewayStore.end(tx, attempt.id)) await tell(tx, attempt, 'payment.ended');
    return handled(tx, told, 'ended');
  }
  return handled(tx, told, 'open');
};

const take = async (
  tx: Tx,
  told: Report,
  attempt: PaymentAttemptRow,
  paid: Extract<PaymentReport, { state: 'paid' }>,
): Promise<Result<Settled, Refusal>> => {
  if (attempt.state === 'captured')
    return attempt.transaction === paid.transaction
      ? handled(tx, told, 'known')
      : flag(tx, told, attempt, 'other-transaction');
  const order = await orderStore.find(tx, { kind: 'all' }, attempt.orderId);
  if (paid.amount !== attempt.amount || paid.currency !== order?.currency)
    return flag(tx, told, attempt, 'other-amount');
  await gatewayStore.nameTransaction(tx, attempt.id, paid.transaction);
  const request = { scope: { kind: 'all' as const }, orderId: attempt.orderId };
  const captured = await takeStep(tx, system, {
    ...request,
    command: { action: 'capture-payment', paymentId: attempt.id, amount: paid.amount },
  });
  if (!captured.ok) return captured;
  if (captured.value.approval === 'awaiting-payment') {
    const confirmed = await takeStep(tx, system, { ...request, command: { action: 'confirm-payment' } });
    // A part of what must be in first: the order goes on waiting for the rest.
    if (!confirmed.ok && confirmed.error.kind !== 'prepayment-missing') return confirmed;
  }
  return handled(tx, told, 'captured');
};

const flag = async (
  tx: Tx,
  told: Report,
  attempt: PaymentAttemptRow,
  outcome: 'other-amount' | 'other-transaction',
): Promise<Result<Settled, Refusal>> => {
  const said =
    told.report.state === 'paid' ? `${told.report.transaction} ${told.report.amount} ${told.report.currency}` : '';
  const error = `${outcome}: ${said}`;
  if (attempt.error !== error) {
    await gatewayStore.flag(tx, attempt.id, error);
    await tell(tx, attempt, 'payment.flagged');
  }
  return handled(tx, told, outcome);
};

const handled = async (tx: Tx, told: Report, outcome: Settled): Promise<Result<Settled, Refusal>> => {
  if (told.noticeId !== undefined) await inboundNoticeStore.handled(tx, told.noticeId, outcome);
  return ok(outcome);
};

const tell = (tx: Tx, attempt: PaymentAttemptRow, type: string): Promise<void> =>
  outboxStore.add(tx, {
    type,
    aggregateType: 'payment',
    aggregateId: attempt.orderId,
    companyId: attempt.companyId,
    payload: { number: attempt.number, channel: attempt.channel },
  });
