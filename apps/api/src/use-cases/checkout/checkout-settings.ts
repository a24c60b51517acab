import type { Tx } from '@tradeline/db';
import { settingStore } from '@tradeline/db/stores';
import type { PaymentTerms } from '@tradeline/domain/order';
import * as z from 'zod';

/** How an order may be paid. */
export const paymentMeans = ['terms', 'on-delivery', 'online', 'transfer'] as const;
export type PaymentMeans = (typeof paymentMeans)[number];

const line = (max: number) => z.string().trim().max(max);

/** What the wholesaler says about checking out: which means are open, his bank account, his terms of sale. */
export const checkoutSettings = z.strictObject({
  /** Transfers are closed until somebody opens them: finance checks the bank by hand. */
  closedMeans: z.array(z.enum(paymentMeans)).max(paymentMeans.length).default(['transfer']),
  /** Where transfers go; none: customers are told to ask. */
  bank: z
    .strictObject({ holder: line(120), bank: line(120), account: line(60) })
    .nullable()
    .default(null),
  /** What a buyer agrees to with every order; another text is another version. None: nothing is asked. */
  termsOfSale: z
    .strictObject({ version: line(40), zh: line(20_000), en: line(20_000) })
    .nullable()
    .default(null),
});
export type CheckoutSettings = z.output<typeof checkoutSettings>;

export const CHECKOUT_SETTINGS = 'checkout';

/** The shop's words, or that everything is open where it has said nothing that can be read. */
export const checkoutSettingsNow = async (tx: Tx): Promise<CheckoutSettings> => {
  const parsed = checkoutSettings.safeParse((await settingStore.find(tx, CHECKOUT_SETTINGS))?.value ?? {});
  return parsed.success ? parsed.data : checkoutSettings.parse({});
};

/** The means an order is paid by, beside what the balance pays. */
export const meansOf = (terms: PaymentTerms, payBy: 'online' | 'transfer' | undefined): PaymentMeans =>
  terms === 'prepaid' ? (payBy ?? 'online') : terms;
