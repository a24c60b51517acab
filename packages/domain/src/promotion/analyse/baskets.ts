import { scale } from '../../money/index.ts';
import type { CartLine } from '../cart.ts';
import type { Condition, Promotion, PromotionAction, Scope } from '../promotion.ts';
import { isInScope } from '../scope.ts';
import type { Basket } from './finding.ts';
import type { Goods } from './probe.ts';

/** A piece of goods with what it costs before promotions. */
export type PricedGoods = { readonly goods: Goods; readonly unitPriceE4: number; readonly steps: number };

/** Every scope a promotion names, the whole order included when an action or condition has none. */
export const scopesOf = (promotion: Promotion): (Scope | undefined)[] => [
  ...(promotion.conditions ?? []).flatMap((condition) => ('scope' in condition ? [condition.scope] : [])),
  ...promotion.actions.flatMap(actionScopes),
];

const actionScopes = (action: PromotionAction): (Scope | undefined)[] => {
  if (action.type === 'buy-get') return [action.buy.scope, action.get.scope];
  if (action.type === 'bundle') return action.items.map(({ scope }) => scope);
  return 'scope' in action ? [action.scope] : [];
};

export const cartLineOf = ({ goods, unitPriceE4 }: PricedGoods): CartLine => ({
  ...goods,
  id: goods.skuId,
  quantity: 1,
  gross: scale(unitPriceE4, 1, 100) as never,
  unitPriceE4: unitPriceE4 as never,
  floor: 0 as never,
});

/** The cheapest and the dearest of all goods that the scopes do not tell apart. */
export const representatives = (all: readonly PricedGoods[], scopes: readonly (Scope | undefined)[]): PricedGoods[] => {
  const kinds = Map.groupBy(
    all,
    (one) =>
      `${scopes.map((scope) => Number(isInScope(cartLineOf(one), scope))).join('')}|${one.goods.floorE4 !== undefined}|${one.steps}`,
  );
  const chosen = [...kinds.values()].flatMap((same) => {
    const byPrice = same.toSorted((a, b) => a.unitPriceE4 - b.unitPriceE4 || (a.goods.skuId < b.goods.skuId ? -1 : 1));
    return byPrice.length > 1 ? [byPrice[0]!, byPrice.at(-1)!] : byPrice;
  });
  return chosen.slice(0, 12);
};

/** Quantities of one piece of goods at which some rule may change its mind: each threshold, one below, one above. */
export const telling = (
  goods: PricedGoods,
  promotions: readonly Promotion[],
  tierStarts: readonly number[],
): number[] => {
  const price = Math.max(1, scale(goods.unitPriceE4, 1, 100));
  const amounts = promotions.flatMap((promotion) => thresholds(promotion, 'amount'));
  const units = promotions.flatMap((promotion) => thresholds(promotion, 'units'));
  const points = [1, 2, ...units, ...tierStarts, ...amounts.map((amount) => Math.ceil(amount / price))];
  const around = points
    .flatMap((point) => [point - 1, point, point + 1])
    .filter((point) => point >= 1 && point <= 100_000);
  return [...new Set(around)].sort((a, b) => a - b).slice(0, 60);
};

const thresholds = (promotion: Promotion, measure: 'amount' | 'units'): number[] => [
  ...(promotion.conditions ?? []).flatMap((condition) =>
    measure === 'amount' ? conditionAmounts(condition) : conditionUnits(condition),
  ),
  ...promotion.actions.flatMap((action) => (measure === 'amount' ? actionAmounts(action) : actionUnits(action))),
];

const given = (values: readonly (number | undefined)[]): number[] => values.filter((value) => value !== undefined);

const conditionAmounts = (condition: Condition): number[] =>
  condition.type === 'items-total' ? given([condition.min, condition.max, condition.equals]) : [];

const conditionUnits = (condition: Condition): number[] => {
  if (condition.type === 'quantity') return given([condition.min, condition.max]);
  if (condition.type === 'line-quantity') return [condition.min];
  return condition.type === 'contains' ? [condition.minQuantity ?? 1] : [];
};

const actionAmounts = (action: PromotionAction): number[] => {
  if (action.type === 'tiers') return action.basis === 'amount' ? action.tiers.map(({ from }) => from) : [];
  if (action.type === 'every-amount') return [action.every, 2 * action.every];
  return action.type === 'gift' ? given([action.perAmount]) : [];
};

const actionUnits = (action: PromotionAction): number[] => {
  switch (action.type) {
    case 'tiers':
      return action.basis === 'quantity' ? action.tiers.map(({ from }) => from) : [];
    case 'nth-unit':
      return [action.n];
    case 'buy-get':
      return [action.buy.quantity, action.get.quantity, action.buy.quantity + action.get.quantity];
    case 'bundle':
      return action.items.map(({ quantity }) => quantity);
    case 'gift':
      return given([action.perQuantity]);
    default:
      return [];
  }
};

/** Baskets worth pricing for a promotion: each representative at its telling quantities, and pairs that fill two scopes. */
export const basketsFor = (
  promotion: Promotion,
  goods: readonly PricedGoods[],
  quantities: ReadonlyMap<string, readonly number[]>,
): Basket[] => {
  const singles = goods.flatMap(({ goods: { skuId } }) =>
    (quantities.get(skuId) ?? [1]).map((quantity): Basket => [{ skuId, quantity }]),
  );
  const pairs = goods.flatMap((one, at) => goods.slice(at + 1).flatMap((other) => pairBaskets(promotion, one, other)));
  return [...singles, ...pairs, wholeSet(promotion, goods)].filter((basket) => basket.length > 0);
};

const pairBaskets = (promotion: Promotion, one: PricedGoods, other: PricedGoods): Basket[] => {
  const units = [1, ...thresholds(promotion, 'units')];
  const reach = Math.max(...units);
  const amounts = thresholds(promotion, 'amount');
  const enough = (goods: PricedGoods) =>
    Math.min(
      100_000,
      Math.max(reach, ...amounts.map((amount) => Math.ceil(amount / Math.max(1, scale(goods.unitPriceE4, 1, 100))))),
    );
  return [
    [
      { skuId: one.goods.skuId, quantity: enough(one) },
      { skuId: other.goods.skuId, quantity: 1 },
    ],
    [
      { skuId: one.goods.skuId, quantity: 1 },
      { skuId: other.goods.skuId, quantity: enough(other) },
    ],
    [
      { skuId: one.goods.skuId, quantity: enough(one) },
      { skuId: other.goods.skuId, quantity: enough(other) },
    ],
  ];
};

/** Enough of everything at once. */
const wholeSet = (promotion: Promotion, goods: readonly PricedGoods[]): Basket => {
  const amounts = thresholds(promotion, 'amount');
  return goods.map(({ goods: { skuId }, unitPriceE4 }) => ({
    skuId,
    quantity: Math.min(
      100_000,
      Math.max(
        1,
        ...thresholds(promotion, 'units'),
        ...amounts.map((amount) => Math.ceil(amount / Math.max(1, scale(unitPriceE4, 1, 100)))),
      ),
    ),
  }));
};

/** Makes a basket as small as it can be while it still shows what it shows: fewer lines first, then fewer units. */
export const shrink = (basket: Basket, shows: (basket: Basket) => boolean): Basket => {
  let smallest = basket;
  for (const { skuId } of basket) {
    const without = smallest.filter((line) => line.skuId !== skuId);
    if (without.length > 0 && shows(without)) smallest = without;
  }
  for (const { skuId } of smallest) smallest = fewest(smallest, skuId, shows);
  return smallest;
};

/** Halving finds the least quantity when showing is monotone in it; stepping down at the end covers the rest. */
const fewest = (basket: Basket, skuId: string, shows: (basket: Basket) => boolean): Basket => {
  const at = (quantity: number): Basket => basket.map((line) => (line.skuId === skuId ? { skuId, quantity } : line));
  let [low, high] = [0, basket.find((line) => line.skuId === skuId)!.quantity];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (shows(at(middle))) high = middle;
    else low = middle;
  }
  return at(high);
};
