import { sendingStates, sendingStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { uuid } from '../../trpc/inputs.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { retrySendings, viewSendings } from '../../use-cases/notices/sendings.ts';
import { noticePage } from '../notice-inputs.ts';

/** Mail and SMS on their way out: what was sent, what waits, what failed and why. */
export const adminSendingsRouter = router({
  list: staffProcedure('job.read')
    .input(
      z.strictObject({
        state: z.enum(sendingStates).optional(),
        ...noticePage.shape,
      }),
    )
    .query(({ ctx, input }) => viewSendings(ctx.deps, input.state, input.cursor)),
  counts: staffProcedure('job.read').query(({ ctx }) => sendingStore.counts(ctx.deps.db)),
  retry: staffProcedure('job.retry')
    .input(z.strictObject({ ids: z.array(uuid()).min(1).max(500) }))
    .mutation(({ ctx, input }) => retrySendings(ctx.deps, { staff: ctx.staff, requestId: ctx.requestId }, input.ids)),
});
