import { noticeStore } from '@tradeline/db/stores';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { readNotices, viewNotices } from '../../use-cases/notices/notices-of.ts';
import { noticePage, noticesRead } from '../notice-inputs.ts';

/** What a person of the customer was told; always one's own. */
export const buyerNoticesRouter = router({
  list: buyerProcedure('order.read')
    .input(noticePage)
    .query(({ ctx, input }) => viewNotices(ctx.deps, { type: 'buyer', id: ctx.buyer.id }, input.cursor)),
  unread: buyerProcedure('order.read').query(({ ctx }) =>
    noticeStore.unread(ctx.deps.db, { type: 'buyer', id: ctx.buyer.id }),
  ),
  markRead: buyerProcedure('order.read')
    .input(noticesRead)
    .mutation(({ ctx, input }) => readNotices(ctx.deps, { type: 'buyer', id: ctx.buyer.id }, input.ids)),
});
