import type { CustomerHistory } from '../customers/index.ts';
import { chooseWeights } from './choose-weights.ts';
import { latestOf, leaveLastOut, recallOf, skusOf } from './leave-out.ts';
import { type NextBasketWeights, nextBasket } from './next-basket.ts';
import { type TrainOptions, trainRecommender } from './train.ts';

export type RecommendScore = {
  /** Mean over the customers of the share of the left-out order's SKUs among the first k. */
  readonly recall: number;
  /** Share of customers with at least one of them among the first k. */
  readonly hitRate: number;
};
export type RecommendEvaluation = {
  readonly k: number;
  /** Customers judged: those with an order day before their last. */
  readonly customers: number;
  /** Chosen on the orders before the left-out ones. */
  readonly weights: NextBasketWeights;
  readonly ours: RecommendScore;
  /** The SKUs of the order day before, largest quantity first, filled up with best sellers. */
  readonly sameAsLast: RecommendScore;
  readonly popularity: RecommendScore;
  /** The same over those SKUs of the left-out order that the customer had never had, for customers with some. */
  readonly neverHad: { readonly customers: number; readonly ours: RecommendScore; readonly popularity: RecommendScore };
};

type Judge = { add: (target: ReadonlySet<string>, list: readonly string[]) => void; score: () => RecommendScore };
const judge = (): Judge => {
  let [recall, hits, n] = [0, 0, 0];
  return {
    add: (target, list) => {
      const found = recallOf(target, list);
      [recall, hits, n] = [recall + found, hits + (found > 0 ? 1 : 0), n + 1];
    },
    score: () => (n === 0 ? { recall: 0, hitRate: 0 } : { recall: recall / n, hitRate: hits / n }),
  };
};

/** SKUs of the last order day, largest quantity first, then best sellers until there are k. */
const sameAsLast = ({ orders }: CustomerHistory, best: readonly string[], k: number): string[] => {
  const last = orders.filter(({ day }) => day === orders.at(-1)?.day);
  const items = last
    .flatMap((order) => order.items)
    .sort((a, b) => b.quantity - a.quantity || (a.skuId < b.skuId ? -1 : 1));
  return [...new Set([...items.map(({ skuId }) => skuId), ...best.slice(0, k)])].slice(0, k);
};

/**
 * Leaves out every customer's last order day, learns from all that is left, and asks for the next basket on that day. A
 * customer's test order may be older than another's orders that were learned from, as in every evaluation of this kind.
 */
export const evaluateRecommender = (
  histories: readonly CustomerHistory[],
  { k = 10, ...train }: TrainOptions & { readonly k?: number | undefined } = {},
): RecommendEvaluation | undefined => {
  const cases = leaveLastOut(histories);
  const asOf = latestOf(cases);
  if (asOf === undefined) return undefined;
  const known = cases.map(({ before }) => before);
  const model = trainRecommender(known, asOf, train);
  const { weights } = chooseWeights(known, { k, ...train });
  const best = model.bestSellers.map((item) => model.skus[item]!);
  const [ours, last, popular, oursNew, popularNew] = [judge(), judge(), judge(), judge(), judge()];
  let [customers, withNew] = [0, 0];
  for (const { day, before, target } of cases) {
    if (before.orders.length === 0) continue;
    customers += 1;
    const had = skusOf(before.orders);
    const list = nextBasket(model, before, day, { limit: k + had.size, weights }).map(({ skuId }) => skuId);
    ours.add(target, list.slice(0, k));
    last.add(target, sameAsLast(before, best, k));
    popular.add(target, best.slice(0, k));
    const fresh = new Set([...target].filter((sku) => !had.has(sku)));
    if (fresh.size === 0) continue;
    withNew += 1;
    const unknown = (skus: readonly string[]): string[] => skus.filter((sku) => !had.has(sku)).slice(0, k);
    oursNew.add(fresh, unknown(list));
    popularNew.add(fresh, unknown(best.slice(0, k + had.size)));
  }
  return {
    k,
    customers,
    weights,
    ours: ours.score(),
    sameAsLast: last.score(),
    popularity: popular.score(),
    neverHad: { customers: withNew, ours: oursNew.score(), popularity: popularNew.score() },
  };
};
