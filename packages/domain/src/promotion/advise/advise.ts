import type { PromotionId, SkuId } from '../../kernel/index.ts';
import { type Minor, minor, scale } from '../../money/index.ts';
import { quote } from '../../order/quote.ts';
import type { QuoteInput, QuoteLine } from '../../order/quote-input.ts';
import type { PricedOrder } from '../../order/quote-result.ts';
import { inBaseUnits } from '../../pricing/index.ts';
import type { GiftLine, Missing } from '../trace.ts';
import {
  type Addition,
  type AdviceInput,
  type Candidate,
  candidatesOf,
  validAddition,
  withAdditions,
} from './additions.ts';
import { planCover } from './plan.ts';

/** "2 more cartons cost ¥96 and save ¥130." */
export type Advice = {
  readonly goal:
    | { readonly kind: 'promotion'; readonly promotionId: PromotionId }
    | { readonly kind: 'price-tier'; readonly skuId: SkuId };
  readonly add: readonly Addition[];
  /** What the order then costs more; negative when more goods cost less. */
  readonly extra: Minor;
  /** What the added goods would have cost at their prices of now, less `extra`. */
  readonly saves: Minor;
  readonly payable: Minor;
  readonly gifts: readonly GiftLine[];
  /** No cheaper addition reaches the goal; false when the search had to round. */
  readonly exact: boolean;
};

/**
 * 凑单: for each promotion and price tier that the cart does not reach yet, the cheapest additions that do, best saving
 * first. Only additions that save something or bring a gift are advised, and never what stock, quantity rules or credit
 * forbid. Every advice has been priced with `quote`: taking it gives these very numbers.
 */
export const adviseAdditions = (input: AdviceInput): Advice[] => {
  const now = quote(input.cart);
  if (!now.ok) return [];
  const candidates = candidatesOf(input, now.value);
  const found = [...promotionAdvice(input, now.value, candidates), ...tierAdvice(input, now.value, candidates)];
  const useful = found.filter((advice) => advice.saves > 0 || advice.gifts.length > now.value.gifts.length);
  const affordable = useful.filter(({ payable }) => input.creditLeft === undefined || payable <= input.creditLeft);
  return withoutRepeats(affordable).sort(
    (a, b) => b.saves - a.saves || a.extra - b.extra || (goalKey(a) < goalKey(b) ? -1 : 1),
  );
};

const goalKey = ({ goal }: Advice): string => (goal.kind === 'promotion' ? `p ${goal.promotionId}` : `t ${goal.skuId}`);

const withoutRepeats = (all: readonly Advice[]): Advice[] => [
  ...new Map(all.map((advice) => [`${goalKey(advice)} ${JSON.stringify(advice.add)}`, advice])).values(),
];

const adviceOf = (
  goal: Advice['goal'],
  now: PricedOrder,
  after: PricedOrder,
  add: readonly Addition[],
  candidates: readonly Candidate[],
  exact: boolean,
): Advice => {
  const extra = after.totals.payable - now.totals.payable;
  const usual = add.reduce(
    (sum, { lineId, units }) => sum + scale(candidates.find(({ line }) => line.id === lineId)!.unitPriceE4, units, 100),
    0,
  );
  return {
    goal,
    add,
    extra: minor(extra),
    saves: minor(usual - extra),
    payable: after.totals.payable,
    gifts: after.gifts,
    exact,
  };
};

const promotionAdvice = (input: AdviceInput, now: PricedOrder, candidates: readonly Candidate[]): Advice[] => {
  const wanting = [
    ...now.rejected.map(({ promotionId, missing }) => ({ promotionId, missing })),
    ...now.applied.map(({ promotionId, next }) => ({ promotionId, missing: next })),
  ];
  return wanting.flatMap(({ promotionId, missing }) => {
    if (!missing) return [];
    const reached = (order: PricedOrder) => progressOf(order, promotionId) > progressOf(now, promotionId);
    const missingIn = (order: PricedOrder): Missing | undefined =>
      order.rejected.find((one) => one.promotionId === promotionId)?.missing ??
      order.applied.find((one) => one.promotionId === promotionId)?.next;
    const plan = planCover(input, candidates, missing, reached, missingIn);
    return plan
      ? [adviceOf({ kind: 'promotion', promotionId }, now, plan.order, plan.add, candidates, plan.exact)]
      : [];
  });
};

/** How far a promotion got in an order: the steps it reached, or for one without steps whether it gives anything. */
const progressOf = (order: PricedOrder, id: PromotionId): number => {
  const applied = order.applied.find(({ promotionId }) => promotionId === id);
  return applied ? (applied.times ?? 1) : 0;
};

/** For each line of the cart, the next quantities at which some price list has another price for its SKU. */
const tierAdvice = (input: AdviceInput, now: PricedOrder, candidates: readonly Candidate[]): Advice[] =>
  candidates
    .filter(({ inCart }) => inCart > 0)
    .flatMap((candidate) => {
      const { line, inCart } = candidate;
      const counted = now.lines.find(({ id }) => id === line.id)!.price;
      const tierQuantity = counted.source === 'list' ? counted.tierQuantity : inCart;
      return tierStarts(input.cart, line)
        .filter((start) => start > tierQuantity)
        .flatMap((start) => {
          const add = validAddition(line, start - tierQuantity);
          const after = add && withAdditions(input, candidates, [add]);
          const cheaper =
            after &&
            after.lines.find(({ id }) => id === line.id)!.unitPriceE4 <
              now.lines.find(({ id }) => id === line.id)!.unitPriceE4;
          return after && cheaper
            ? [adviceOf({ kind: 'price-tier', skuId: line.skuId }, now, after, [add], candidates, true)]
            : [];
        });
    });

const tierStarts = ({ prices }: QuoteInput, { skuId }: QuoteLine): number[] => {
  const starts = prices
    .filter((entry) => entry.skuId === skuId)
    .map(({ minQuantity, unit }) => inBaseUnits(minQuantity, unit));
  return [...new Set(starts.map(({ n, d }) => Math.ceil(n / d)))].sort((a, b) => a - b);
};
