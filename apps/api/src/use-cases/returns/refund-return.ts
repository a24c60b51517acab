import type { Tx } from '@tradeline/db';
import { orderStore, pointStore, returnStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { can } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from '../order/actor.ts';
import { factsOf, loadOrder } from '../order/order-facts.ts';
import { type Moved, takeStep } from '../order/run-command.ts';
import { type Settlement, type SettleWish, settlementOf } from './settlement.ts';
import { inOrderOf, type ReturnTarget } from './step-return.ts';

/** What a refund would do now, in every step, before anybody confirms it. */
export const previewRefund = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { scope, returnId }: Pick<ReturnTarget, 'scope' | 'returnId'>,
  wish: SettleWish,
): Promise<Result<Settlement, Refusal>> =>
  inOrderOf(deps, { scope, returnId }, async (tx, orderId) => settle(tx, actor, { scope, returnId, orderId }, wish));

/**
 * Refunds a return, once: worked out and written under the order's lock, so that of two who press at the same time the
 * second finds it done. What a gateway has to send is asked for in the same transaction and sent after it.
 */
export const refundReturn = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { scope, returnId, expectedVersion }: ReturnTarget,
  wish: SettleWish & { expectedAmount: Minor },
): Promise<Result<Moved, Refusal>> =>
  inOrderOf(deps, { scope, returnId }, async (tx, orderId) => {
    const settled = await settle(tx, actor, { scope, returnId, orderId }, wish);
    if (!settled.ok) return settled;
    const { amount, allBack: _, couponsBack: __, ...payout } = settled.value;
    if (amount !== wish.expectedAmount)
      return err({ kind: 'refund-changed', expected: wish.expectedAmount, actual: amount });
    const creditNote = amount > 0 ? await returnStore.nextCreditNote(tx) : null;
    return takeStep(tx, actor, {
      scope,
      orderId,
      command: {
        action: 'refund-return',
        returnId,
        amount,
        expectedVersion,
        ...(wish.deductionReason ? { comment: wish.deductionReason } : {}),
      },
      returning: { change: { granted: amount, payout, creditNote }, points: payout.points },
    });
  });

/** Locked before anything is worked out: a preview waits for a step that is just being taken. */
const settle = async (
  tx: Tx,
  actor: Actor,
  { scope, returnId, orderId }: Pick<ReturnTarget, 'scope' | 'returnId'> & { orderId: string },
  wish: SettleWish,
): Promise<Result<Settlement, Refusal>> => {
  const order = await orderStore.lock(tx, scope, orderId);
  if (!order) return err({ kind: 'return-not-found' });
  const record = await loadOrder(tx, order);
  const open = can(factsOf(record), 'refund-return', actor.roles, returnId);
  if (!open.ok) return open;
  if (wish.deduction > 0 && !wish.deductionReason) return err({ kind: 'comment-required' });
  return ok(settlementOf(record, await pointStore.events(tx, order.companyId), returnId, wish));
};
