import type { PromotionId, SkuId } from '../kernel/index.ts';
import type { Minor } from '../money/index.ts';
import type { Scope } from './promotion.ts';

export type PromotionStage = 'catalog' | 'line' | 'order' | 'shipping';

/** One reduction of one line (or of shipping) by one action. The roundeds of a line's entries sum to its discount. */
export type TraceEntry = {
  /** What reduced: a promotion by id, or points paid in. */
  readonly source:
    | { readonly kind: 'promotion'; readonly promotionId: PromotionId; readonly actionIndex: number }
    | { readonly kind: 'points' };
  readonly stage: PromotionStage | 'points';
  /** The line, or `shipping`. */
  readonly target: { readonly kind: 'line'; readonly lineId: string } | { readonly kind: 'shipping' };
  /** Units the action reduced, when fewer than the line has. */
  readonly units?: number | undefined;
  /** The amount that the rule was applied to. */
  readonly base: Minor;
  readonly percent?: string | undefined;
  /** The exact discount before rounding, as a fraction of minor units; absent when it is whole already. */
  readonly raw?: string | undefined;
  readonly rounded: Minor;
  /** What a floor, a cap or the rest of a budget kept back from this line. */
  readonly heldBack?: { readonly by: 'floor' | 'line-value' | 'cap' | 'budget'; readonly amount: Minor } | undefined;
  readonly before: Minor;
  readonly after: Minor;
};

export type RejectionReason =
  | 'disabled'
  | 'not_started'
  | 'expired'
  | 'outside_hours'
  | 'channel_mismatch'
  | 'customer_mismatch'
  | 'coupon_not_entered'
  | 'conditions_not_met'
  | 'usage_limit_reached'
  | 'customer_usage_limit_reached'
  | 'budget_exceeded'
  | 'excluded_by_exclusive'
  | 'excluded_by_group'
  | 'excluded_by_coupon'
  | 'excluded_by_best_deal'
  | 'not_best'
  | 'nothing_to_discount';

/** More of the scope (of everything when absent), as an amount or as units. */
export type Missing = {
  readonly amount?: Minor | undefined;
  readonly quantity?: number | undefined;
  readonly scope?: Scope | undefined;
};

export type RejectedPromotion = {
  readonly promotionId: PromotionId;
  readonly reason: RejectionReason;
  /** What would make its first unmet condition hold: 还差 ¥12.50, or so many more units. */
  readonly missing?: Missing | undefined;
  /** The promotion that took its place. */
  readonly inFavourOf?: PromotionId | undefined;
};

export type AppliedPromotion = {
  readonly promotionId: PromotionId;
  readonly stage: PromotionStage;
  readonly couponCode?: string | undefined;
  /** Goods and shipping together. */
  readonly amount: Minor;
  /** Sets, groups, tiers or full thresholds that were reached, for rules that have steps. */
  readonly times?: number | undefined;
  /** What is missing to its next step: the next tier, the next full threshold, the next gift. */
  readonly next?: Missing | undefined;
  /** The bundle search stopped at its limit: the result is good, not proven best. */
  readonly approximate?: boolean | undefined;
};

export type GiftLine = {
  readonly promotionId: PromotionId;
  readonly skuId: SkuId;
  readonly quantity: number;
  /** List value for reports, in minor units; the buyer pays 0. */
  readonly value: Minor;
  /** The options the buyer may choose from, when there are several. */
  readonly options?: readonly SkuId[] | undefined;
};

/** A gift that could not be given as promised. */
export type GiftNotice = {
  readonly promotionId: PromotionId;
  readonly skuId: SkuId;
  readonly missing: number;
  readonly settled: 'substitute' | 'money' | 'drop';
};
