import type { Day } from '../../kernel/index.ts';
import type { CustomerHistory } from '../customers/index.ts';
import { isDue, type OwnItem, ownItems } from './own-items.ts';
import type { Blocked, Recommended, RecommendReason } from './reason.ts';
import { alsoReason, neighbourScores, ownReason, tasteOf } from './score.ts';
import type { Recommender } from './train.ts';

/** How much each witness counts beside the customer's own habit, which counts 1. */
export type NextBasketWeights = {
  /** What customers with the same goods order. */
  readonly also: number;
  /** What share of all customers orders it. */
  readonly popular: number;
  /** What is left of a habit right after the SKU was ordered; it grows to 1 until the SKU's usual gap has passed. */
  readonly early: number;
};
export const NEXT_BASKET_WEIGHTS: NextBasketWeights = { also: 0.5, popular: 0.02, early: 0.6 };

/** One SKU that may be wanted next, with what each witness says of it. */
export type Candidate = {
  readonly skuId: string;
  readonly habit: number;
  /** Elapsed over usual days, at most 1; 1 without a usual gap. */
  readonly ready: number;
  readonly also: number;
  readonly popular: number;
  readonly reason: RecommendReason;
};

const readiness = ({ elapsedDays, usualDays }: OwnItem): number =>
  usualDays === undefined || usualDays === 0 ? 1 : Math.min(1, elapsedDays / usualDays);

/** All SKUs that any witness names: own ones, neighbours of own ones, and at least `least` best sellers beside the own. */
export const candidatesFor = (
  model: Recommender,
  history: CustomerHistory,
  asOf: Day,
  least: number,
): readonly Candidate[] => {
  const own = ownItems(history, asOf);
  const found = new Map<string, Candidate>();
  const popular = (item: number | undefined): number =>
    item === undefined ? 0 : model.also.counts[item]! / model.customers;
  for (const item of own) {
    const { skuId, habit } = item;
    const share = popular(model.numberOf.get(skuId));
    const reason = ownReason(item, isDue(item));
    found.set(skuId, { skuId, habit, ready: readiness(item), also: 0, popular: share, reason });
  }
  for (const near of neighbourScores(model.also, tasteOf(model, own))) {
    const skuId = model.skus[near.item]!;
    const fresh = { skuId, habit: 0, ready: 1, popular: popular(near.item), reason: alsoReason(model, near) };
    found.set(skuId, { ...(found.get(skuId) ?? fresh), also: near.score });
  }
  for (const item of model.bestSellers.slice(0, least + own.length)) {
    const skuId = model.skus[item]!;
    const reason = { kind: 'best-seller', customers: model.also.counts[item]!, of: model.customers } as const;
    if (!found.has(skuId)) found.set(skuId, { skuId, habit: 0, ready: 1, also: 0, popular: popular(item), reason });
  }
  return [...found.values()];
};

/** The best of the candidates; ties go to the more popular, then by id. */
export const rankCandidates = (
  candidates: readonly Candidate[],
  { also, popular, early }: NextBasketWeights,
  limit: number,
): readonly Recommended[] =>
  candidates
    .map((one) => ({
      ...one,
      score: one.habit * (early + (1 - early) * one.ready) + also * one.also + popular * one.popular,
    }))
    .sort((a, b) => b.score - a.score || b.popular - a.popular || (a.skuId < b.skuId ? -1 : 1))
    .slice(0, limit)
    .map(({ skuId, score, reason }) => ({ skuId, score, reason }));

/**
 * What a customer will most likely put into its next order on a day: own habit by how due each SKU is, what customers with
 * the same goods order, and what everybody orders. A customer of whom nothing is known gets the best sellers.
 */
export const nextBasket = (
  model: Recommender,
  history: CustomerHistory,
  asOf: Day,
  {
    limit = 10,
    blocked = {},
    weights = NEXT_BASKET_WEIGHTS,
  }: {
    readonly limit?: number | undefined;
    readonly blocked?: Blocked | undefined;
    readonly weights?: NextBasketWeights | undefined;
  } = {},
): readonly Recommended[] => {
  const candidates = candidatesFor(model, history, asOf, limit + Object.keys(blocked).length);
  return rankCandidates(
    candidates.filter(({ skuId }) => blocked[skuId] === undefined),
    weights,
    limit,
  );
};
