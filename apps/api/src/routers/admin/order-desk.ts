import * as z from 'zod';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { reviewPlan, reviewPlanNow, saveReviewPlan } from '../../use-cases/order/reviewing/review-plan.ts';

const fromVersion = z.number().int().min(0);

/** How orders flow through the house, and what the people at the desk keep for themselves. */
export const adminOrderDeskRouter = router({
  reviewPlan: staffProcedure('settings.read').query(({ ctx }) => reviewPlanNow(ctx.deps.db)),
  saveReviewPlan: staffProcedure('settings.edit')
    .input(z.strictObject({ fromVersion, plan: reviewPlan }))
    .mutation(async ({ ctx, input }) =>
      orThrow(
        await saveReviewPlan(ctx.deps, { staff: ctx.staff, requestId: ctx.requestId }, input.fromVersion, input.plan),
      ),
    ),
});
