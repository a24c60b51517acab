import type { Tx } from '@tradeline/db';
import {
  addressStore,
  balanceStore,
  cartStore,
  catalogStore,
  type DeliveryMethod,
  deliveryStore,
  type InvoiceTitleRow,
  invoiceTitleStore,
  orderStore,
  type SkuWithPicture,
  shopStore,
  uploadStore,
} from '@tradeline/db/stores';
import { err, type Instant, ok, type Result } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { type Delivery, type PricedOrder, quoteDelivered } from '@tradeline/domain/order';
import type { Promotion } from '@tradeline/domain/promotion';
import type { Buyer } from '../../../trpc/context.ts';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { type PointsNow, pointsOf } from '../../membership/points-of.ts';
import { type PriceFacts, priceFactsFor, type WantedLine } from '../../pricing/quote-facts.ts';
import { viewerOf } from '../../session/visitor.ts';
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
};

/** The cart under lock, every line checked and priced anew at this moment. */
export const readBasket = async (tx: Tx, buyer: Buyer, wish: PlaceOrder): Promise<Result<Basket, Refusal>> => {
  // A refusal for a changed total would tell prices; who is told none cannot agree to one.
  if (!buyer.seesPrices) return err({ kind: 'prices-hidden' });
  const companyId = buyer.company.id;
  const [cart, lines, address, delivery, invoiceTitle, balance, number, zone, attachments] = await Promise.all([
    cartStore.lock(tx, wish.cartId, { companyId, buyerId: buyer.id }),
    cartStore.lines(tx, wish.cartId),
    addressStore.find(tx, companyId, wish.addressId),
    wish.deliveryMethod ? deliveryStore.byCode(tx, wish.deliveryMethod) : undefined,
    wish.invoiceTitleId ? invoiceTitleStore.find(tx, companyId, wish.invoiceTitleId) : undefined,
    wish.balance ? balanceStore.of(tx, companyId) : (0 as Minor),
    orderStore.nextNumber(tx),
    shopStore.timeZone(tx),
    Promise.all((wish.attachments ?? []).map((id) => uploadStore.findOwn(tx, id, { type: 'buyer', id: buyer.id }))),
  ]);
  if (!cart) return err({ kind: 'cart-not-found' });
  if (cart.state !== 'open') return err({ kind: 'cart-already-ordered', orderNumber: cart.orderNumber ?? '' });
  if (lines.length === 0) return err({ kind: 'cart-empty' });
  if (!address) return err({ kind: 'address-not-found' });
  if (wish.deliveryMethod && !delivery) return err({ kind: 'delivery-method-not-found', code: wish.deliveryMethod });
  if (wish.invoiceTitleId && !invoiceTitle) return err({ kind: 'invoice-title-not-found' });
  const lost = attachments.findIndex((upload) => upload?.purpose !== 'order-attachment');
  if (lost >= 0) return err({ kind: 'upload-not-found' });

  const skuIds = lines.map((line) => line.skuId);
  const points = wish.points ? await pointsOf(tx, companyId, zone) : undefined;
  const [skus, facts] = await Promise.all([
    factsOf(tx, buyer, skuIds),
    priceFactsFor(tx, buyer, skuIds, {
      coupons: wish.coupons,
      giftChoices: wish.giftChoices,
      points: points && { ...points.offer, points: Math.min(wish.points ?? 0, points.usable) },
    }),
  ]);
  const wanted: WantedLine[] = [];
  for (const { skuId, quantity } of lines) {
    const sku = skus.get(skuId);
    if (!sku) return err({ kind: 'sku-not-found', skuId });
    if (!sku.shown) return err({ kind: 'sku-withdrawn', skuId, itemNumber: sku.itemNumber });
    wanted.push({ sku, quantity });
  }
  const input = facts.quoteInput(wanted);
  const quoted = quoteDelivered(input, delivery && deliveryOf(delivery, address, skus));
  if (!quoted.ok) return quoted;
  const { priced, notDelivered } = quoted.value;
  if (notDelivered) return err({ kind: 'not-delivered', why: notDelivered });
  if (priced.unknownCoupons.length > 0) return err({ kind: 'coupons-unknown', codes: priced.unknownCoupons });
  if (points && (wish.points ?? 0) > points.usable)
    return err({ kind: 'points-short', asked: wish.points ?? 0, usable: points.usable });
  const actual = priced.totals.payable;
  if (actual !== wish.expectedTotal)
    return err({ kind: 'total-changed', expected: wish.expectedTotal, actual, priced });
  if ((wish.balance ?? 0) > actual) return err({ kind: 'balance-over-total', total: actual });
  if ((wish.balance ?? 0) > balance) return err({ kind: 'balance-short', balance });
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
  });
};

const factsOf = async (tx: Tx, buyer: Buyer, ids: string[]): Promise<Map<string, SkuWithPicture>> =>
  new Map((await catalogStore.skus(tx, ids, viewerOf(buyer))).map((sku) => [sku.id, sku]));

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
