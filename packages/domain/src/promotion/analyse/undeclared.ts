import type { Promotion } from '../promotion.ts';
import { shrink } from './baskets.ts';
import type { Basket, Finding } from './finding.ts';
import { type AnalysisInput, didApply, type Probe } from './probe.ts';

type Studied = { readonly probe: Probe; readonly baskets: readonly Basket[] };

/** Pairs that nothing but their ids puts in an order, where the other order would cost the buyer something else. */
export const undeclaredOrders = (input: AnalysisInput, studied: readonly Studied[]): Finding[] =>
  studied.flatMap(({ probe, baskets }, at) =>
    studied
      .slice(at + 1)
      .flatMap(({ probe: other }) =>
        isUndeclared(probe.focus, other.focus) ? findOrder(input, probe, other.focus, baskets) : [],
      ),
  );

const isUndeclared = (a: Promotion, b: Promotion): boolean =>
  (a.priority ?? 0) === (b.priority ?? 0) &&
  (a.startsAt ?? '') === (b.startsAt ?? '') &&
  a.stage === b.stage &&
  !a.exclusive &&
  !b.exclusive &&
  (a.exclusionGroup === undefined || a.exclusionGroup !== b.exclusionGroup);

const findOrder = (input: AnalysisInput, probe: Probe, other: Promotion, baskets: readonly Basket[]): Finding[] => {
  const swapped = swap(input.promotions, probe.focus, other);
  const shows = (basket: Basket) => {
    const [one, reverse] = [probe.priced(basket), probe.priced(basket, swapped)];
    return didApply(one, probe.focus.id) && didApply(one, other.id) && one?.totals.goods !== reverse?.totals.goods;
  };
  const found = baskets.find(shows);
  if (!found) return [];
  const basket = shrink(found, shows);
  const [amount, amountOtherWay] = [probe.priced(basket)!.totals.goods, probe.priced(basket, swapped)!.totals.goods];
  return [{ kind: 'undeclared-order', promotionIds: [probe.focus.id, other.id], basket, amount, amountOtherWay }];
};

/** The same promotions with the precedence of two of them exchanged: everything doubled, to make room for a half step. */
const swap = (promotions: readonly Promotion[], a: Promotion, b: Promotion): Promotion[] => {
  const [, second] = [a.id, b.id].toSorted();
  return promotions.map((promotion) => ({
    ...promotion,
    priority: 2 * (promotion.priority ?? 0) + (promotion.id === second ? 1 : 0),
  }));
};
