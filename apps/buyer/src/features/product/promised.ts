import { type PricedOrder, type QuoteInput, quote } from '@tradeline/domain/order';
import type { Missing } from '@tradeline/domain/promotion';

export type PromisedOffer = { state: 'applies' } | { state: 'missing'; missing: Missing } | { state: 'open' };
export type Promised = {
  /** What the cart comes to with these goods, less what it comes to without. */
  extra: number;
  /** The same before promotions. */
  gross: number;
  offers: ReadonlyMap<string, PromisedOffer>;
};

const priced = (input: QuoteInput): PricedOrder | undefined => {
  const result = quote({ ...input, settings: { view: 'cart' } });
  return result.ok ? result.value : undefined;
};

const grossOf = ({ lines }: PricedOrder): number => lines.reduce((sum, { gross }) => sum + gross, 0);

/** How a promotion of an order stands after a quantity: it holds, it misses something, or it waits for something else. */
const standing = (order: PricedOrder, id: string): PromisedOffer => {
  const applied = order.applied.find(({ promotionId }) => promotionId === id);
  const missing = applied?.next ?? order.rejected.find(({ promotionId }) => promotionId === id)?.missing;
  if (applied && applied.amount > 0) return { state: 'applies' };
  return missing ? { state: 'missing', missing } : { state: 'open' };
};

/**
 * What a quantity of a SKU costs on top of the cart, and how each promotion stands then: by the function that prices the
 * order, with the cart's goods beside, since promotions count those too.
 */
export const promise = (
  goods: QuoteInput,
  cart: QuoteInput | undefined,
  skuId: string,
  quantity: number,
): Promised | undefined => {
  const line = goods.lines.find((each) => each.skuId === skuId);
  if (!line || quantity <= 0) return undefined;
  const others = cart?.lines ?? [];
  const there = others.find((each) => each.skuId === skuId);
  const facts: QuoteInput = {
    ...goods,
    prices: [
      ...goods.prices,
      ...(cart?.prices ?? []).filter(({ skuId: id }) => !goods.prices.some((entry) => entry.skuId === id)),
    ],
  };
  const before = priced({ ...facts, lines: others });
  const after = priced({
    ...facts,
    lines: [...others.filter((each) => each !== there), { ...line, quantity: quantity + (there?.quantity ?? 0) }],
  });
  if (!before || !after || after.refusedLines.some((refused) => refused.skuId === skuId && refused.kind === 'no-price'))
    return undefined;
  return {
    extra: after.totals.payable - before.totals.payable,
    gross: grossOf(after) - grossOf(before),
    offers: new Map((goods.promotions ?? []).map(({ id }) => [id, standing(after, id)])),
  };
};
