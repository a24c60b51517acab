import { shopDay } from '@tradeline/ui/format';
import * as z from 'zod/mini';
import '../../lib/no-eval.ts';
import type { Text } from '../../lib/i18n.tsx';

/** Digits with the signs people put between them: 0571-8888 0000, +86 138 0000 0000. */
const PHONE = /^\+?[\d\s\-()]{7,24}$/;

export const payChoices = ['terms', 'on-delivery', 'online', 'transfer'] as const;
export type PayChoice = (typeof payChoices)[number];

/** The form of the checkout, with its complaints in words. Everything is text, so that all of it can be kept. */
export const checkoutFields = (t: Text) =>
  z.object({
    addressId: z.string().check(z.minLength(1, t.checkout_required_address())),
    contactName: z.string().check(z.trim(), z.minLength(1, t.checkout_required_contact()), z.maxLength(60)),
    phone: z
      .string()
      .check(z.trim(), z.minLength(1, t.checkout_required_phone()), z.regex(PHONE, t.checkout_bad_phone())),
    wishedDate: z.string().check(z.refine((day) => day === '' || day >= shopDay(Date.now()), t.checkout_date_past())),
    purchaseOrderNumber: z.string().check(z.trim(), z.maxLength(60)),
    note: z.string().check(z.trim(), z.maxLength(500)),
    pay: z.string().check(z.refine((pay) => payChoices.includes(pay as PayChoice), t.checkout_required_payment())),
    deliveryMethod: z.string(),
    invoiceTitleId: z.string(),
    coupons: z.string(),
    points: z.string(),
    balance: z.string(),
    attachments: z.string(),
  });
export type CheckoutDraft = z.input<ReturnType<typeof checkoutFields>>;

/** `points` and `balance` are a number as text, `max` for all that can be used, or nothing. */
export const MAX = 'max';

export const emptyCheckout: CheckoutDraft = {
  addressId: '',
  contactName: '',
  phone: '',
  wishedDate: '',
  purchaseOrderNumber: '',
  note: '',
  pay: '',
  deliveryMethod: '',
  invoiceTitleId: '',
  /** Codes, one a line. */
  coupons: '',
  points: '',
  balance: '',
  /** Sent files as JSON. */
  attachments: '[]',
};
