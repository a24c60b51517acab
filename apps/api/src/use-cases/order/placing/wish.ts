import type { Minor } from '@tradeline/domain/money';
import type { PaymentTerms } from '@tradeline/domain/order';

/** What a checkout sends. */
export type PlaceOrder = {
  idempotencyKey: string;
  cartId: string;
  /** What the buyer saw and agreed to; another total is refused with the new price, never charged silently. */
  expectedTotal: Minor;
  addressId: string;
  contactName: string;
  phone: string;
  paymentTerms: PaymentTerms;
  /** How a prepaid order will be paid, which says how long its goods are kept for it. */
  payBy?: 'online' | 'transfer' | undefined;
  /** Coupon codes as typed. */
  coupons?: readonly string[] | undefined;
  giftChoices?: Readonly<Record<string, string>> | undefined;
  /** Points to use as money, at most. */
  points?: number | undefined;
  /** How much of the total the prepaid balance pays. */
  balance?: Minor | undefined;
  /** Code of the delivery method; none: delivered as agreed, without a charge. */
  deliveryMethod?: string | undefined;
  invoiceTitleId?: string | undefined;
  attachments?: readonly string[] | undefined;
  /** Which terms of sale he agreed to. */
  termsVersion?: string | undefined;
  wishedDate?: string | undefined;
  purchaseOrderNumber?: string | undefined;
  note?: string | undefined;
};
