import { namedCartStore } from '@tradeline/db/stores';
import { seemsToCover } from '@tradeline/domain/inventory';
import type { PromotionId, SkuId } from '@tradeline/domain/kernel';
import { type CartNews, cartNews, quote, type SeenCart, type SeenLine } from '@tradeline/domain/order';
import type { Buyer } from '../../trpc/context.ts';
import type { CartView } from './cart-view.ts';
import { type CartDeps, viewCart } from './view-cart.ts';

type Names = Record<string, { zh: string; en?: string | undefined }>;
export type CartNewsView = {
  news: readonly CartNews[];
  /** What the promotions in `news` were called. */
  names: Names;
  /** The cart holds what was not seen yet, or was never looked at. */
  unseen: boolean;
};

/** What changed of the current cart since its owner looked: prices at the quantities he saw, stock, goods, promotions. */
export const viewCartNews = async (deps: CartDeps, buyer: Buyer): Promise<CartNewsView> => {
  const cart = await viewCart(deps, buyer);
  const seen = await namedCartStore.seen(deps.db, cart.id, buyer.id);
  if (!seen) return { news: [], names: {}, unseen: cart.items.length > 0 };
  const quantities = new Map(seen.cart.lines.map((line) => [line.skuId as string, line.quantity]));
  const { lines } = snapshotOf(cart, quantities);
  const running = (cart.pricing?.promotions ?? []).map(({ id }) => id);
  const news = cartNews(seen.cart, lines, cart.pricing ? running : seen.cart.promotions);
  const unseen =
    cart.items.length !== seen.cart.lines.length ||
    cart.items.some(({ skuId, quantity }) => quantities.get(skuId) !== quantity);
  return { news, names: seen.names, unseen };
};

/** He has looked: what changes from now on is news. */
export const markCartSeen = async (deps: CartDeps, buyer: Buyer): Promise<void> => {
  const cart = await viewCart(deps, buyer);
  const snapshot = snapshotOf(cart, new Map());
  const names: Names = Object.fromEntries(
    cart.promotions
      .filter(({ id }) => snapshot.promotions.includes(id as PromotionId))
      .map(({ id, name }) => [id, name]),
  );
  await namedCartStore.saveSeen(deps.db, cart.id, buyer.id, { cart: snapshot, names });
};

/** The cart as it stands now, at these quantities or its own. */
const snapshotOf = ({ items, pricing }: CartView, quantities: ReadonlyMap<string, number>): SeenCart => {
  const lines = pricing?.lines.map((line) => ({ ...line, quantity: quantities.get(line.skuId) ?? line.quantity }));
  const quoted = pricing && quote({ ...pricing, lines: lines ?? [], settings: { ...pricing.settings, view: 'cart' } });
  const priced = quoted?.ok ? quoted.value : undefined;
  return {
    lines: items.map(({ skuId, quantity, stock, withdrawn }): SeenLine => {
      const wanted = quantities.get(skuId) ?? quantity;
      const price = priced?.lines.find((line) => line.skuId === skuId)?.unitPriceE4;
      return {
        skuId: skuId as SkuId,
        quantity: wanted,
        ...(price === undefined ? {} : { unitPriceE4: price }),
        covered: seemsToCover(stock, wanted),
        gone: withdrawn,
      };
    }),
    promotions: [...new Set([...(priced?.applied ?? []), ...(priced?.gifts ?? [])].map((one) => one.promotionId))],
  };
};
