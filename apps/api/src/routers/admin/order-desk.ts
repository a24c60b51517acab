import { jobStore, orderAttentionStore, orderFlowStore, orderStore, orderViewStore } from '@tradeline/db/stores';
import type { Day } from '@tradeline/domain/kernel';
import * as z from 'zod';
import { doings, presenceOf } from '../../live/hub.ts';
import { text, uuid, version } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { may } from '../../use-cases/customer/seen-by.ts';
import { BULK_APPROVE, type BulkReport, startBulkApproval } from '../../use-cases/order/bulk/bulk-approve.ts';
import { previewYes } from '../../use-cases/order/bulk/preview-yes.ts';
import { blockedOrders } from '../../use-cases/order/credit/blocked-orders.ts';
import { overrideCredit } from '../../use-cases/order/credit/override-credit.ts';
import { viewCredit } from '../../use-cases/order/credit/view-credit.ts';
import { automation, automationNow, saveAutomation } from '../../use-cases/order/flow/automation.ts';
import { viewFlow } from '../../use-cases/order/flow/view-flow.ts';
import { staffOrders } from '../../use-cases/order/order-scope.ts';
import { reviewPlan, reviewPlanNow, saveReviewPlan } from '../../use-cases/order/reviewing/review-plan.ts';
import { saveView, viewSearch } from '../../use-cases/order/save-view.ts';
import { viewChanges } from '../../use-cases/order/view-changes.ts';

const MONTH = 2_000;
const yesTo = z.strictObject({
  orders: z
    .array(z.strictObject({ id: uuid(), expectedVersion: version }))
    .min(1)
    .max(200),
});
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
  /** What needs somebody though its status does not say so. */
  attention: staffProcedure('order.read').query(async ({ ctx }) => {
    const scope = staffOrders(ctx.staff, ctx.scope);
    const [late, blocked] = await Promise.all([
      orderAttentionStore.late(ctx.deps.db, scope),
      may(ctx.staff, 'credit.read') ? blockedOrders(ctx.deps.db, scope) : undefined,
    ]);
    return { late, blocked: blocked ? blocked.size : null };
  }),
  /** What saying yes to these would do. Whoever may give none of the reviews may not ask; which of them, each order says. */
  previewYes: staffProcedure('order.release')
    .input(yesTo)
    .query(({ ctx, input }) => previewYes(ctx.deps, ctx.staff, staffOrders(ctx.staff, ctx.scope), input.orders)),
  startYes: staffProcedure('order.release')
    .input(yesTo)
    .mutation(async ({ ctx, input }) => ({
      jobId: await startBulkApproval(ctx.deps, ctx.staff, staffOrders(ctx.staff, ctx.scope), input.orders),
    })),
  yesJob: staffProcedure('order.release')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => {
      const job = await jobStore.find(ctx.deps.db, input.id, { type: 'staff', id: ctx.staff.id });
      if (job?.kind !== BULK_APPROVE) return refuse({ kind: 'job-not-found' });
      const { state, done, total, error, startedAt, finishedAt } = job;
      return { state, done, total, error, startedAt, finishedAt, report: job.result as BulkReport | null };
    }),
  stopYes: staffProcedure('order.release')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => {
      const job = await jobStore.find(ctx.deps.db, input.id, { type: 'staff', id: ctx.staff.id });
      if (job?.kind !== BULK_APPROVE) return refuse({ kind: 'job-not-found' });
      await jobStore.requestCancel(ctx.deps.db, input.id);
      return null;
    }),
  views: staffProcedure('order.read').query(async ({ ctx }) =>
    (await orderViewStore.seenBy(ctx.deps.db, ctx.staff.id)).map(({ staffId, ...view }) => ({
      ...view,
      own: staffId === ctx.staff.id,
    })),
  ),
  saveView: staffProcedure('order.read')
    .input(z.strictObject({ name: text(40, 1), shared: z.boolean(), search: viewSearch }))
    .mutation(async ({ ctx, input }) => orThrow(await saveView(ctx.deps, ctx.staff, input))),
  removeView: staffProcedure('order.read')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => {
      if (!(await orderViewStore.remove(ctx.deps.db, ctx.staff.id, input.id)))
        return refuse({ kind: 'view-not-found' });
      return null;
    }),
  /** What credit says of an order now, and who has let it pass. */
  credit: staffProcedure('credit.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => orThrow(await viewCredit(ctx.deps, staffOrders(ctx.staff, ctx.scope), input.id))),
  overrideCredit: staffProcedure('credit.override')
    .input(z.strictObject({ id: uuid(), reason: text(500, 1), expiresOn: z.iso.date().transform((day) => day as Day) }))
    .mutation(async ({ ctx, input: { id, ...wish } }) =>
      orThrow(
        await overrideCredit(
          ctx.deps,
          { staff: ctx.staff, requestId: ctx.requestId },
          staffOrders(ctx.staff, ctx.scope),
          { orderId: id, ...wish },
        ),
      ),
    ),
  /** What colleagues did to the order, with each figure before and after. */
  changes: staffProcedure('order.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => orThrow(await viewChanges(ctx.deps, staffOrders(ctx.staff, ctx.scope), input.id))),
  /** What of its way the order goes by itself. */
  flow: staffProcedure('order.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => orThrow(await viewFlow(ctx.deps, staffOrders(ctx.staff, ctx.scope), input.id))),
  /** Says to colleagues' screens who is at an order and what he does there; nothing is stored. */
  here: staffProcedure('order.read')
    .input(z.strictObject({ id: uuid(), tab: uuid(), doing: z.enum(doings) }))
    .mutation(async ({ ctx, input: { id, tab, doing } }) => {
      const order = await orderStore.find(ctx.deps.db, staffOrders(ctx.staff, ctx.scope), id);
      if (!order) return refuse({ kind: 'order-not-found' });
      const here = { staffId: ctx.staff.id, name: ctx.staff.name, tab, doing };
      await ctx.deps.raw.notify('live', JSON.stringify(presenceOf(order.id, here, ctx.deps.now())));
      return null;
    }),
});
