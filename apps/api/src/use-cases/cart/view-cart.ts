import { type CartLine, cartStore, catalogStore, type SkuWithPicture } from '@tradeline/db/stores';
import type { QuoteInput } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import { type ToldStock, toldStock } from '../catalog/told-stock.ts';
import { type PriceFacts, priceFactsFor } from '../pricing/quote-facts.ts';
import { viewerOf } from '../session/visitor.ts';

export type CartItem = { skuId: string; quantity: number; sku: SkuWithPicture; stock: ToldStock; withdrawn: boolean };
/** `pricing` is what the domain's quote needs: the portal computes the totals with it, on every keystroke. */
export type CartView = {
  id: string;
  items: CartItem[];
  pricing: QuoteInput | undefined;
  /** What the promotions in `pricing` are called. */
  promotions: { id: string; name: PriceFacts['names'][string] }[];
  /** Goods that a promotion in `pricing` may add as gifts. */
  gifts: SkuWithPicture[];
};

/**
 * The buyer's open cart with all that is needed to show and price it. Goods withdrawn, or hidden from
 * him since, stay listed as withdrawn and are not priced.
 */
export const viewCart = async ({ db }: Pick<Deps, 'db'>, buyer: Buyer): Promise<CartView> => {
  const id = await cartStore.open(db, { companyId: buyer.company.id, buyerId: buyer.id });
  const lines = await cartStore.lines(db, id);
  const skuIds = lines.map((line) => line.skuId);
  const [items, facts] = await Promise.all([
    withFacts({ db }, buyer, lines),
    buyer.seesPrices ? priceFactsFor(db, buyer, skuIds) : undefined,
  ]);
  const wanted = items.filter((item) => !item.withdrawn).map(({ sku, quantity }) => ({ sku, quantity }));
  const pricing = facts && withoutOthers(facts.quoteInput(wanted));
  const gifts = await catalogStore.skus(db, Object.keys(pricing?.giftStock ?? {}), viewerOf(buyer));
  return {
    id,
    items,
    pricing,
    promotions: Object.entries(facts?.names ?? {}).map(([id, name]) => ({ id, name })),
    gifts: gifts.filter((gift) => gift.shown),
  };
};

/** Prices of the priced lines alone: of goods that are kept from the buyer by now, none is told. */
const withoutOthers = (input: QuoteInput): QuoteInput => {
  const priced = new Set<string>(input.lines.map(({ skuId }) => skuId));
  return { ...input, prices: input.prices.filter(({ skuId }) => priced.has(skuId)) };
};

const withFacts = async ({ db }: Pick<Deps, 'db'>, buyer: Buyer, lines: CartLine[]): Promise<CartItem[]> => {
  const ids = lines.map((line) => line.skuId);
  const skus = new Map((await catalogStore.skus(db, ids, viewerOf(buyer))).map((sku) => [sku.id, sku]));
  const stockOf = await toldStock(db, buyer, [...skus.values()]);
  return lines.flatMap(({ skuId, quantity }) => {
    const sku = skus.get(skuId);
    if (!sku) return [];
    return [{ skuId, quantity, sku, stock: stockOf(skuId), withdrawn: !sku.shown }];
  });
};
