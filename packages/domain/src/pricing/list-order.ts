import { PRICE_KINDS, type PriceKind } from './price-entry.ts';

/** A price list as the access sequence sees it: it holds for the customer and now; the prices in it come separately. */
export type ListRank = {
  readonly listId: string;
  readonly kind: PriceKind;
  readonly priority: number;
  /** Start of validity; '' without one. */
  readonly validFrom: string;
};

/** A price of such a list for one SKU from `minQuantity` base units on. */
export type ListedPrice = { readonly list: ListRank; readonly minQuantity: number; readonly unitPriceE4: number };

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Negative when list `a` goes before `b` whatever the quantity: by kind, priority, later validity. 0: the larger tier decides. */
export const compareLists = (a: ListRank, b: ListRank): number =>
  PRICE_KINDS.indexOf(a.kind) - PRICE_KINDS.indexOf(b.kind) ||
  b.priority - a.priority ||
  byText(b.validFrom, a.validFrom);

/** Negative when price `a` is chosen before `b`, both reached by the quantity. The same order as `selectPrice`. */
export const comparePrices = (a: ListedPrice, b: ListedPrice): number =>
  compareLists(a.list, b.list) ||
  b.minQuantity - a.minQuantity ||
  byText(a.list.listId, b.list.listId) ||
  a.unitPriceE4 - b.unitPriceE4;

/**
 * What `selectPrice` would choose among prices that hold for the customer and now, without the reasons: for pages and
 * sorting, where thousands of prices are looked at and nobody asks why.
 */
export const priceOf = (prices: readonly ListedPrice[], quantity: number): ListedPrice | undefined => {
  let best: ListedPrice | undefined;
  for (const price of prices)
    if (price.minQuantity <= quantity && (!best || comparePrices(price, best) < 0)) best = price;
  return best;
};
