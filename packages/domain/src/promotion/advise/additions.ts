import { checkQuantity } from '../../catalog/index.ts';
import type { SkuId } from '../../kernel/index.ts';
import { type Minor, scale } from '../../money/index.ts';
import { quote } from '../../order/quote.ts';
import type { QuoteInput, QuoteLine } from '../../order/quote-input.ts';
import type { PricedOrder } from '../../order/quote-result.ts';

export type AdviceInput = {
  /** The cart as it is quoted. */
  readonly cart: QuoteInput;
  /** Goods that may be added although the cart has none of them; their `quantity` is not looked at. */
  readonly goods?: readonly QuoteLine[] | undefined;
  /** Base units that can be delivered in all, by SKU; a SKU that is absent is not limited. */
  readonly stock?: Readonly<Record<SkuId, number>> | undefined;
  /** The most that the order may come to: what is left of the credit limit. */
  readonly creditLeft?: Minor | undefined;
};

export type Addition = { readonly lineId: string; readonly skuId: SkuId; readonly units: number };

/** A line that units can be added to, with the rules that bind it. */
export type Candidate = { readonly line: QuoteLine; readonly inCart: number; readonly unitPriceE4: number };

/** The lines of the cart, and the goods beside it that have a price. */
export const candidatesOf = ({ cart, goods = [] }: AdviceInput, now: PricedOrder): Candidate[] => {
  const own = cart.lines.flatMap((line) => {
    const priced = now.lines.find(({ id }) => id === line.id);
    return priced ? [{ line, inCart: line.quantity, unitPriceE4: scale(priced.gross, 100, line.quantity) }] : [];
  });
  const others = goods.filter(({ skuId }) => !cart.lines.some((line) => line.skuId === skuId));
  return [...own, ...others.flatMap((line) => priceOfNew(cart, line))];
};

const priceOfNew = (cart: QuoteInput, line: QuoteLine): Candidate[] => {
  const quantity = checkQuantity(1, line.quantityRules ?? {});
  const first = quantity.ok ? quantity.value : quantity.error.suggest;
  const priced =
    first > 0
      ? quote({ ...cart, lines: [{ ...line, quantity: first }], promotions: [], points: undefined })
      : undefined;
  const one = priced?.ok ? priced.value.lines[0] : undefined;
  return one ? [{ line, inCart: 0, unitPriceE4: scale(one.gross, 100, first) }] : [];
};

/** The order with some additions, when it can be ordered and its goods delivered. */
export const withAdditions = (
  { cart, stock }: AdviceInput,
  candidates: readonly Candidate[],
  add: readonly Addition[],
): PricedOrder | undefined => {
  const more = new Map(add.map(({ lineId, units }) => [lineId, units]));
  const kept = cart.lines.map((line) =>
    more.has(line.id) ? { ...line, quantity: line.quantity + more.get(line.id)! } : line,
  );
  const fresh = candidates
    .filter(({ line, inCart }) => inCart === 0 && more.has(line.id))
    .map(({ line }) => ({ ...line, quantity: more.get(line.id)! }));
  const lines = [...kept, ...fresh];
  const isShort = (skuId: SkuId) =>
    lines.filter((line) => line.skuId === skuId).reduce((sum, line) => sum + line.quantity, 0) >
    (stock?.[skuId] ?? Number.POSITIVE_INFINITY);
  if (add.some(({ skuId }) => isShort(skuId))) return undefined;
  const priced = quote({ ...cart, lines });
  return priced.ok ? priced.value : undefined;
};

/** The fewest units, at least so many, that make the line's quantity a valid one. */
export const validAddition = (
  { id, skuId, quantity, quantityRules }: QuoteLine,
  units: number,
): Addition | undefined => {
  const checked = checkQuantity(quantity + units, quantityRules ?? {});
  const target = checked.ok ? checked.value : checked.error.suggest;
  return target >= quantity + units ? { lineId: id, skuId, units: target - quantity } : undefined;
};
