import { balanceStore, couponStore, invoiceTitleStore, pointStore, shopMoment } from '@tradeline/db/stores';
import { err, ok } from '@tradeline/domain/kernel';
import type { Promotion } from '@tradeline/domain/promotion';
import * as z from 'zod';
import { text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { saveInvoiceTitle } from '../../use-cases/account/save-invoice-title.ts';
import { pointsOf } from '../../use-cases/membership/points-of.ts';

const title = z.strictObject({
  id: uuid().optional(),
  kind: z.enum(['ordinary', 'special']),
  title: text(120, 1),
  taxNumber: text(30).optional(),
  bank: text(120).optional(),
  account: text(60).optional(),
  address: text(200).optional(),
  phone: text(40).optional(),
  email: text(120).optional(),
  isDefault: z.boolean(),
});

/** What a company pays with and has invoiced to: titles, coupons, points, prepaid balance. */
export const buyerMeansRouter = router({
  titles: buyerProcedure('address.read').query(({ ctx }) =>
    invoiceTitleStore.ofCompany(ctx.deps.db, ctx.buyer.company.id),
  ),
  saveTitle: buyerProcedure('address.edit')
    .input(title)
    .mutation(async ({ ctx, input: { id, ...typed } }) =>
      orThrow(await saveInvoiceTitle(ctx.deps, ctx.buyer, id, typed)),
    ),
  removeTitle: buyerProcedure('address.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) =>
      orThrow(
        (await invoiceTitleStore.archive(ctx.deps.db, ctx.buyer.company.id, input.id))
          ? ok(true)
          : err({ kind: 'invoice-title-not-found' }),
      ),
    ),
  /** The wallet: what can be used, what an order holds, what was used or is over. */
  coupons: buyerProcedure('coupon.read').query(async ({ ctx }) =>
    (await couponStore.ofCompany(ctx.deps.db, ctx.buyer.company.id)).map(({ definition, ...coupon }) => {
      const { actions, conditions = [] } = definition as Promotion;
      return { ...coupon, actions, conditions };
    }),
  ),
  points: buyerProcedure('points.read').query(async ({ ctx: { deps, buyer } }) => {
    const [{ usable, offer }, entries] = await Promise.all([
      pointsOf(deps.db, buyer.company.id, shopMoment(deps.db)),
      pointStore.entries(deps.db, buyer.company.id),
    ]);
    return { usable, worth: offer.worth, entries };
  }),
  /** Who may pay sees the money that is there to pay with. */
  balance: buyerProcedure('payment.read').query(async ({ ctx: { deps, buyer } }) => {
    const [balance, entries] = await Promise.all([
      balanceStore.of(deps.db, buyer.company.id),
      balanceStore.entries(deps.db, buyer.company.id),
    ]);
    return { balance, entries };
  }),
});
