import { err, invariant, ok, type Result } from '../../kernel/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { blockReasons } from './block-reasons.ts';
import type { BlockReason, CreditCheck, CreditOverride } from './credit-check.ts';
import { exposureWith, unpaidPart } from './exposure.ts';
import { type WayOut, waysOut } from './way-out.ts';

/** How the exposure came about; the parts sum to `exposure` unless the security exceeds them. */
export type ExposureStep = {
  readonly part: 'open-items' | 'open-billing' | 'open-deliveries' | 'open-orders' | 'this-order' | 'secured';
  readonly amount: Minor;
};

export type ExposurePass = {
  readonly exposure: Minor;
  /** Limit left after this order; negative only under an override. */
  readonly available: Minor;
  readonly trace: readonly ExposureStep[];
  /** `review` when the exposure passes the share of the limit up to which the customer's orders are confirmed unseen. */
  readonly confirmation: 'auto' | 'review';
  /** Reasons that stand but were let pass by a named person. */
  readonly waived: readonly { readonly reason: BlockReason; readonly override: CreditOverride }[];
};

export type CreditBlocked = {
  readonly kind: 'credit-blocked';
  readonly reasons: readonly BlockReason[];
  readonly exposure: Minor;
  readonly available: Minor;
  readonly trace: readonly ExposureStep[];
  /** Cheapest first, never empty: a review is always possible, except that a lapsed licence must be renewed as well. */
  readonly waysOut: readonly WayOut[];
};

const traceOf = ({ exposure, order }: CreditCheck): ExposureStep[] => [
  { part: 'open-items', amount: exposure.openItems },
  { part: 'open-billing', amount: exposure.openBilling },
  { part: 'open-deliveries', amount: exposure.openDeliveries },
  { part: 'open-orders', amount: exposure.openOrders },
  { part: 'this-order', amount: unpaidPart(order) },
  { part: 'secured', amount: minor(0 - exposure.secured) },
];

/**
 * May this order go out on the customer's credit? Asked when an order is submitted, confirmed and shipped. A refusal names every
 * reason with its facts and the ways to let the order pass, so that the buyer is never left with a bare no.
 */
export const checkExposure = (check: CreditCheck): Result<ExposurePass, CreditBlocked> => {
  invariant(check.order.amount >= 0 && check.order.prepaid >= 0, 'an order amount and a prepayment are not negative');
  invariant(Number.isInteger(check.account.prepayPercent), 'the share to be prepaid is a whole percent');
  const overrides = (check.overrides ?? []).filter((override) => check.today <= override.expiresOn);
  const standing: BlockReason[] = [];
  const waived: { reason: BlockReason; override: CreditOverride }[] = [];
  for (const reason of blockReasons(check)) {
    const override = overrides.find((candidate) => candidate.reasons.includes(reason.kind));
    if (override) waived.push({ reason, override });
    else standing.push(reason);
  }
  const exposure = exposureWith(check.exposure, unpaidPart(check.order));
  const available = minor(check.account.limit - exposure);
  const trace = traceOf(check);
  if (standing.length > 0)
    return err({
      kind: 'credit-blocked',
      reasons: standing,
      exposure,
      available,
      trace,
      waysOut: waysOut(check, standing, new Set(waived.map(({ reason }) => reason.kind))),
    });

  const autoUpTo = (BigInt(check.account.limit) * BigInt(check.account.autoConfirmPercent)) / 100n;
  const unseen = unpaidPart(check.order) === 0 || BigInt(exposure) <= autoUpTo;
  return ok({ exposure, available, trace, confirmation: unseen && waived.length === 0 ? 'auto' : 'review', waived });
};
