import type { Tx } from '@tradeline/db';
import { cartStore, catalogStore, type SkuWithPicture, transactionTime } from '@tradeline/db/stores';
import { err, type Instant, ok, type Result } from '@tradeline/domain/kernel';
import { type PricedOrder, quote } from '@tradeline/domain/order';
import type { Buyer } from '../../../trpc/context.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { quoteInputFor, type WantedLine } from '../../pricing/quote-facts.ts';
import { viewerOf } from '../../session/visitor.ts';
import type { PlaceOrder } from './wish.ts';

/** The priced cart with the facts of its goods, gifts included. */
export type Basket = { priced: PricedOrder; skus: Map<string, SkuWithPicture>; now: Instant };

/** The cart under lock, every line checked and priced anew at this moment. */
export const readBasket = async (tx: Tx, buyer: Buyer, wish: PlaceOrder): Promise<Result<Basket, Refusal>> => {
  // A refusal for a changed total would tell prices; who is told none cannot agree to one.
  if (!buyer.seesPrices) return err({ kind: 'prices-hidden' });
  const cart = await cartStore.lock(tx, wish.cartId, { companyId: buyer.company.id, buyerId: buyer.id });
  if (!cart) return err({ kind: 'cart-not-found' });
  if (cart.state !== 'open') return err({ kind: 'cart-already-ordered', orderNumber: cart.orderNumber ?? '' });
  const lines = await cartStore.lines(tx, wish.cartId);
  if (lines.length === 0) return err({ kind: 'cart-empty' });
  const skus = await factsOf(
    tx,
    buyer,
    lines.map((line) => line.skuId),
  );
  const wanted: WantedLine[] = [];
  for (const { skuId, quantity } of lines) {
    const sku = skus.get(skuId);
    if (!sku) return err({ kind: 'sku-not-found', skuId });
    if (!sku.shown) return err({ kind: 'sku-withdrawn', skuId, itemNumber: sku.itemNumber });
    wanted.push({ sku, quantity });
  }
  const priced = quote(await quoteInputFor(tx, buyer, wanted));
  if (!priced.ok) return priced;
  const actual = priced.value.totals.payable;
  if (actual !== wish.expectedTotal)
    return err({ kind: 'total-changed', expected: wish.expectedTotal, actual, priced: priced.value });
  for (const [id, sku] of await factsOf(
    tx,
    buyer,
    priced.value.gifts.map((gift) => gift.skuId),
  ))
    skus.set(id, sku);
  return ok({ priced: priced.value, skus, now: await transactionTime(tx) });
};

const factsOf = async (tx: Tx, buyer: Buyer, ids: string[]): Promise<Map<string, SkuWithPicture>> =>
  new Map((await catalogStore.skus(tx, ids, viewerOf(buyer))).map((sku) => [sku.id, sku]));
