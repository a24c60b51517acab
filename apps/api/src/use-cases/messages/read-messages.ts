import { transact } from '@tradeline/db';
import {
  type MessageSide,
  messageStore,
  type OrderScope,
  orderStore,
  outboxStore,
  transactionTime,
} from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';

/** Notes that a side has seen what the other said; the other side's screen learns of it. Nothing new changes nothing. */
export const readMessages = (
  { db }: Pick<Deps, 'db'>,
  scope: OrderScope,
  side: MessageSide,
  orderId: string,
): Promise<Result<{ seen: number }, Refusal>> =>
  transact(db, async (tx) => {
    const order = await orderStore.find(tx, scope, orderId);
    if (!order) return err({ kind: 'order-not-found' });
    const seen = await messageStore.markRead(tx, orderId, side, await transactionTime(tx));
    if (seen > 0)
      await outboxStore.add(tx, {
        type: 'message.read',
        aggregateType: 'message',
        aggregateId: orderId,
        companyId: order.companyId,
        payload: { orderId, by: side },
      });
    return ok({ seen });
  });
