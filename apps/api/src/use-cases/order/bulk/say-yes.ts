import { type Tx, transact } from '@tradeline/db';
import { type OrderScope, orderReviewStore, orderStore } from '@tradeline/db/stores';
import { reviewPermissions } from '@tradeline/domain/access';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { openReviews, type ReviewFacts, type ReviewStep, yesStep } from '@tradeline/domain/order';
import type { Deps } from '../../../deps.ts';
import type { Staff } from '../../../trpc/context.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { may } from '../../customer/seen-by.ts';
import { staffActor } from '../actor.ts';
import { reviewFacts } from '../order-facts.ts';
import { type Moved, takeStep } from '../run-command.ts';

export type YesTo = { id: string; expectedVersion: number };

/** Whether a person's role gives him the review at all; whether this one is his, the order's own rules say. */
export const mayReview = (staff: Staff, order: { approval: string; reviews: readonly ReviewFacts[] }) => {
  const step: ReviewStep = yesStep(order) === 'release' ? 'release' : (openReviews(order.reviews)[0]?.step ?? 'order');
  const action = reviewPermissions[step];
  return may(staff, action) ? ok(undefined) : err({ kind: 'not-permitted' as const, action });
};

/**
 * Says yes to one order as it was seen, whatever yes means where it stands: its review is begun where that is still to be
 * done, then the next one is passed, which may be the approval or the release. All of it, or nothing.
 */
export const sayYes = (
  { db }: Pick<Deps, 'db'>,
  staff: Staff,
  requestId: string,
  scope: OrderScope,
  { id, expectedVersion }: YesTo,
): Promise<Result<Moved, Refusal>> =>
  transact<Moved, Refusal>(db, async (tx) => {
    const actor = staffActor(staff, requestId);
    const order = await orderStore.lock(tx, scope, id);
    if (!order) return err({ kind: 'order-not-found' });
    if (order.version !== expectedVersion)
      return err({ kind: 'order-moved-on', expected: expectedVersion, actual: order.version });
    let approval = order.approval;
    if (approval === 'submitted') {
      const begun = await takeStep(tx, actor, { scope, orderId: id, command: { action: 'start-review' } });
      if (!begun.ok) return begun;
      approval = begun.value.approval;
    }
    const standing = { approval, reviews: await reviewsNow(tx, id) };
    const permitted = mayReview(staff, standing);
    if (!permitted.ok) return permitted;
    const action = yesStep(standing);
    const command = action === 'approve' ? { action, checks: { credit: true } } : { action };
    return takeStep(tx, actor, { scope, orderId: id, command });
  });

const reviewsNow = async (tx: Tx, id: string): Promise<ReviewFacts[]> =>
  (await orderReviewStore.ofOrder(tx, id)).map(reviewFacts);
