import { returnLists, returnQueues, stockStore } from '@tradeline/db/stores';
import { minor } from '@tradeline/domain/money';
import * as z from 'zod';
import type { Staff } from '../../trpc/context.ts';
import { page, text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { staffActor } from '../../use-cases/order/actor.ts';
import { staffOrders } from '../../use-cases/order/order-scope.ts';
import { inspectReturn, receiveReturn } from '../../use-cases/returns/receive-return.ts';
import { previewRefund, refundReturn } from '../../use-cases/returns/refund-return.ts';
import { replaceReturn } from '../../use-cases/returns/replace-return.ts';
import { stepReturn } from '../../use-cases/returns/step-return.ts';
import { viewReturn } from '../../use-cases/returns/view-return.ts';
import { returnTarget, unitsOfLines } from '../return-inputs.ts';

const queues = Object.keys(returnQueues) as [keyof typeof returnQueues, ...(keyof typeof returnQueues)[]];
const units = z.number().int().min(0).max(1_000_000_000);
const amount = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).transform(minor);
const notes = z
  .array(z.strictObject({ orderLineId: uuid(), note: text(300) }))
  .max(2000)
  .default([]);
const settleWish = {
  ourFault: z.boolean(),
  deduction: amount.default(minor(0)),
  deductionReason: text(300)
    .optional()
    .transform((reason) => reason || null),
};

type Ctx = { staff: Staff; scope: Parameters<typeof staffOrders>[1]; requestId: string };
const actorOf = (ctx: Ctx) => staffActor(ctx.staff, ctx.requestId);
const targetOf = (ctx: Ctx, { id, expectedVersion }: { id: string; expectedVersion: number }) => ({
  scope: staffOrders(ctx.staff, ctx.scope),
  returnId: id,
  expectedVersion,
});

export const adminReturnsRouter = router({
  /** What waits for whom, with the counts of every queue. */
  list: staffProcedure('return.read')
    .input(page.extend({ queue: z.enum(queues).optional(), text: text(100).optional() }))
    .query(({ ctx, input: { page, size, ...filter } }) =>
      returnLists.page(ctx.deps.db, staffOrders(ctx.staff, ctx.scope), filter, { page, size }),
    ),
  /** Why goods came back lately. */
  reasons: staffProcedure('return.read')
    .input(z.strictObject({ days: z.number().int().min(1).max(730).default(90) }))
    .query(({ ctx, input }) => returnLists.reasons(ctx.deps.db, staffOrders(ctx.staff, ctx.scope), input.days)),
  get: staffProcedure('return.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => ({
      ...orThrow(await viewReturn(ctx.deps, staffOrders(ctx.staff, ctx.scope), input.id)),
      warehouses: await stockStore.warehouses(ctx.deps.db),
    })),
  /** With how and where to send it back. */
  approve: staffProcedure('return.approve')
    .input(returnTarget.extend({ answer: text(500).optional() }))
    .mutation(async ({ ctx, input: { answer, ...target } }) =>
      orThrow(
        await stepReturn(ctx.deps, actorOf(ctx), targetOf(ctx, target), 'approve-return', {
          comment: answer,
          change: { answer: answer || null },
        }),
      ),
    ),
  reject: staffProcedure('return.approve')
    .input(returnTarget.extend({ answer: text(500, 1) }))
    .mutation(async ({ ctx, input: { answer, ...target } }) =>
      orThrow(
        await stepReturn(ctx.deps, actorOf(ctx), targetOf(ctx, target), 'reject-return', {
          comment: answer,
          change: { answer },
        }),
      ),
    ),
  /** Withdrawn on the customer's behalf. */
  cancel: staffProcedure('return.request')
    .input(returnTarget.extend({ comment: text(500).optional() }))
    .mutation(async ({ ctx, input: { comment, ...target } }) =>
      orThrow(await stepReturn(ctx.deps, actorOf(ctx), targetOf(ctx, target), 'cancel-return', { comment })),
    ),
  receive: staffProcedure('return.receive')
    .input(returnTarget.extend({ warehouseId: uuid(), lines: unitsOfLines(0), notes }))
    .mutation(async ({ ctx, input: { warehouseId, lines, notes, ...target } }) =>
      orThrow(await receiveReturn(ctx.deps, actorOf(ctx), targetOf(ctx, target), { warehouseId, lines, notes })),
    ),
  inspect: staffProcedure('return.receive')
    .input(
      returnTarget.extend({
        inspected: z
          .array(z.strictObject({ lineId: uuid(), good: units, damaged: units }))
          .min(1)
          .max(2000),
        notes,
      }),
    )
    .mutation(async ({ ctx, input: { inspected, notes, ...target } }) =>
      orThrow(await inspectReturn(ctx.deps, actorOf(ctx), targetOf(ctx, target), { inspected, notes })),
    ),
  /** Every step of a refund before it is confirmed. */
  preview: staffProcedure('return.refund')
    .input(z.strictObject({ id: uuid(), ...settleWish }))
    .query(async ({ ctx, input: { id, ...wish } }) =>
      orThrow(await previewRefund(ctx.deps, actorOf(ctx), targetOf(ctx, { id, expectedVersion: 0 }), wish)),
    ),
  refund: staffProcedure('return.refund')
    .input(returnTarget.extend({ ...settleWish, expectedAmount: amount }))
    .mutation(async ({ ctx, input: { id, expectedVersion, ...wish } }) =>
      orThrow(await refundReturn(ctx.deps, actorOf(ctx), targetOf(ctx, { id, expectedVersion }), wish)),
    ),
  /** The same goods once more, at no price. */
  replace: staffProcedure('return.approve')
    .input(returnTarget)
    .mutation(async ({ ctx, input }) => orThrow(await replaceReturn(ctx.deps, actorOf(ctx), targetOf(ctx, input)))),
});
