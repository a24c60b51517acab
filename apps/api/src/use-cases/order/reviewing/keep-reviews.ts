import type { Tx } from '@tradeline/db';
import { orderReviewStore } from '@tradeline/db/stores';
import { invariant } from '@tradeline/domain/kernel';
import { type OrderCommand, type OrderFacts, reviewsOf } from '@tradeline/domain/order';
import type { Actor } from '../actor.ts';
import { reviewPlanNow } from './review-plan.ts';

/** A command that begins a round is given the reviews that are set up at this moment; no caller can leave them out. */
export const withReviews = async (tx: Tx, command: OrderCommand): Promise<OrderCommand> => {
  if (command.action !== 'start-review' && command.action !== 'auto-confirm') return command;
  const { plan } = await reviewPlanNow(tx);
  return { ...command, reviews: reviewsOf(plan, command.action === 'start-review' ? 'review' : 'confirmed') };
};

/** Writes down what a step did to the reviews of an order: begun, passed, or taken back. */
export const keepReviews = async (
  tx: Tx,
  orderId: string,
  { command, before, after, actor }: { command: OrderCommand; before: OrderFacts; after: OrderFacts; actor: Actor },
): Promise<void> => {
  const { action } = command;
  if (action === 'start-review' || action === 'auto-confirm')
    return orderReviewStore.begin(tx, orderId, after.version, after.reviews ?? []);
  if (action === 'change' || action === 'edit') return orderReviewStore.drop(tx, orderId);
  if (action !== 'pass-review' && action !== 'approve' && action !== 'release') return;
  const done = after.reviews?.find(
    ({ passedBy }, at) => passedBy !== undefined && before.reviews?.[at]?.passedBy === undefined,
  );
  if (!done) return;
  invariant(actor.id !== null, 'a review is passed by somebody');
  const passed = await orderReviewStore.pass(tx, orderId, done.step, { id: actor.id, name: actor.name });
  invariant(passed, 'the order’s lock keeps its reviews');
};
