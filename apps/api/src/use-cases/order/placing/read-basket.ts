import type { Tx } from '@tradeline/db';
import {
  addressStore,
  balanceStore,
  type CartLine,
  cartStore,
  type DeliveryMethod,
  deliveryStore,
  type InvoiceTitleRow,
  invoiceTitleStore,
  orderStore,
  type SkuWithPicture,
  shopMoment,
  uploadStore,
} from '@tradeline/db/stores';
import { err, type Instant, invariant, ok, type Result } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { type Delivery, type PricedOrder, quoteDelivered } from '@tradeline/domain/order';
import type { Promotion } from '@tradeline/domain/promotion';
import type { Buyer } from '../../../trpc/context.ts';
import type { CheckoutReason } from '../../../trpc/refusal-codes.ts';
import { checkoutSettingsNow } from '../../checkout/checkout-settings.ts';
import { type PointsNow, pointsOf } from '../../membership/points-of.ts';
import type { PriceFacts, WantedLine } from '../../pricing/quote-facts.ts';
import { askerOf, type Sharing } from '../../stock/sharing/shared-units.ts';
import { isRefused } from './all-reasons.ts';
import { factsOf, goodsOfCart, type Memory } from './goods-of-cart.ts';
import { heldReasons } from './held-reasons.ts';
import { judgeBasket } from './judge-basket.ts';
import type { PlaceOrder } from './wish.ts';

type AddressRow = NonNullable<Awaited<ReturnType<typeof addressStore.find>>>;

/** The priced cart with the facts of its goods, gifts included, and all that the checkout named. */
export type Basket = {
  priced: PricedOrder;
  promotions: readonly Promotion[];
  names: PriceFacts['names'];
  templates: PriceFacts['templates'];
  skus: Map<string, SkuWithPicture>;
  address: AddressRow;
  delivery: DeliveryMethod | undefined;
  invoiceTitle: InvoiceTitleRow | undefined;
  points: PointsNow | undefined;
  balance: Minor;
  number: string;
  zone: string;
  now: Instant;
  /** What he may take of goods that are shared by rules. */
  sharing: Sharing;
};

/** All that was asked of the database before anything is judged. */
export type PlacingFacts = Awaited<ReturnType<typeof readFacts>>;

/**
 * Takes the cart's lock and reads all that stands behind it, in one trip: no question waits for the answer to another. Goods
 * are named by the cart they lie in, and read when its lock is held.
 */
export const readFacts = async (tx: Tx, buyer: Buyer, wish: PlaceOrder, memory: Memory | undefined) => {
  const companyId = buyer.company.id;
  const cartId = wish.cartId;
  const locked = cartStore.lock(tx, cartId, { companyId, buyerId: buyer.id });
  const moment = shopMoment(tx);
  const [cart, { zone }, number, address, delivery, invoiceTitle, balance, settings, points, goods, attachments] =
    await Promise.all([
      locked,
      moment,
      orderStore.nextNumber(tx),
      addressStore.find(tx, companyId, wish.addressId),
      wish.deliveryMethod ? deliveryStore.byCode(tx, wish.deliveryMethod) : undefined,
      wish.invoiceTitleId ? invoiceTitleStore.find(tx, companyId, wish.invoiceTitleId) : undefined,
      balanceStore.of(tx, companyId),
      checkoutSettingsNow(tx),
      wish.points ? pointsOf(tx, companyId, moment) : undefined,
      goodsOfCart(tx, buyer, wish, memory, moment),
      Promise.all((wish.attachments ?? []).map((id) => uploadStore.findOwn(tx, id, { type: 'buyer', id: buyer.id }))),
    ]);
  return { cart, zone, number, address, delivery, invoiceTitle, balance, settings, points, attachments, ...goods };
};

/**
 * The cart under lock, every line checked and priced anew at this moment; or every reason against it, those of credit and
 * stock included, so that the buyer never meets them one after the other.
 */
export const judgeFacts = async (
  tx: Tx,
  buyer: Buyer,
  wish: PlaceOrder,
  found: PlacingFacts,
): Promise<Result<Basket, readonly [CheckoutReason, ...CheckoutReason[]]>> => {
  // A refusal for a changed total would tell prices; who is told none cannot agree to one.
  if (!buyer.seesPrices) return err([{ kind: 'prices-hidden' }]);
  const { cart, lines, zone, number, address, delivery, invoiceTitle, balance, settings, points, skus } = found;
  const { facts, attachments, rules } = found;
  const sharing = { rules, asker: askerOf(buyer), now: facts.now };
  if (!cart) return err([{ kind: 'cart-not-found' }]);
  if (cart.state !== 'open') return err([{ kind: 'cart-already-ordered', orderNumber: cart.orderNumber ?? '' }]);
  if (lines.length === 0) return err([{ kind: 'cart-empty' }]);

  const { wanted, gone } = wantedOf(lines, skus);
  const offered = points && { ...points.offer, points: Math.min(wish.points ?? 0, points.usable) };
  const input = facts.quoteInput(wanted, { points: offered });
  const quoted = quoteDelivered(input, delivery && address && deliveryOf(delivery, address, skus));
  const reasons = judgeBasket(wish, {
    address: address !== undefined,
    delivery: !wish.deliveryMethod || delivery !== undefined,
    invoiceTitle: !wish.invoiceTitleId || invoiceTitle !== undefined,
    uploads: attachments.every((upload) => upload?.purpose === 'order-attachment'),
    gone,
    quoted,
    pointsUsable: points?.usable,
    balance,
    settings,
    now: facts.now,
  });
  if (isRefused(reasons)) {
    const priced = quoted.ok ? quoted.value.priced : undefined;
    return err([...reasons, ...(await heldReasons(tx, buyer, wish, { lines, skus, priced, balance, sharing }))]);
  }
  invariant(quoted.ok && address, 'what cannot be priced or sent has been refused');
  const { priced } = quoted.value;
  const gifts = priced.gifts.map((gift) => gift.skuId as string).filter((id) => !skus.has(id));
  if (gifts.length > 0) for (const [id, sku] of await factsOf(tx, buyer, gifts)) skus.set(id, sku);
  return ok({
    priced,
    promotions: input.promotions ?? [],
    names: facts.names,
    templates: facts.templates,
    skus,
    address,
    delivery,
    invoiceTitle,
    points,
    balance,
    number,
    zone,
    now: facts.now,
    sharing,
  });
};

/** Lines of goods that can be ordered, and what became of the others. */
export const wantedOf = (
  lines: readonly CartLine[],
  skus: ReadonlyMap<string, SkuWithPicture>,
): { wanted: WantedLine[]; gone: CheckoutReason[] } => {
  const wanted: WantedLine[] = [];
  const gone: CheckoutReason[] = [];
  for (const { skuId, quantity } of lines) {
    const sku = skus.get(skuId);
    if (!sku) gone.push({ kind: 'sku-not-found', skuId });
    else if (!sku.shown) gone.push({ kind: 'sku-withdrawn', skuId, itemNumber: sku.itemNumber });
    else wanted.push({ sku, quantity });
  }
  return { wanted, gone };
};

/** A method's rule with the place and what the goods weigh, as the quote asks for it. */
export const deliveryOf = (
  method: Pick<DeliveryMethod, 'rule' | 'taxRate'>,
  place: { province: string; city: string },
  skus: ReadonlyMap<string, Pick<SkuWithPicture, 'weightGrams' | 'cartonQuantity'>>,
): Delivery => ({
  rule: method.rule,
  taxRate: method.taxRate,
  place: { province: place.province, city: place.city },
  grams: Object.fromEntries(
    [...skus].flatMap(([id, sku]) => (sku.weightGrams === null ? [] : [[id, sku.weightGrams]])),
  ),
  cartons: Object.fromEntries([...skus].map(([id, sku]) => [id, sku.cartonQuantity])),
});
