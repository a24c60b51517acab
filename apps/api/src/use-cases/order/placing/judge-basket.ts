import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import type { DeliveredQuote, QuoteRefusal } from '@tradeline/domain/order';
import type { CheckoutReason } from '../../../trpc/refusal-codes.ts';
import { type CheckoutSettings, meansOf } from '../../checkout/checkout-settings.ts';
import type { PlaceOrder } from './wish.ts';

/** What a checkout has said so far; before the buyer presses, there may be no address and no total he agreed to. */
export type Wish = Omit<
  PlaceOrder,
  'idempotencyKey' | 'cartId' | 'addressId' | 'expectedTotal' | 'contactName' | 'phone'
> & {
  addressId?: PlaceOrder['addressId'] | undefined;
  expectedTotal?: PlaceOrder['expectedTotal'] | undefined;
};

/** What was found of all that the checkout named. */
export type Found = {
  address: boolean;
  delivery: boolean;
  invoiceTitle: boolean;
  uploads: boolean;
  /** Goods of the cart that cannot be ordered any more. */
  gone: readonly CheckoutReason[];
  quoted: { ok: true; value: DeliveredQuote } | { ok: false; error: QuoteRefusal };
  pointsUsable: number | undefined;
  balance: Minor;
  settings: CheckoutSettings;
  now: Instant;
};

/**
 * Everything that stands against the order beside credit and stock, which are asked under their locks. The total is only
 * compared when nothing else has changed it: one reason is not told twice.
 */
export const judgeBasket = (wish: Wish, found: Found): readonly CheckoutReason[] => {
  const reasons: CheckoutReason[] = [...namedReasons(wish, found), ...found.gone];
  const { quoted } = found;
  if (!quoted.ok) return [...reasons, quoted.error];
  const { priced, notDelivered } = quoted.value;
  const priceReasons: CheckoutReason[] = [];
  if (priced.refusedLines.length > 0) priceReasons.push({ kind: 'lines-refused', lines: priced.refusedLines });
  if (notDelivered) priceReasons.push({ kind: 'not-delivered', why: notDelivered });
  if (priced.unknownCoupons.length > 0) priceReasons.push({ kind: 'coupons-unknown', codes: priced.unknownCoupons });
  if (found.pointsUsable !== undefined && (wish.points ?? 0) > found.pointsUsable)
    priceReasons.push({ kind: 'points-short', asked: wish.points ?? 0, usable: found.pointsUsable });
  const actual = priced.totals.payable;
  const moved = found.gone.length > 0 || priceReasons.length > 0;
  if (!moved && wish.expectedTotal !== undefined && actual !== wish.expectedTotal)
    priceReasons.push({ kind: 'total-changed', expected: wish.expectedTotal, actual, priced });
  const balance = wish.balance ?? 0;
  const moneyReasons: CheckoutReason[] = [];
  if (balance > actual) moneyReasons.push({ kind: 'balance-over-total', total: actual });
  if (balance > found.balance) moneyReasons.push({ kind: 'balance-short', balance: found.balance });
  const means = meansOf(wish.paymentTerms, wish.payBy);
  if (balance < actual && found.settings.closedMeans.includes(means))
    moneyReasons.push({ kind: 'means-closed', means });
  return [...reasons, ...priceReasons, ...moneyReasons];
};

const namedReasons = (wish: Wish, found: Found): CheckoutReason[] => {
  const reasons: CheckoutReason[] = [];
  if (!found.address) reasons.push({ kind: 'address-not-found' });
  if (!found.delivery) reasons.push({ kind: 'delivery-method-not-found', code: wish.deliveryMethod ?? '' });
  if (!found.invoiceTitle) reasons.push({ kind: 'invoice-title-not-found' });
  if (!found.uploads) reasons.push({ kind: 'upload-not-found' });
  const { termsOfSale } = found.settings;
  if (termsOfSale && wish.termsVersion !== undefined && wish.termsVersion !== termsOfSale.version)
    reasons.push({ kind: 'terms-of-sale-changed', version: termsOfSale.version });
  return reasons;
};
