import type { Tx } from '@tradeline/db';
import { creditStore, promotionUseStore } from '@tradeline/db/stores';
import { err, type OrderId, ok, type Result } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import type { Step } from '@tradeline/domain/order';
import type { Reason, Refusal } from '../../../trpc/refusal-codes.ts';
import { type Actor, ledgerName } from '../actor.ts';
import type { OrderRecord } from '../order-facts.ts';
import { allReasons, isRefused } from '../placing/all-reasons.ts';
import { limitedUses } from '../placing/limited-uses.ts';
import { lockCoupons } from '../placing/take-holds.ts';
import { settlePoints, usePoints } from '../settle-points.ts';
import type { Revision } from './price-revision.ts';

/**
 * Takes what the changed order holds in place of what it held, in the one lock order: credit by the difference, coupons,
 * limits of promotions, points. Stock follows at the end. What somebody else has taken meanwhile refuses the change.
 */
export const takeAnew = async (
  tx: Tx,
  record: OrderRecord,
  revision: Revision,
  step: Step,
  actor: Actor,
): Promise<Result<void, Refusal>> => {
  const { id, companyId } = record.order;
  const by = ledgerName(actor);
  const cause = `${id}:${step.event.version}`;
  const more = revision.credit - record.creditHeld;
  const reasons: Reason[] = [];
  if (more > 0 && !(await creditStore.charge(tx, companyId, id, minor(more), by, cause)))
    reasons.push({ kind: 'terms-blocked', reasons: [], available: minor(0), waysOut: [] });
  if (more < 0) await creditStore.release(tx, companyId, id, minor(-more), cause, by);
  const code = await lockCoupons(tx, revision, { id: id as OrderId }, companyId, by);
  if (code !== undefined) reasons.push({ kind: 'coupon-used-up', code });
  const uses = limitedUses(revision.priced, revision.promotions);
  const exhausted = await promotionUseStore.take(tx, uses, { id, companyId });
  if (exhausted !== undefined)
    reasons.push({
      kind: 'promotion-used-up',
      promotionId: exhausted,
      name: revision.names[exhausted] ?? { zh: exhausted },
    });
  if (isRefused(reasons)) return allReasons(reasons);
  const asked = revision.priced.totals.pointsUsed - record.pointsHeld;
  const usable = asked > 0 ? await usePoints({ tx, record, step, actor }, asked) : undefined;
  // Another order has used points between our look and our lock.
  if (usable !== undefined) return err({ kind: 'points-short', asked, usable });
  if (asked < 0) await settlePoints({ tx, record, step, actor }, { restored: -asked, clawedBack: 0 });
  return ok(undefined);
};
