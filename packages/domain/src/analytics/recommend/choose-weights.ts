import type { CustomerHistory } from '../customers/index.ts';
import { latestOf, leaveLastOut, recallOf } from './leave-out.ts';
import { candidatesFor, NEXT_BASKET_WEIGHTS, type NextBasketWeights, rankCandidates } from './next-basket.ts';
import { type TrainOptions, trainRecommender } from './train.ts';

export type WeightChoice = {
  readonly weights: NextBasketWeights;
  /** Orders that the weights were tried on; under 20 the usual weights stand. */
  readonly asked: number;
  /** Mean recall of each set of weights tried, the chosen one among them. */
  readonly tried: readonly { readonly weights: NextBasketWeights; readonly recall: number }[];
};

const GRID: readonly NextBasketWeights[] = [
  NEXT_BASKET_WEIGHTS,
  ...[0, 0.5, 2].flatMap((also) =>
    [0, 0.2, 2, 20].flatMap((popular) => [0.3, 0.8].map((early) => ({ also, popular, early }))),
  ),
];
const LEAST = 20;
const MOST = 400;
const ROUNDS = 3;

/**
 * The weights that would have foretold everybody's last orders best. In a trade of habits they lean on the own habit, in one of
 * chance on what all buy. Up to three last order days are left out one after the other, each asked of what was before it,
 * until 400 questions are asked (customers evenly taken by id); equal recall goes to the earlier of the list.
 */
export const chooseWeights = (
  histories: readonly CustomerHistory[],
  { k = 10, ...train }: TrainOptions & { readonly k?: number | undefined } = {},
): WeightChoice => {
  const sums = new Float64Array(GRID.length);
  let [asked, left] = [0, histories];
  for (let round = 0; round < ROUNDS && asked < MOST; round += 1) {
    const cases = leaveLastOut(left);
    left = cases.map(({ before }) => before);
    const [asOf, known] = [latestOf(cases), cases.filter(({ before }) => before.orders.length > 0)];
    if (asOf === undefined || known.length === 0) break;
    const model = trainRecommender(left, asOf, train);
    const step = Math.max(1, known.length / (MOST - asked));
    for (let at = 0; Math.floor(at) < known.length; at += step) {
      const { day, before, target } = known[Math.floor(at)]!;
      const candidates = candidatesFor(model, before, day, k);
      for (const [index, weights] of GRID.entries()) {
        const list = rankCandidates(candidates, weights, k).map(({ skuId }) => skuId);
        sums[index]! += recallOf(target, list);
      }
      asked += 1;
    }
  }
  if (asked < LEAST) return { weights: NEXT_BASKET_WEIGHTS, asked, tried: [] };
  const tried = GRID.map((weights, at) => ({ weights, recall: sums[at]! / asked }));
  const best = tried.reduce((first, one) => (one.recall > first.recall ? one : first));
  return { weights: best.weights, asked, tried };
};
