import type { Tx } from '@tradeline/db';
import {
  balanceStore,
  couponStore,
  deliveryStore,
  priceEffectStore,
  promotionUseStore,
  sharingStore,
  shopMoment,
} from '@tradeline/db/stores';
import { type CompanyId, type CustomerGroupId, err, ok, type Result } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { chargedAmount, type PricedOrder, quoteDelivered } from '@tradeline/domain/order';
import type { Visitor } from '../../../trpc/context.ts';
import type { CheckoutReason, Refusal } from '../../../trpc/refusal-codes.ts';
import { pointsOf } from '../../membership/points-of.ts';
import { priceFactsFor } from '../../pricing/quote-facts.ts';
import { askerOf } from '../../stock/sharing/shared-units.ts';
import { type OrderRecord, factsOf as orderFactsOf } from '../order-facts.ts';
import { askCredit } from '../placing/check-credit.ts';
import { factsOf } from '../placing/goods-of-cart.ts';
import { shortOf } from '../placing/held-reasons.ts';
import { type Basket, deliveryOf, wantedOf } from '../placing/read-basket.ts';
import type { EditWish } from './request.ts';

/** The order priced anew with the lines it shall have, and all that stands against it. */
export type Revision = Pick<Basket, 'priced' | 'promotions' | 'names' | 'templates' | 'skus' | 'now' | 'sharing'> & {
  before: PricedOrder;
  /** What it takes of the customer's limit now: what no money stands for. */
  credit: Minor;
  reasons: readonly CheckoutReason[];
};

/**
 * Gives the uses of promotions and coupons back and prices the order as if it were placed now, by the same rules and
 * facts: what it holds of stock, credit and points counts as free for it. Only under the order's lock, in a transaction
 * that takes anew what it uses, or rolls back.
 */
export const priceRevision = async (
  tx: Tx,
  record: OrderRecord,
  account: Parameters<typeof askCredit>[2],
  lines: EditWish['lines'],
): Promise<Result<Revision, Refusal>> => {
  const { order } = record;
  const before = order.trace as PricedOrder | null;
  if (order.source !== null || order.channel === 'replacement' || !before?.totals)
    return err({ kind: 'order-not-editable', why: order.channel === 'replacement' ? 'replacement' : 'imported' });
  if (lines.length === 0) return err({ kind: 'cart-empty' });
  const company = await priceEffectStore.customer(tx, order.companyId);
  if (!company) return err({ kind: 'customer-not-found' });
  const visitor: Visitor = {
    id: undefined,
    seesPrices: true,
    stock: { display: 'exact', byWarehouse: false },
    company: { ...company, id: company.id as CompanyId, groupId: company.groupId as CustomerGroupId | null },
  };
  await couponStore.release(tx, order.id);
  await promotionUseStore.release(tx, order.id);

  const applied = before.applied.flatMap(({ couponCode }) => (couponCode === undefined ? [] : [couponCode]));
  const codes = [...new Set([...order.couponsAsked, ...applied])];
  const giftChoices = Object.fromEntries(before.gifts.map(({ promotionId, skuId }) => [promotionId, skuId]));
  const skuIds = lines.map((line) => line.skuId);
  const [skus, facts, method, points, balance, { rules }] = await Promise.all([
    factsOf(tx, visitor, skuIds),
    priceFactsFor(tx, visitor, skuIds, { coupons: codes, giftChoices }),
    order.deliveryMethod ? deliveryStore.byCode(tx, order.deliveryMethod) : undefined,
    pointsOf(tx, order.companyId, shopMoment(tx)),
    balanceStore.of(tx, order.companyId),
    sharingStore.rules(tx),
  ]);
  const own = unitsHeld(record);
  const { wanted, gone } = wantedOf(lines, skus);
  const offered = Math.min(order.pointsAsked, points.usable + record.pointsHeld);
  const input = facts.quoteInput(wanted, { points: { ...points.offer, points: offered } });
  const giftStock = Object.fromEntries(
    Object.entries(input.giftStock ?? {}).map(([id, units]) => [id, units + (own.get(id) ?? 0)]),
  );
  const quoted = quoteDelivered(
    { ...input, giftStock, settings: { ...input.settings, view: 'cart' } },
    method && deliveryOf(method, order.address, skus),
  );
  if (!quoted.ok) return quoted;
  const { priced, notDelivered } = quoted.value;
  const gifts = priced.gifts.map((gift) => gift.skuId as string).filter((id) => !skus.has(id));
  if (gifts.length > 0) for (const [id, sku] of await factsOf(tx, visitor, gifts)) skus.set(id, sku);

  const reasons: CheckoutReason[] = [...gone];
  if (order.deliveryMethod && !method) reasons.push({ kind: 'delivery-method-not-found', code: order.deliveryMethod });
  if (priced.refusedLines.length > 0) reasons.push({ kind: 'lines-refused', lines: priced.refusedLines });
  if (notDelivered) reasons.push({ kind: 'not-delivered', why: notDelivered });
  const paid = chargedAmount(orderFactsOf(record));
  const credit = order.paymentTerms === 'terms' ? minor(Math.max(0, priced.totals.payable - paid)) : minor(0);
  // Who orders less than before is not asked: his limit stands for more already.
  if (credit > record.creditHeld) {
    const known = await account;
    const free = known && { ...known, used: minor(known.used - record.creditHeld) };
    const allowed = await askCredit(
      tx,
      { company: visitor.company! },
      free,
      { priced, skus, cashNow: balance },
      credit,
    );
    if (!allowed.ok) reasons.push(allowed.error);
  }
  const sharing = { rules, asker: askerOf(visitor), now: facts.now };
  const short = await shortOf(tx, { lines: [...lines], skus, priced, sharing }, own);
  if (short.length > 0) reasons.push({ kind: 'out-of-stock', lines: short });
  const { promotions = [] } = input;
  const { names, templates, now } = facts;
  return ok({ priced, promotions, names, templates, skus, now, sharing, before, credit, reasons });
};

/** Units of each SKU that the order holds already. */
const unitsHeld = ({ held }: OrderRecord): Map<string, number> => {
  const own = new Map<string, number>();
  for (const { skuId, quantity } of held) own.set(skuId, (own.get(skuId) ?? 0) + quantity);
  return own;
};
