import { noticeStore, sendingStore } from '@tradeline/db/stores';
import { topicsFor } from '@tradeline/domain/notices';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { readNotices, viewNotices } from '../../use-cases/notices/notices-of.ts';
import { viewPreferences } from '../../use-cases/notices/preferences.ts';
import { noticePage, noticesRead } from '../notice-inputs.ts';
import { contactInput, preferenceInput } from '../preference-inputs.ts';

/** What a person of the wholesaler was told; always one's own. */
export const adminNoticesRouter = router({
  list: staffProcedure('order.read')
    .input(noticePage)
    .query(({ ctx, input }) => viewNotices(ctx.deps, { type: 'staff', id: ctx.staff.id }, input.cursor)),
  unread: staffProcedure('order.read').query(({ ctx }) =>
    noticeStore.unread(ctx.deps.db, { type: 'staff', id: ctx.staff.id }),
  ),
  markRead: staffProcedure('order.read')
    .input(noticesRead)
    .mutation(({ ctx, input }) => readNotices(ctx.deps, { type: 'staff', id: ctx.staff.id }, input.ids)),
  /** By which ways one is told beside the bell, and where. */
  preferences: staffProcedure('order.read').query(({ ctx }) =>
    viewPreferences(ctx.deps, { type: 'staff', id: ctx.staff.id }, topicsFor.staff),
  ),
  prefer: staffProcedure('order.read')
    .input(preferenceInput(topicsFor.staff))
    .mutation(({ ctx, input }) =>
      sendingStore.prefer(ctx.deps.db, { type: 'staff', id: ctx.staff.id }, input.topic, input.ways),
    ),
  setContact: staffProcedure('order.read')
    .input(contactInput)
    .mutation(({ ctx, input }) => sendingStore.setContact(ctx.deps.db, { type: 'staff', id: ctx.staff.id }, input)),
});
