import { dues, newsStore, productCards } from '@tradeline/db/stores';
import * as z from 'zod';
import { uuid } from '../../trpc/inputs.ts';
import { buyerProcedure, router, visitorProcedure } from '../../trpc/procedures.ts';
import { runningPromotions } from '../../use-cases/home/running-promotions.ts';
import { buyerOrders } from '../../use-cases/order/order-scope.ts';
import { viewerOf } from '../../use-cases/session/visitor.ts';

export const buyerHomeRouter = router({
  promotions: visitorProcedure('catalog.read').query(({ ctx }) => runningPromotions(ctx.deps, ctx.visitor)),
  news: visitorProcedure('catalog.read').query(({ ctx }) => newsStore.running(ctx.deps.db, 5)),
  /** What is still to be paid, the first due first. */
  due: buyerProcedure('payment.read').query(({ ctx }) => dues(ctx.deps.db, buyerOrders(ctx.buyer, ctx.scope), 5)),
  /** Goods by id that this browser remembers, as far as they are still shown to who looks. */
  seen: visitorProcedure('catalog.read')
    .input(z.strictObject({ ids: z.array(uuid()).max(12) }))
    .query(({ ctx, input }) => productCards(ctx.deps.raw, input.ids, viewerOf(ctx.visitor))),
});
