import { cartNowStore } from '@tradeline/db/stores';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import { tellStock } from '../catalog/told-stock.ts';
import { besideCart, keptFacts } from '../pricing/kept-facts.ts';
import { askerOf, sharedShelves } from '../stock/sharing/shared-units.ts';
import { type CartView, cartView } from './cart-view.ts';

/**
 * The cart with goods, prices and promotions from memory, as long as the database says, in the statement that reads lines and
 * stock, that nothing of those has changed since memory was last corrected. Undefined where it has, where memory is not made
 * yet, and where a line's goods are no longer shown to him: then all is read from the database.
 */
export const keptCart = async (
  { db, raw, search }: Pick<Deps, 'db' | 'raw' | 'search'>,
  buyer: Buyer,
): Promise<CartView | undefined> => {
  if (!search.ready()) return undefined;
  const state = await search.state();
  const mark = search.mark();
  const beside = { ...besideCart(state), companyId: buyer.company.id };
  const cart = await cartNowStore.open(raw, { companyId: buyer.company.id, buyerId: buyer.id }, beside, mark);
  if (!cart?.fresh) return undefined;
  const goods = await state.lines.of([...new Set([...cart.lines.map(({ skuId }) => skuId), ...beside.skuIds])]);
  const kept = keptFacts(state, buyer, cart, goods);
  if (!kept) return undefined;
  const shelves = Map.groupBy(
    await sharedShelves(
      db,
      { rules: state.sharing.rules(), asker: askerOf(buyer), now: cart.now },
      Object.entries(cart.shelves).flatMap(([skuId, own]) => own.map((shelf) => ({ ...shelf, skuId }))),
    ),
    ({ skuId }) => skuId,
  );
  return cartView({
    ...cart,
    known: kept.skus,
    stockOf: (sku) => tellStock(shelves.get(sku.id) ?? [], sku.minQuantity, buyer.stock),
    facts: buyer.seesPrices ? kept.facts : undefined,
    gifts: buyer.seesPrices ? kept.gifts : [],
  });
};
