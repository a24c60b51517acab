import { type Tx, transact } from '@tradeline/db';
import { gatewayStore, outboxStore, type PaymentAttemptRow, type RefundAttemptRow } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { PaymentChannel, RefundReport } from '../../ports/payment.ts';

const AT_ONCE = 20;

type Taken = { refund: RefundAttemptRow; attempt: PaymentAttemptRow; orderNumber: string };

/**
 * Sends back what is owed, each refund under its one number for ever. What was sent before is asked about first, and sent
 * again under the same number only when the gateway never heard of it. Answers how many came to an end.
 */
export const sendRefunds = async (deps: Pick<Deps, 'db' | 'payments' | 'log'>): Promise<number> => {
  const taken = await gatewayStore.takeRefunds(deps.db, AT_ONCE);
  const ended = await Promise.all(taken.map((each) => sendOne(deps, each)));
  return ended.filter(Boolean).length;
};

const sendOne = async (
  { db, payments, log }: Pick<Deps, 'db' | 'payments' | 'log'>,
  { refund, attempt, orderNumber }: Taken,
): Promise<boolean> => {
  const gateway = payments[attempt.channel as PaymentChannel];
  if (!gateway) return false;
  const wish = {
    number: attempt.number,
    paid: attempt.amount,
    refundNumber: refund.number,
    amount: refund.amount,
    reason: orderNumber,
  };
  const before = refund.attempts > 1 ? await gateway.queryRefund(wish) : undefined;
  const isNew = before === undefined || (before.ok && before.value.state === 'absent');
  const answer = isNew ? await gateway.refund(wish) : before;
  if (answer.ok) return end(db, refund, attempt, answer.value);
  const { error } = answer;
  log.warn({ refund: refund.number, channel: attempt.channel, problem: error.kind }, 'a refund was not confirmed');
  if (error.kind === 'refused')
    return end(db, refund, attempt, { state: 'failed', detail: `${error.code} ${error.detail}` });
  await gatewayStore.refundUnanswered(db, refund.id, error.detail.slice(0, 300));
  return false;
};

const end = async (
  db: Deps['db'],
  refund: RefundAttemptRow,
  attempt: PaymentAttemptRow,
  report: RefundReport,
): Promise<boolean> => {
  if (report.state !== 'succeeded' && report.state !== 'failed') return false;
  const { state } = report;
  const done = await transact(db, async (tx: Tx) => {
    const last = await gatewayStore.endRefund(tx, refund.id, {
      state,
      transaction: report.state === 'succeeded' ? report.transaction : null,
      error: report.state === 'failed' ? report.detail.slice(0, 300) : null,
    });
    if (last)
      await outboxStore.add(tx, {
        type: `payment.refund-${state}`,
        aggregateType: 'payment',
        aggregateId: refund.orderId,
        companyId: attempt.companyId,
        payload: { number: refund.number, channel: attempt.channel, amount: refund.amount },
      });
    return ok(last);
  });
  return done.ok && done.value;
};
