import * as z from 'zod';
import { uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { changeCart } from '../../use-cases/cart/change-cart.ts';
import { viewCart } from '../../use-cases/cart/view-cart.ts';

const lines = z
  .array(z.strictObject({ skuId: uuid(), quantity: z.number().int().min(0).max(1_000_000_000) }))
  .min(1)
  .max(500);

export const buyerCartRouter = router({
  get: buyerProcedure('cart.edit').query(({ ctx }) => viewCart(ctx.deps, ctx.buyer)),
  /** `set` replaces quantities (0 removes), `add` adds to them; answers with the cart as it is now. */
  change: buyerProcedure('cart.edit')
    .input(z.strictObject({ mode: z.enum(['set', 'add']), lines }))
    .mutation(async ({ ctx, input }) => orThrow(await changeCart(ctx.deps, ctx.buyer, input))),
});
