import type { Tx } from '@tradeline/db';
import {
  type CartGoods,
  type CartLine,
  cartNowStore,
  cartStore,
  catalogStore,
  type ReadMark,
  type ShopMoment,
  type SkuWithPicture,
  sharingStore,
} from '@tradeline/db/stores';
import type { SharingRule } from '@tradeline/domain/inventory';
import type { SearchIndex, SearchState } from '../../../search/engine.ts';
import type { Buyer, Visitor } from '../../../trpc/context.ts';
import { besideCart, keptFacts } from '../../pricing/kept-facts.ts';
import { type PriceFacts, priceFactsFor } from '../../pricing/quote-facts.ts';
import { viewerOf } from '../../session/visitor.ts';
import type { PlaceOrder } from './wish.ts';

/** What a cart holds, what stands between that and its price, and the rules by which stock is shared. */
export type GoodsOfCart = {
  lines: CartLine[];
  skus: Map<string, SkuWithPicture>;
  facts: PriceFacts;
  rules: readonly SharingRule[];
};

/** What is the same for everybody, and up to where it was read. */
export type Memory = { state: SearchState; mark: ReadMark };

/** Nothing until the first time it is made. */
export const memoryOf = async (search: SearchIndex): Promise<Memory | undefined> =>
  search.ready() ? { state: await search.state(), mark: search.mark() } : undefined;

/**
 * The goods of a cart whose lock has been asked for. From memory where the database says, in the statement that reads lines,
 * stock and counters behind that lock, that nothing of the rest has changed; else all from the database, one trip later.
 */
export const goodsOfCart = async (
  tx: Tx,
  buyer: Buyer,
  wish: Pick<PlaceOrder, 'cartId' | 'coupons' | 'giftChoices'>,
  memory: Memory | undefined,
  moment: Promise<ShopMoment>,
): Promise<GoodsOfCart> =>
  (memory && !wish.coupons?.length ? await fromMemory(tx, buyer, wish, memory) : undefined) ??
  (await fromDatabase(tx, buyer, wish, moment));

const fromMemory = async (
  tx: Tx,
  buyer: Buyer,
  { cartId, giftChoices }: Pick<PlaceOrder, 'cartId' | 'giftChoices'>,
  { state, mark }: Memory,
): Promise<GoodsOfCart | undefined> => {
  const beside = { ...besideCart(state), companyId: buyer.company.id };
  const cart = await cartNowStore.held(tx, cartId, beside, mark);
  if (!cart?.fresh) return undefined;
  const ids = [...new Set([...cart.lines.map(({ skuId }) => skuId), ...beside.skuIds])];
  const goods = state.lines.kept(ids);
  if (!goods) {
    // Kept for the next order. Not waited for: who holds locks must never wait for another connection.
    state.lines.of(ids).catch(() => {});
    return undefined;
  }
  const kept = keptFacts(state, buyer, cart, goods, { giftChoices });
  return kept && { lines: cart.lines, skus: kept.skus, facts: kept.facts, rules: state.sharing.rules() };
};

const fromDatabase = async (
  tx: Tx,
  buyer: Buyer,
  { cartId, coupons, giftChoices }: Pick<PlaceOrder, 'cartId' | 'coupons' | 'giftChoices'>,
  moment: Promise<ShopMoment>,
): Promise<GoodsOfCart> => {
  const [lines, skus, facts, { rules }] = await Promise.all([
    cartStore.lines(tx, cartId),
    factsOf(tx, buyer, { cartId }),
    priceFactsFor(tx, buyer, { cartId }, { coupons, giftChoices }, moment),
    sharingStore.rules(tx),
  ]);
  return { lines, skus, facts, rules };
};

export const factsOf = async (
  tx: Tx,
  buyer: Pick<Visitor, 'company'>,
  goods: string[] | CartGoods,
): Promise<Map<string, SkuWithPicture>> =>
  new Map((await catalogStore.skus(tx, goods, viewerOf(buyer))).map((sku) => [sku.id, sku]));
