import * as z from 'zod';
import { uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { readOrder } from '../../use-cases/order-entry/read-order.ts';
import { readOrderSheet } from '../../use-cases/order-entry/read-order-sheet.ts';

export const buyerOrderEntryRouter = router({
  /** Reads what somebody wrote as an order; changes nothing. A mutation because a text is too long for an address. */
  read: buyerProcedure('cart.edit')
    .input(z.strictObject({ text: z.string().max(200_000) }))
    .mutation(async ({ ctx, input }) => orThrow(await readOrder(ctx.deps, ctx.buyer, input.text))),
  /** The text of a sheet sent to `/uploads/order-lines`. */
  sheet: buyerProcedure('cart.edit')
    .input(z.strictObject({ uploadId: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await readOrderSheet(ctx.deps, ctx.buyer, input.uploadId))),
});
