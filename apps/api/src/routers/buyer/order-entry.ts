import { entryGoodsStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { offerEntries } from '../../use-cases/order-entry/offer-entries.ts';
import { readOrder } from '../../use-cases/order-entry/read-order.ts';
import { readOrderSheet } from '../../use-cases/order-entry/read-order-sheet.ts';
import { suggestEntries } from '../../use-cases/order-entry/suggest-entries.ts';
import { viewerOf } from '../../use-cases/session/visitor.ts';

export const buyerOrderEntryRouter = router({
  /** Reads what somebody wrote as an order; changes nothing. A mutation because a text is too long for an address. */
  read: buyerProcedure('cart.edit')
    .input(z.strictObject({ text: z.string().max(200_000) }))
    .mutation(async ({ ctx, input }) => orThrow(await readOrder(ctx.deps, ctx.buyer, input.text))),
  /** Goods of a past order as they stand today; what he may no longer see is not among them. */
  goods: buyerProcedure('cart.edit')
    .input(z.strictObject({ skuIds: z.array(uuid()).min(1).max(2_000) }))
    .mutation(async ({ ctx, input }) =>
      offerEntries(
        ctx.deps.db,
        ctx.buyer,
        await entryGoodsStore.byIds(ctx.deps.db, viewerOf(ctx.buyer), ctx.buyer.company.id, input.skuIds),
      ),
    ),
  /** What the company is due to order today by its own habits, each line with why and how often such a line was right. */
  suggest: buyerProcedure('cart.edit').query(async ({ ctx }) => orThrow(await suggestEntries(ctx.deps, ctx.buyer))),
  /** The text of a sheet sent to `/uploads/order-lines`. */
  sheet: buyerProcedure('cart.edit')
    .input(z.strictObject({ uploadId: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await readOrderSheet(ctx.deps, ctx.buyer, input.uploadId))),
});
