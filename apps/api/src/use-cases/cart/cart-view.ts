import type { CartSharing, KeptLine, SkuWithPicture } from '@tradeline/db/stores';
import type { QuoteInput } from '@tradeline/domain/order';
import type { ToldStock } from '../catalog/told-stock.ts';
import type { PriceFacts } from '../pricing/quote-facts.ts';

export type CartItem = KeptLine & { sku: SkuWithPicture; stock: ToldStock; withdrawn: boolean };
/** `pricing` is what the domain's quote needs: the portal computes the totals with it, on every keystroke. */
export type CartView = {
  id: string;
  sharing: CartSharing;
  items: CartItem[];
  pricing: QuoteInput | undefined;
  /** What the promotions in `pricing` are called. */
  promotions: { id: string; name: PriceFacts['names'][string] }[];
  /** Goods that a promotion in `pricing` may add as gifts. */
  gifts: SkuWithPicture[];
};

/** A cart and all that was found out of its goods, wherever it was read. */
type FoundCart = {
  id: string;
  sharing: CartSharing;
  lines: readonly KeptLine[];
  known: ReadonlyMap<string, SkuWithPicture>;
  stockOf: (sku: SkuWithPicture) => ToldStock;
  /** Nothing for who may not see prices. */
  facts: PriceFacts | undefined;
  gifts: readonly SkuWithPicture[];
};

/** Goods withdrawn, or hidden from the buyer since, stay listed as withdrawn and are not priced. */
export const cartView = ({ id, sharing, lines, known, stockOf, facts, gifts }: FoundCart): CartView => {
  const items = lines.flatMap((line): CartItem[] => {
    const sku = known.get(line.skuId);
    return sku ? [{ ...line, sku, stock: stockOf(sku), withdrawn: !sku.shown }] : [];
  });
  const wanted = items.filter((item) => !item.withdrawn).map(({ sku, quantity }) => ({ sku, quantity }));
  return {
    id,
    sharing,
    items,
    pricing: facts && withoutOthers(facts.quoteInput(wanted)),
    promotions: Object.entries(facts?.names ?? {}).map(([id, name]) => ({ id, name })),
    gifts: gifts.filter((gift) => gift.shown),
  };
};

/** Prices of the priced lines alone: of goods that are kept from the buyer by now, none is told. */
const withoutOthers = (input: QuoteInput): QuoteInput => {
  const priced = new Set<string>(input.lines.map(({ skuId }) => skuId));
  return { ...input, prices: input.prices.filter(({ skuId }) => priced.has(skuId)) };
};
