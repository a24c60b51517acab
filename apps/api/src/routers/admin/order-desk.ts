import { orderFlowStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { automation, automationNow, saveAutomation } from '../../use-cases/order/flow/automation.ts';
import { reviewPlan, reviewPlanNow, saveReviewPlan } from '../../use-cases/order/reviewing/review-plan.ts';

const MONTH = 2_000;
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
  automation: staffProcedure('settings.read').query(({ ctx }) => automationNow(ctx.deps.db)),
  saveAutomation: staffProcedure('settings.edit')
    .input(z.strictObject({ fromVersion, automation }))
    .mutation(async ({ ctx, input }) =>
      orThrow(
        await saveAutomation(
          ctx.deps,
          { staff: ctx.staff, requestId: ctx.requestId },
          input.fromVersion,
          input.automation,
        ),
      ),
    ),
  /** Last month's orders as the rule of automatic confirmation sees them: the screen reckons by the rule itself. */
  lastMonth: staffProcedure('settings.read').query(({ ctx }) => orderFlowStore.lastMonth(ctx.deps.db, MONTH)),
});
