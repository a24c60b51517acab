import type { Neighbourhood } from '../baskets/index.ts';
import type { OwnItem } from './own-items.ts';
import type { RecommendReason } from './reason.ts';
import type { Recommender } from './train.ts';

/** A SKU's score by its neighbours among the given ones, and the one that speaks for it most. */
export type NeighbourScore = {
  readonly item: number;
  readonly score: number;
  readonly because: number;
  readonly count: number;
  readonly lift?: number;
};

/** The neighbours of weighted items, their similarities added up by weight over the sum of the weights. Best first. */
export const neighbourScores = (
  { of }: Neighbourhood,
  wanted: ReadonlyMap<number, number>,
): readonly NeighbourScore[] => {
  const scores = new Map<number, { score: number; best: number; because: number; count: number; lift?: number }>();
  let total = 0;
  for (const [item, weight] of wanted) {
    total += weight;
    for (const { item: other, similarity, count, lift } of of[item] ?? []) {
      const part = weight * similarity;
      const known = scores.get(other) ?? { score: 0, best: -1, because: item, count };
      known.score += part;
      if (part > known.best || (part === known.best && item < known.because)) {
        known.best = part;
        known.because = item;
        known.count = count;
        if (lift === undefined) delete known.lift;
        else known.lift = lift;
      }
      scores.set(other, known);
    }
  }
  return [...scores]
    .map(([item, { score, because, count, lift }]) => ({
      item,
      score: score / total,
      because,
      count,
      ...(lift === undefined ? {} : { lift }),
    }))
    .sort((a, b) => b.score - a.score || a.item - b.item);
};

/** How much each own item says of the customer's taste today. */
export const tasteOf = ({ numberOf }: Recommender, own: readonly OwnItem[]): ReadonlyMap<number, number> =>
  new Map(
    own.flatMap(({ skuId, habit }): [number, number][] => {
      const item = numberOf.get(skuId);
      return item === undefined ? [] : [[item, habit]];
    }),
  );

export const alsoReason = (model: Recommender, { because, count }: NeighbourScore): RecommendReason => ({
  kind: 'also-ordered',
  because: model.skus[because]!,
  customers: count,
  of: model.also.counts[because]!,
});

export const togetherReason = (model: Recommender, { because, count, lift }: NeighbourScore): RecommendReason => ({
  kind: 'bought-together',
  because: model.skus[because]!,
  orders: count,
  of: model.together.counts[because]!,
  ...(lift === undefined ? {} : { lift }),
});

export const ownReason = ({ days, usualDays, elapsedDays }: OwnItem, due: boolean): RecommendReason => {
  const [times, lastDay] = [days.length, days.at(-1)!];
  return due && usualDays !== undefined
    ? { kind: 'due-for-reorder', times, lastDay, usualDays, elapsedDays }
    : { kind: 'ordered-before', times, lastDay, elapsedDays };
};
