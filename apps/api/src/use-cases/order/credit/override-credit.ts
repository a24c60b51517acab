import { transact } from '@tradeline/db';
import {
  auditStore,
  creditOverrideStore,
  type OrderScope,
  orderStore,
  outboxStore,
  shopMoment,
} from '@tradeline/db/stores';
import { businessDay, daysBetween } from '@tradeline/domain/calendar';
import { type Day, err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../../deps.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import type { By } from '../../record.ts';
import { creditAgain } from './credit-again.ts';

/** An exception is for the matter at hand, not for ever. */
export const LONGEST_DAYS = 90;

export type OverrideWish = { orderId: string; reason: string; expiresOn: Day };

/**
 * Lets an order pass though credit stands against it: exactly the reasons that stand now, until a day, for a reason that is
 * kept. A reason that comes up later stands again. Whoever placed or changed the order lets nothing of it pass.
 */
export const overrideCredit = (
  { db }: Pick<Deps, 'db'>,
  { staff, requestId }: By,
  scope: OrderScope,
  { orderId, reason, expiresOn }: OverrideWish,
): Promise<Result<{ id: string }, Refusal>> =>
  transact<{ id: string }, Refusal>(db, async (tx) => {
    const order = await orderStore.lock(tx, scope, orderId);
    if (!order) return err({ kind: 'order-not-found' });
    const { now, zone } = await shopMoment(tx);
    const days = daysBetween(businessDay(now, zone), expiresOn);
    if (days < 0 || days > LONGEST_DAYS) return err({ kind: 'override-day', most: LONGEST_DAYS });
    const credit = await creditAgain(tx, order);
    if (credit.ok) return err({ kind: 'credit-passes' });
    const kinds = [...new Set(credit.error.reasons.map(({ kind }) => kind))];
    const { companyId } = order;
    const id = await creditOverrideStore.add(tx, {
      companyId,
      orderId,
      kinds,
      reason,
      expiresOn,
      staffId: staff.id,
      staffName: staff.name,
    });
    await outboxStore.add(tx, {
      type: 'credit.overridden',
      aggregateType: 'order',
      aggregateId: orderId,
      payload: { number: order.number, kinds },
    });
    await auditStore.add(tx, {
      actor: { type: 'staff', id: staff.id, name: staff.name },
      action: 'credit.override',
      subject: { type: 'order', id: orderId },
      before: { reasons: credit.error.reasons },
      after: { kinds, expiresOn },
      reason,
      requestId,
    });
    return ok({ id });
  });
