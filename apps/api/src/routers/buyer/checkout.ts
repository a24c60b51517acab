import { rateLimitStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import * as z from 'zod';
import { day, text, uuid } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { previewCheckout } from '../../use-cases/checkout/preview-checkout.ts';

const amount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).transform(minor);

/** What a checkout may say, whether it is looked at or placed. */
export const checkoutWish = z.strictObject({
  paymentTerms: z.enum(['terms', 'on-delivery', 'prepaid']),
  /** How a prepaid order will be paid, beside what the balance pays. */
  payBy: z.enum(['online', 'transfer']).optional(),
  coupons: z.array(text(60, 1)).max(10).optional(),
  giftChoices: z.record(z.string().max(60), z.string().max(60)).optional(),
  points: z.number().int().min(0).max(1_000_000_000).optional(),
  balance: amount.optional(),
  deliveryMethod: text(40, 1).optional(),
  invoiceTitleId: uuid().optional(),
  termsVersion: text(40, 1).optional(),
  wishedDate: day.optional(),
});

/** A preview prices the order once for every alternative it shows. */
const PREVIEWS_PER_MINUTE = 120;

export const buyerCheckoutRouter = router({
  /** The open cart as it would be placed, with every alternative beside it and everything that stands against it. */
  preview: buyerProcedure('order.submit')
    .input(checkoutWish.extend({ addressId: uuid().optional() }))
    .query(async ({ ctx, input }) => {
      const bucket = { key: `checkout.preview:${ctx.buyer.id}`, capacity: PREVIEWS_PER_MINUTE, perSeconds: 60 };
      if (!(await rateLimitStore.take(ctx.deps.db, bucket)))
        return refuse({ kind: 'too-many-attempts', retryAfterSeconds: 2 });
      return orThrow(await previewCheckout(ctx.deps, ctx.buyer, input));
    }),
});
