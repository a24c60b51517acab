import { messageStore } from '@tradeline/db/stores';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { postMessage } from '../../use-cases/messages/post-message.ts';
import { readMessages } from '../../use-cases/messages/read-messages.ts';
import { viewMessages } from '../../use-cases/messages/view-messages.ts';
import { buyerOrders } from '../../use-cases/order/order-scope.ts';
import { newMessage, ofOrder, UNREAD_MOST } from '../message-inputs.ts';

/** What a customer and the wholesaler say to each other about an order. */
export const buyerMessagesRouter = router({
  ofOrder: buyerProcedure('order.read')
    .input(ofOrder)
    .query(async ({ ctx, input }) =>
      orThrow(await viewMessages(ctx.deps, buyerOrders(ctx.buyer, ctx.scope), 'buyer', input.orderId)),
    ),
  unread: buyerProcedure('order.read').query(({ ctx }) =>
    messageStore.unread(ctx.deps.db, buyerOrders(ctx.buyer, ctx.scope), 'buyer', UNREAD_MOST),
  ),
  post: buyerProcedure('message.write')
    .input(newMessage)
    .mutation(async ({ ctx, input }) => {
      const author = { type: 'buyer' as const, id: ctx.buyer.id, name: ctx.buyer.name };
      return orThrow(
        await postMessage(ctx.deps, author, buyerOrders(ctx.buyer, ctx.scope), { ...input, internal: false }),
      );
    }),
  markRead: buyerProcedure('message.write')
    .input(ofOrder)
    .mutation(async ({ ctx, input }) =>
      orThrow(await readMessages(ctx.deps, buyerOrders(ctx.buyer, ctx.scope), 'buyer', input.orderId)),
    ),
});
