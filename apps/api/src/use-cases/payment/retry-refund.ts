import { transact } from '@tradeline/db';
import { gatewayStore, outboxStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { type By, record } from '../record.ts';

/** Lets a refund that the gateway declined go out once more; it keeps its number, so it can never go out twice. */
export const retryRefund = (
  deps: Pick<Deps, 'db'>,
  by: By,
  { orderId, refundId }: { orderId: string; refundId: string },
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(deps.db, async (tx) => {
    const refund = await gatewayStore.retryRefund(tx, orderId, refundId);
    if (!refund) return err({ kind: 'refund-not-failed' });
    await record(tx, by, {
      action: 'payment.retry-refund',
      subject: { type: 'order', id: orderId },
      before: { state: 'failed', number: refund.number, error: refund.error },
      after: { state: 'waiting', amount: refund.amount },
    });
    await outboxStore.add(tx, {
      type: 'payment.refund-retried',
      aggregateType: 'payment',
      aggregateId: orderId,
      payload: { number: refund.number },
    });
    return ok({ id: refund.id });
  });
