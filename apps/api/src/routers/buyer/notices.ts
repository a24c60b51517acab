import { noticeStore, sendingStore } from '@tradeline/db/stores';
import { topicsFor } from '@tradeline/domain/notices';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { readNotices, viewNotices } from '../../use-cases/notices/notices-of.ts';
import { viewPreferences } from '../../use-cases/notices/preferences.ts';
import { noticePage, noticesRead } from '../notice-inputs.ts';
import { contactInput, preferenceInput } from '../preference-inputs.ts';

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
  /** By which ways one is told beside the bell, and where. */
  preferences: buyerProcedure('order.read').query(({ ctx }) =>
    viewPreferences(ctx.deps, { type: 'buyer', id: ctx.buyer.id }, topicsFor.buyer),
  ),
  prefer: buyerProcedure('order.read')
    .input(preferenceInput(topicsFor.buyer))
    .mutation(({ ctx, input }) =>
      sendingStore.prefer(ctx.deps.db, { type: 'buyer', id: ctx.buyer.id }, input.topic, input.ways),
    ),
  setContact: buyerProcedure('order.read')
    .input(contactInput)
    .mutation(({ ctx, input }) => sendingStore.setContact(ctx.deps.db, { type: 'buyer', id: ctx.buyer.id }, input)),
});
