import type { PromotionId } from '../kernel/index.ts';
import { withinBudget } from './budget.ts';
import type { CartState } from './cart.ts';
import { firstUnmet, type Unmet } from './conditions.ts';
import { type Effect, type EffectContext, effectOf, type Piece } from './effect.ts';
import type { PromotionContext } from './eligibility.ts';
import type { Promotion, PromotionSettings } from './promotion.ts';
import type { GiftLine, GiftNotice, Missing, RejectedPromotion, RejectionReason, TraceEntry } from './trace.ts';

/** Everything a run needs and never changes. */
export type RunContext = EffectContext & {
  readonly promotionContext: PromotionContext;
  readonly settings: PromotionSettings;
};

/** What one promotion has done so far in a run, over its pieces. */
export type Tally = {
  stage: Piece['stage'];
  amount: number;
  times?: number | undefined;
  approximate?: boolean | undefined;
  next?: Missing | undefined;
};

/** What an exclusion group has closed to its other members: the lines, and perhaps the shipping, that its winner reduced. */
export type Closure = { readonly winner: PromotionId; readonly lines: Set<number>; shipping: boolean };

/** A run under way: the only place where an evaluation keeps changing state, and it never leaves it. */
export type Run = {
  readonly context: RunContext;
  state: CartState;
  readonly entries: TraceEntry[];
  readonly applied: Map<PromotionId, Tally>;
  readonly rejected: Map<PromotionId, Omit<RejectedPromotion, 'promotionId'>>;
  readonly gifts: GiftLine[];
  readonly notices: GiftNotice[];
  /** Whether a promotion's conditions held when its first piece took its turn; its other pieces go with that. */
  readonly admitted: Map<PromotionId, boolean>;
  readonly groups: Map<string, Closure>;
  /** Pieces that were called up before their turn. */
  readonly settled: Set<Piece>;
  /** Lines on which an exclusive catalogue promotion stands alone. */
  readonly closedShelf: Set<number>;
  /** Coupon promotions that have done something, by whether they bear others. */
  readonly coupons: { readonly id: PromotionId; readonly stackable: boolean }[];
};

export const openRun = (state: CartState, context: RunContext): Run => ({
  context,
  state,
  entries: [],
  applied: new Map(),
  rejected: new Map(),
  gifts: [],
  notices: [],
  admitted: new Map(),
  groups: new Map(),
  settled: new Set(),
  closedShelf: new Set(),
  coupons: [],
});

/** A rejection stands unless the promotion has done something in another stage. The first reason is kept. */
export const reject = (
  run: Run,
  id: PromotionId,
  reason: RejectionReason,
  more: { missing?: Unmet['missing']; inFavourOf?: PromotionId } = {},
): void => {
  if (!run.applied.has(id) && !run.rejected.has(id))
    run.rejected.set(id, { reason, missing: more.missing, inFavourOf: more.inFavourOf });
};

/** What a piece would do now, or why it does nothing. */
export type Attempt =
  | { readonly effect: Effect }
  | {
      readonly reason: RejectionReason;
      readonly unmet?: Unmet | undefined;
      readonly byCondition?: boolean | undefined;
    };

export const attempt = (run: Run, piece: Piece, closed?: ReadonlySet<number>): Attempt => {
  const { promotion } = piece;
  const admitted = run.admitted.get(promotion.id);
  const unmet = admitted === undefined ? unmetOf(run, promotion) : admitted ? undefined : {};
  if (unmet) return { reason: 'conditions_not_met', unmet, byCondition: true };
  const effect = effectOf(piece, run.state, { ...run.context, giftStock: stockLeft(run) }, closed);
  if (effect.amount === 0 && effect.gifts.length === 0 && effect.notices.length === 0) {
    return effect.unmet ? { reason: 'conditions_not_met', unmet: effect.unmet } : { reason: 'nothing_to_discount' };
  }
  const affordable = withinBudget(effect, promotion.budget, run.applied.get(promotion.id)?.amount ?? 0, run.state);
  return affordable ? { effect: affordable } : { reason: 'budget_exceeded' };
};

const stockLeft = (run: Run): RunContext['giftStock'] => {
  const { giftStock } = run.context;
  if (giftStock.size === 0 || run.gifts.length === 0) return giftStock;
  const left = new Map(giftStock);
  for (const { skuId, quantity } of run.gifts) if (left.has(skuId)) left.set(skuId, left.get(skuId)! - quantity);
  return left;
};

const unmetOf = (run: Run, promotion: Promotion): Unmet | undefined =>
  firstUnmet(
    promotion.conditions,
    run.state,
    run.context.promotionContext.customer,
    run.context.settings.conditionBase ?? 'running',
  );

/** Makes an effect hold. */
export const commit = (run: Run, effect: Effect): void => {
  const { promotion, stage } = effect.piece;
  const tally = run.applied.get(promotion.id) ?? { stage, amount: 0 };
  tally.amount += effect.amount;
  tally.times = effect.times ?? tally.times;
  tally.next = effect.next ?? tally.next;
  tally.approximate = effect.approximate ?? tally.approximate;
  if (promotion.coupon && !run.applied.has(promotion.id))
    run.coupons.push({ id: promotion.id, stackable: promotion.coupon.stackable !== false });
  run.applied.set(promotion.id, tally);
  run.rejected.delete(promotion.id);
  run.admitted.set(promotion.id, true);
  for (const entry of effect.entries) run.entries.push(entry);
  run.gifts.push(...effect.gifts);
  run.notices.push(...effect.notices);
  run.state = effect.state;
};
