import { cartStore, catalogStore } from '@tradeline/db/stores';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import { toldStock } from '../catalog/told-stock.ts';
import { giftsOf, priceFactsFor } from '../pricing/quote-facts.ts';
import { viewerOf } from '../session/visitor.ts';
import { type CartView, cartView } from './cart-view.ts';
import { keptCart } from './kept-cart.ts';

export type CartDeps = Pick<Deps, 'db' | 'raw' | 'search'>;

/** The buyer's open cart with all that is needed to show and price it. */
export const viewCart = async (deps: CartDeps, buyer: Buyer): Promise<CartView> =>
  (await keptCart(deps, buyer)) ?? (await readCart(deps, buyer));

/** The same from the database alone. */
export const readCart = async ({ db }: Pick<Deps, 'db'>, buyer: Buyer): Promise<CartView> => {
  const id = await cartStore.open(db, { companyId: buyer.company.id, buyerId: buyer.id });
  const [lines, sharing] = await Promise.all([cartStore.lines(db, id), cartStore.sharing(db, id)]);
  const ids = lines.map((line) => line.skuId);
  const viewer = viewerOf(buyer);
  const [skus, facts] = await Promise.all([
    catalogStore.skus(db, ids, viewer),
    buyer.seesPrices ? priceFactsFor(db, buyer, ids) : undefined,
  ]);
  const promotions = facts?.quoteInput([]).promotions ?? [];
  const [stockOf, gifts] = await Promise.all([
    toldStock(db, buyer, skus),
    catalogStore.skus(db, giftsOf(promotions), viewer),
  ]);
  const known = new Map(skus.map((sku) => [sku.id, sku]));
  return cartView({ id, sharing, lines, known, stockOf: (sku) => stockOf(sku.id), facts, gifts });
};
