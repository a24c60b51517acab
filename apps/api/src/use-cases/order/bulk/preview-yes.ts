import type { Tx } from '@tradeline/db';
import { type OrderRow, type OrderScope, orderStore, transactionTime } from '@tradeline/db/stores';
import { err, type Instant, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { openUnits, type ReviewPlan, reviewsOf, step, yesStep } from '@tradeline/domain/order';
import type { Deps } from '../../../deps.ts';
import type { Staff } from '../../../trpc/context.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { staffActor } from '../actor.ts';
import { decideWithCredit } from '../credit/decide-with-credit.ts';
import { factsOf, loadOrder } from '../order-facts.ts';
import { reviewPlanNow } from '../reviewing/review-plan.ts';
import { mayReview, type YesTo } from './say-yes.ts';

export type YesEffect = {
  action: 'pass-review' | 'approve' | 'release';
  total: Minor;
  currency: string;
  /** Units that picking will wait for, and credit that stays used. */
  units: number;
  credit: Minor;
};
export type PreviewedYes =
  | { id: string; number: string; effect: YesEffect }
  | { id: string; number: string; refusal: Refusal };

const AT_ONCE = 8;

/** What saying yes to each of these orders would do now, decided by the rules that will decide it, with nothing written. */
export const previewYes = async (
  { db }: Pick<Deps, 'db'>,
  staff: Staff,
  scope: OrderScope,
  orders: readonly YesTo[],
): Promise<PreviewedYes[]> => {
  const [now, { plan }] = await Promise.all([transactionTime(db), reviewPlanNow(db)]);
  const previews: PreviewedYes[] = [];
  for (let at = 0; at < orders.length; at += AT_ONCE)
    previews.push(
      ...(await Promise.all(
        orders.slice(at, at + AT_ONCE).map(async (asked) => {
          const order = await orderStore.find(db, scope, asked.id);
          if (!order) return { id: asked.id, number: '', refusal: { kind: 'order-not-found' as const } };
          const effect = await effectOf(db, staff, order, asked, plan, now);
          const { id, number } = order;
          return effect.ok ? { id, number, effect: effect.value } : { id, number, refusal: effect.error };
        }),
      )),
    );
  return previews;
};

const effectOf = async (
  tx: Tx,
  staff: Staff,
  order: OrderRow,
  { expectedVersion }: YesTo,
  plan: ReviewPlan,
  now: Instant,
): Promise<Result<YesEffect, Refusal>> => {
  if (order.version !== expectedVersion)
    return err({ kind: 'order-moved-on', expected: expectedVersion, actual: order.version });
  const { roles, staffRoles } = staffActor(staff, '');
  const acting = { roles, actorId: staff.id, at: now, ...(staffRoles ? { staffRoles } : {}) };
  let facts = factsOf(await loadOrder(tx, order));
  if (facts.approval === 'submitted') {
    const begun = step(facts, { action: 'start-review', reviews: reviewsOf(plan, 'review') }, acting);
    if (!begun.ok) return begun;
    facts = begun.value.facts;
  }
  const permitted = mayReview(staff, { approval: facts.approval, reviews: facts.reviews ?? [] });
  if (!permitted.ok) return permitted;
  const action = yesStep(facts);
  const command = action === 'approve' ? { action, checks: { credit: true } } : { action };
  const decided = await decideWithCredit(tx, order, command, (asked) => step(facts, asked, acting), 'look');
  if (!decided.ok) return decided;
  return ok({
    action,
    total: order.totalAmount,
    currency: order.currency,
    units: facts.lines.reduce((units, line) => units + openUnits(line), 0),
    credit: minor(Math.max(0, facts.holds.credit)),
  });
};
