import { shopDay } from '@tradeline/ui/format';
import * as z from 'zod';
import type { Text } from '../../lib/i18n.tsx';

/** Digits with the signs people put between them: 0571-8888 0000, +86 138 0000 0000. */
const PHONE = /^\+?[\d\s\-()]{7,24}$/;

/** The form of the checkout, with its complaints in words. */
export const checkoutFields = (t: Text) =>
  z.object({
    addressId: z.string().min(1, t.checkout_required_address()),
    contactName: z.string().trim().min(1, t.checkout_required_contact()).max(60),
    phone: z.string().trim().min(1, t.checkout_required_phone()).regex(PHONE, t.checkout_bad_phone()),
    wishedDate: z.string().refine((day) => day === '' || day >= shopDay(Date.now()), t.checkout_date_past()),
    purchaseOrderNumber: z.string().trim().max(60),
    note: z.string().trim().max(500),
    paymentTerms: z.string().pipe(z.enum(['terms', 'on-delivery'], t.checkout_required_payment())),
  });
/** What is typed, and what it becomes once it is complete. */
export type CheckoutDraft = z.input<ReturnType<typeof checkoutFields>>;
export type CheckoutFields = z.output<ReturnType<typeof checkoutFields>>;

export const emptyCheckout = {
  addressId: '',
  contactName: '',
  phone: '',
  wishedDate: '',
  purchaseOrderNumber: '',
  note: '',
  paymentTerms: '',
};
