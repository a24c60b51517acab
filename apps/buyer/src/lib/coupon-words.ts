import type { RejectionReason } from '@tradeline/domain/promotion';
import type { Outputs } from './trpc.ts';
import type { Words } from './words.ts';

type Why = NonNullable<Outputs['checkout']['preview']['coupons'][number]['why']>;

/** Why a coupon takes nothing off this order, in a few words. */
export const couponWhyText = (why: Why, { t, money, quantity }: Words): string => {
  if (why.reason === 'unknown') return t.coupon_why_unknown();
  if (why.reason === 'conditions_not_met' && 'missing' in why && why.missing) {
    const { amount, quantity: units } = why.missing;
    if (amount !== undefined) return t.coupon_why_amount({ amount: money(amount) });
    if (units !== undefined) return t.coupon_why_quantity({ quantity: quantity(units) });
  }
  return others[why.reason]?.(t) ?? t.coupon_why_not_now();
};

const others: Partial<Record<RejectionReason, (t: Words['t']) => string>> = {
  conditions_not_met: (t) => t.coupon_why_conditions(),
  usage_limit_reached: (t) => t.coupon_why_used_up(),
  customer_usage_limit_reached: (t) => t.coupon_why_used_by_you(),
  budget_exceeded: (t) => t.coupon_why_used_up(),
  excluded_by_exclusive: (t) => t.coupon_why_with_others(),
  excluded_by_group: (t) => t.coupon_why_with_others(),
  excluded_by_coupon: (t) => t.coupon_why_with_others(),
  excluded_by_best_deal: (t) => t.coupon_why_with_others(),
  not_best: (t) => t.coupon_why_with_others(),
  nothing_to_discount: (t) => t.coupon_why_conditions(),
};
