import { customerStore, orderDeskStore, orderLists, stockStore } from '@tradeline/db/stores';
import type { StaffAction } from '@tradeline/domain/access';
import { displayStatuses, type PricedOrder, paymentTerms, reviewSteps } from '@tradeline/domain/order';
import * as z from 'zod';
import { editedLines, editInput } from '../../trpc/edit-input.ts';
import { instant, page, text, uuid, version } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { customerSeenBy, may } from '../../use-cases/customer/seen-by.ts';
import { staffActor } from '../../use-cases/order/actor.ts';
import { closeRest, previewRest } from '../../use-cases/order/closing/close-rest.ts';
import { blockedOrders } from '../../use-cases/order/credit/blocked-orders.ts';
import { editOrder } from '../../use-cases/order/editing/edit-order.ts';
import { previewEdit } from '../../use-cases/order/editing/preview-edit.ts';
import { keptBack } from '../../use-cases/order/flow/kept-back.ts';
import { staffOrders } from '../../use-cases/order/order-scope.ts';
import { reportParcel } from '../../use-cases/order/report-parcel.ts';
import { runCommand } from '../../use-cases/order/run-command.ts';
import { shipOrder } from '../../use-cases/order/ship-order.ts';
import { viewMargin } from '../../use-cases/order/view-margin.ts';
import { viewOrder } from '../../use-cases/order/view-order.ts';

const target = z.strictObject({ id: uuid(), expectedVersion: version, comment: text(500).optional() });

/** A step of the whole order, asked for by staff; the domain's table decides. */
const stepProcedure = (
  permission: StaffAction,
  action: 'start-review' | 'pass-review' | 'approve' | 'release' | 'reject' | 'change' | 'start-picking' | 'cancel',
) =>
  staffProcedure(permission)
    .input(target)
    .mutation(async ({ ctx, input: { id, expectedVersion, comment } }) =>
      orThrow(
        await runCommand(ctx.deps, staffActor(ctx.staff, ctx.requestId), {
          scope: staffOrders(ctx.staff, ctx.scope),
          orderId: id,
          command:
            action === 'approve'
              ? { action, expectedVersion, comment, checks: { credit: true } }
              : { action, expectedVersion, comment },
        }),
      ),
    );

const parcelStep = (action: 'scan' | 'deliver') =>
  staffProcedure('order.deliver')
    .input(target.omit({ expectedVersion: true }).extend({ shipmentId: uuid() }))
    .mutation(async ({ ctx, input: { id, ...told } }) =>
      orThrow(
        await reportParcel(ctx.deps, staffActor(ctx.staff, ctx.requestId), {
          ...told,
          action,
          scope: staffOrders(ctx.staff, ctx.scope),
          orderId: id,
        }),
      ),
    );

export const adminOrdersRouter = router({
  list: staffProcedure('order.read')
    .input(
      page.extend({
        statuses: z.array(z.enum(displayStatuses)).max(20).optional(),
        text: text(100).optional(),
        companyId: uuid().optional(),
        from: instant.optional(),
        to: instant.optional(),
        paymentTerms: z.enum(paymentTerms).optional(),
        source: text(40).optional(),
        late: z.boolean().optional(),
        /** Those that credit stands against now. */
        blocked: z.boolean().optional(),
        review: z.enum(reviewSteps).optional(),
        sort: z.enum(['placed-desc', 'placed-asc', 'total-desc', 'total-asc']).default('placed-desc'),
      }),
    )
    .query(async ({ ctx, input: { page, size, sort, blocked, ...filter } }) => {
      const scope = staffOrders(ctx.staff, ctx.scope);
      const held = blocked && may(ctx.staff, 'credit.read') ? await blockedOrders(ctx.deps.db, scope) : undefined;
      const ids = blocked ? [...(held?.keys() ?? [])] : undefined;
      const found = await orderLists.withCounts(ctx.deps.db, scope, { ...filter, ids }, sort, { page, size });
      return { ...found, rows: found.rows.map((row) => ({ ...row, blocked: held?.get(row.id) ?? null })) };
    }),
  /** What waits, and how the day goes. */
  desk: staffProcedure('order.read').query(async ({ ctx }) => {
    const scope = staffOrders(ctx.staff, ctx.scope);
    return {
      waiting: await orderDeskStore.waiting(ctx.deps.db, scope),
      days: await orderDeskStore.days(ctx.deps.db, scope),
    };
  }),
  /** Names of the systems that orders were imported from. */
  sources: staffProcedure('order.read').query(({ ctx }) =>
    orderDeskStore.sources(ctx.deps.db, staffOrders(ctx.staff, ctx.scope)),
  ),
  /** The customer, his credit and the reasons of the prices only for those whose role may read them. */
  get: staffProcedure('order.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => {
      const order = orThrow(await viewOrder(ctx.deps, staffOrders(ctx.staff, ctx.scope), input.id));
      const customer = may(ctx.staff, 'customer.read')
        ? await customerStore.find(ctx.deps.db, { kind: 'all' }, order.companyId)
        : undefined;
      return {
        ...order,
        trace: may(ctx.staff, 'price.read') ? (order.trace as PricedOrder) : null,
        customer: customer ? customerSeenBy(ctx.staff, customer) : null,
        margin: may(ctx.staff, 'price.read-cost') ? await viewMargin(ctx.deps, order.id, order.lines) : null,
        warehouses: await stockStore.warehouses(ctx.deps.db),
        /** Why it was left to people; of money past due only for those who may read it. */
        kept: may(ctx.staff, 'credit.read') ? await keptBack(ctx.deps, order.id) : null,
      };
    }),
  startReview: stepProcedure('order.review', 'start-review'),
  /** One of several reviews before the last, which is the approval itself. */
  passReview: stepProcedure('order.approve', 'pass-review'),
  approve: stepProcedure('order.approve', 'approve'),
  release: stepProcedure('order.release', 'release'),
  reject: stepProcedure('order.approve', 'reject'),
  sendBack: stepProcedure('order.review', 'change'),
  startPicking: stepProcedure('order.pick', 'start-picking'),
  cancel: stepProcedure('order.cancel', 'cancel'),
  /** What closing the rest would come to; nothing is changed. */
  previewRest: staffProcedure('order.close-rest')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) =>
      orThrow(
        await previewRest(ctx.deps, staffActor(ctx.staff, ctx.requestId), {
          scope: staffOrders(ctx.staff, ctx.scope),
          orderId: input.id,
        }),
      ),
    ),
  /** What is still to be sent never is; the reason is read by the customer. */
  closeRest: staffProcedure('order.close-rest')
    .input(target.required())
    .mutation(async ({ ctx, input: { id, ...wish } }) =>
      orThrow(
        await closeRest(ctx.deps, staffActor(ctx.staff, ctx.requestId), {
          ...wish,
          scope: staffOrders(ctx.staff, ctx.scope),
          orderId: id,
        }),
      ),
    ),
  /** What a change would come to; nothing is held. A mutation because the lines may be too long for an address. */
  previewEdit: staffProcedure('order.edit')
    .input(z.strictObject({ id: uuid(), lines: editedLines }))
    .mutation(async ({ ctx, input }) =>
      orThrow(
        await previewEdit(
          ctx.deps,
          { actor: staffActor(ctx.staff, ctx.requestId) },
          { scope: staffOrders(ctx.staff, ctx.scope), orderId: input.id, lines: input.lines },
        ),
      ),
    ),
  /** Changes what an order consists of, with the reason that the customer reads. */
  edit: staffProcedure('order.edit')
    .input(z.strictObject({ id: uuid(), ...editInput, comment: text(500).optional() }))
    .mutation(async ({ ctx, input: { id, ...wish } }) =>
      orThrow(
        await editOrder(
          ctx.deps,
          { actor: staffActor(ctx.staff, ctx.requestId) },
          { ...wish, scope: staffOrders(ctx.staff, ctx.scope), orderId: id },
        ),
      ),
    ),
  ship: staffProcedure('order.ship')
    .input(
      z.strictObject({
        id: uuid(),
        expectedVersion: version,
        carrier: text(60, 1),
        trackingNumber: text(60).optional(),
        warehouseId: uuid().optional(),
        lines: z
          .array(z.strictObject({ lineId: uuid(), quantity: z.number().int().min(1) }))
          .min(1)
          .max(2000)
          .optional(),
      }),
    )
    .mutation(async ({ ctx, input: { id, trackingNumber, ...wish } }) =>
      orThrow(
        await shipOrder(ctx.deps, staffActor(ctx.staff, ctx.requestId), {
          ...wish,
          scope: staffOrders(ctx.staff, ctx.scope),
          orderId: id,
          trackingNumber: trackingNumber || null,
        }),
      ),
    ),
  recordScan: parcelStep('scan'),
  markDelivered: parcelStep('deliver'),
});
