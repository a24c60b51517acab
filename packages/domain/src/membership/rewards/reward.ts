import type { Day, SkuId } from '../../kernel/index.ts';
import { err, ok, type Result } from '../../kernel/index.ts';

/** Something points can be exchanged for. */
export type Reward = {
  readonly id: string;
  readonly gives:
    | { readonly kind: 'goods'; readonly sku: SkuId; readonly quantity: number }
    | { readonly kind: 'coupon'; readonly coupon: string };
  /** Points for one. */
  readonly cost: number;
  /** What is left to give; absent = unlimited (coupons). */
  readonly stock?: number | undefined;
  readonly perCustomerLimit?: number | undefined;
  /** Levels that may take it; absent = all. */
  readonly levels?: readonly string[] | undefined;
  readonly startsOn?: Day | undefined;
  /** First day on which it is no longer given. */
  readonly endsOn?: Day | undefined;
};

export type RewardRequest = {
  readonly quantity: number;
  readonly today: Day;
  /** Usable points: after expiry, without pending ones, less debt. */
  readonly balance: number;
  readonly level?: string | undefined;
  /** Taken by this customer before and not given back. */
  readonly redeemedByCustomer: number;
};

export type RewardRefusal =
  | { readonly kind: 'not-offered'; readonly startsOn?: Day | undefined; readonly endsOn?: Day | undefined }
  | { readonly kind: 'level-required'; readonly levels: readonly string[] }
  | { readonly kind: 'out-of-stock'; readonly asked: number; readonly left: number }
  | { readonly kind: 'customer-limit'; readonly limit: number; readonly redeemed: number }
  | { readonly kind: 'not-enough-points'; readonly cost: number; readonly balance: number; readonly missing: number };

/** What the caller must do together, in one transaction. */
export type RewardEffect =
  | { readonly kind: 'debit-points'; readonly points: number }
  | { readonly kind: 'reserve-goods'; readonly sku: SkuId; readonly quantity: number }
  | { readonly kind: 'issue-coupon'; readonly coupon: string; readonly count: number };

/** Stock and limits first, the balance last: a customer short of points still learns that the reward is gone. */
export const redeemReward = (
  reward: Reward,
  request: RewardRequest,
): Result<readonly RewardEffect[], RewardRefusal> => {
  const { quantity, today, balance, redeemedByCustomer } = request;
  const { startsOn, endsOn, stock, perCustomerLimit, levels, gives } = reward;
  if ((startsOn !== undefined && today < startsOn) || (endsOn !== undefined && today >= endsOn))
    return err({ kind: 'not-offered', startsOn, endsOn });
  if (levels && !levels.includes(request.level ?? '')) return err({ kind: 'level-required', levels });
  if (stock !== undefined && stock < quantity) return err({ kind: 'out-of-stock', asked: quantity, left: stock });
  if (perCustomerLimit !== undefined && redeemedByCustomer + quantity > perCustomerLimit)
    return err({ kind: 'customer-limit', limit: perCustomerLimit, redeemed: redeemedByCustomer });
  const points = reward.cost * quantity;
  if (points > balance) return err({ kind: 'not-enough-points', cost: points, balance, missing: points - balance });
  const debit: RewardEffect = { kind: 'debit-points', points };
  return gives.kind === 'goods'
    ? ok([debit, { kind: 'reserve-goods', sku: gives.sku, quantity: gives.quantity * quantity }])
    : ok([debit, { kind: 'issue-coupon', coupon: gives.coupon, count: quantity }]);
};
