import { messageStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { postMessage } from '../../use-cases/messages/post-message.ts';
import { readMessages } from '../../use-cases/messages/read-messages.ts';
import { viewMessages } from '../../use-cases/messages/view-messages.ts';
import { staffOrders } from '../../use-cases/order/order-scope.ts';
import { newMessage, ofOrder, UNREAD_MOST } from '../message-inputs.ts';

/** What a customer and the wholesaler say to each other about an order, and notes that stay among staff. */
export const adminMessagesRouter = router({
  ofOrder: staffProcedure('order.read')
    .input(ofOrder)
    .query(async ({ ctx, input }) =>
      orThrow(await viewMessages(ctx.deps, staffOrders(ctx.staff, ctx.scope), 'staff', input.orderId)),
    ),
  unread: staffProcedure('order.read').query(({ ctx }) =>
    messageStore.unread(ctx.deps.db, staffOrders(ctx.staff, ctx.scope), 'staff', UNREAD_MOST),
  ),
  post: staffProcedure('message.write')
    .input(newMessage.extend({ internal: z.boolean().default(false) }))
    .mutation(async ({ ctx, input }) => {
      const author = { type: 'staff' as const, id: ctx.staff.id, name: ctx.staff.name };
      return orThrow(await postMessage(ctx.deps, author, staffOrders(ctx.staff, ctx.scope), input));
    }),
  markRead: staffProcedure('message.write')
    .input(ofOrder)
    .mutation(async ({ ctx, input }) =>
      orThrow(await readMessages(ctx.deps, staffOrders(ctx.staff, ctx.scope), 'staff', input.orderId)),
    ),
});
