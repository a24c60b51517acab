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
  paymentTerms: Exclude<PaymentTerms, 'prepaid'>;
  wishedDate?: string | undefined;
  purchaseOrderNumber?: string | undefined;
  note?: string | undefined;
};
