import { gatewayStore, inboundNoticeStore, type OrderScope, orderStore } from '@tradeline/db/stores';
import { err, ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** What gateways had to do with an order, as finance reads it; no bodies of notices and no payer's data. */
export const onlineMoney = async ({ db }: Pick<Deps, 'db'>, scope: OrderScope, orderId: string) => {
  const order = await orderStore.find(db, scope, orderId);
  if (!order) return err({ kind: 'order-not-found' } satisfies Refusal);
  const [attempts, refunds] = await Promise.all([
    gatewayStore.attempts(db, order.id),
    gatewayStore.refunds(db, order.id),
  ]);
  const notices = await inboundNoticeStore.about(
    db,
    attempts.map(({ number }) => number),
  );
  return ok({
    currency: order.currency,
    attempts: attempts.map(({ id, channel, number, transaction, amount, state, error, ...times }) => ({
      id,
      channel,
      number,
      transaction,
      amount,
      state: state as 'started' | 'unknown' | 'captured' | 'failed' | 'voided',
      error,
      createdAt: times.createdAt,
      settledAt: times.settledAt,
      askedAt: times.askedAt,
      notices: notices.filter(({ subject }) => subject === number),
    })),
    refunds: refunds.map(
      ({ id, number, transaction, amount, state, error, attempts: tries, createdAt, settledAt }) => ({
        id,
        number,
        transaction,
        amount,
        state: state as 'waiting' | 'unknown' | 'succeeded' | 'failed',
        error,
        tries,
        createdAt,
        settledAt,
      }),
    ),
  });
};
