import {
  type CartChange,
  type CartLine,
  type CartOwner,
  cartStore,
  catalogStore,
  type SkuWithPicture,
} from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Buyer } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { viewerOf } from '../session/visitor.ts';
import type { CartView } from './cart-view.ts';
import { type CartDeps, viewCart } from './view-cart.ts';

/**
 * Sets or adds quantities; 0 takes a line out. Quantities that break a rule are kept as typed (the quote names the
 * nearest valid ones, and placing refuses them), so nothing a buyer entered is lost or changed behind his back.
 */
export const changeCart = async (
  deps: CartDeps,
  buyer: Buyer,
  change: CartChange,
): Promise<Result<CartView, Refusal>> => {
  if (!(await changeKnown(deps, buyer, change))) {
    const refusal = await refusalOf(deps, buyer, change);
    if (refusal) return err(refusal);
    const owner = { companyId: buyer.company.id, buyerId: buyer.id };
    // No cart is open yet, or the one there was is being placed right now: then the next one takes it, unless he meant that one.
    while (!(await cartStore.change(deps.raw, owner, change))) {
      if (change.cartId) return err(await closedCart(deps, owner, change.cartId));
      await cartStore.open(deps.db, owner);
    }
  }
  return ok(await viewCart(deps, buyer));
};

/** Goods that memory knows to be shown to him go in with one statement, which asks whether memory still stands. */
const changeKnown = async ({ raw, search }: CartDeps, buyer: Buyer, change: CartChange): Promise<boolean> => {
  const { lines } = change;
  if (!search.ready()) return false;
  const { views, lines: goods } = await search.state();
  const mark = search.mark();
  const facts = await goods.of(added(lines));
  const isShown = views.shownTo(viewerOf(buyer));
  const areShown = added(lines).every((id) => {
    const sku = facts.get(id)?.sku;
    return sku?.status === 'active' && isShown(sku.productId);
  });
  return areShown && cartStore.change(raw, { companyId: buyer.company.id, buyerId: buyer.id }, change, mark);
};

/** Why the cart he meant takes nothing any more. */
const closedCart = async ({ db }: CartDeps, owner: CartOwner, cartId: string): Promise<Refusal> => {
  const cart = await cartStore.lock(db, cartId, owner);
  return cart?.orderNumber
    ? { kind: 'cart-already-ordered', orderNumber: cart.orderNumber }
    : { kind: 'cart-not-found' };
};

/** Taking out what is not in it changes nothing, whatever it is: the answer tells nobody which goods there are. */
const added = (lines: readonly CartLine[]): string[] => [
  ...new Set(lines.filter(({ quantity }) => quantity > 0).map(({ skuId }) => skuId)),
];

const refusalOf = async ({ db }: CartDeps, buyer: Buyer, { lines }: CartChange): Promise<Refusal | undefined> => {
  const ids = added(lines);
  const known = new Map((await catalogStore.skus(db, ids, viewerOf(buyer))).map((sku) => [sku.id, sku]));
  for (const skuId of ids.toSorted()) {
    const sku = known.get(skuId);
    if (!sku) return { kind: 'sku-not-found', skuId };
    if (!sku.shown) return notShown(sku);
  }
  return undefined;
};

/** Goods that were offered and are no more are named; those he may never have seen are as if they were not. */
const notShown = (sku: SkuWithPicture): Refusal =>
  sku.visible
    ? { kind: 'sku-withdrawn', skuId: sku.id, itemNumber: sku.itemNumber }
    : { kind: 'sku-not-found', skuId: sku.id };
