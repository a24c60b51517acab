import { type PricedOrder, type QuoteInput, quote } from '@tradeline/domain/order';

/** Quantities as they stand in the fields now, by SKU: ahead of the server while somebody types. */
export type Quantities = ReadonlyMap<string, number | undefined>;

/**
 * The cart priced here and now, by the very function and facts with which the server prices the order. Lines that break
 * a rule are told in `refusedLines` and still counted where they have a price, so that totals stay visible while typing.
 */
export const priceCart = (pricing: QuoteInput, quantities: Quantities): PricedOrder | undefined => {
  const lines = pricing.lines.flatMap((line) => {
    const quantity = quantities.has(line.skuId) ? quantities.get(line.skuId) : line.quantity;
    return quantity === undefined || quantity <= 0 ? [] : [{ ...line, quantity }];
  });
  const priced = quote({ ...pricing, lines, settings: { ...pricing.settings, view: 'cart' } });
  return priced.ok ? priced.value : undefined;
};
