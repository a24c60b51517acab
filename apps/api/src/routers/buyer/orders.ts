import { orderLists, rateLimitStore } from '@tradeline/db/stores';
import { allows } from '@tradeline/domain/access';
import { minor } from '@tradeline/domain/money';
import * as z from 'zod';
import { editedLines, editInput } from '../../trpc/edit-input.ts';
import { idempotencyKey, page, text, uuid, version } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { buyerOrderFilter } from '../../trpc/order-filter.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { buyerActor } from '../../use-cases/order/actor.ts';
import { editOrder } from '../../use-cases/order/editing/edit-order.ts';
import { previewEdit } from '../../use-cases/order/editing/preview-edit.ts';
import { buyerOrders } from '../../use-cases/order/order-scope.ts';
import { placeOrder } from '../../use-cases/order/place-order.ts';
import { reportParcel } from '../../use-cases/order/report-parcel.ts';
import { runCommand } from '../../use-cases/order/run-command.ts';
import { tellsAmounts, withoutAmounts, withoutTotal } from '../../use-cases/order/told-amounts.ts';
import { viewOrder } from '../../use-cases/order/view-order.ts';
import { checkoutWish } from './checkout.ts';

export const buyerOrdersRouter = router({
  list: buyerProcedure('order.read')
    .input(
      page.extend({
        ...buyerOrderFilter,
        sort: z.enum(['placed-desc', 'placed-asc', 'total-desc', 'total-asc']).default('placed-desc'),
      }),
    )
    .query(async ({ ctx, input: { page, size, sort, ...filter } }) => {
      const scope = buyerOrders(ctx.buyer, ctx.scope);
      const told = tellsAmounts(ctx.buyer);
      // An order by totals would tell which order was dearer.
      const order = told || !sort.startsWith('total') ? sort : 'placed-desc';
      const found = await orderLists.withCounts(ctx.deps.db, scope, filter, order, { page, size });
      return { ...found, rows: found.rows.map((row) => (told ? row : withoutTotal(row))) };
    }),
  get: buyerProcedure('order.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => {
      const order = orThrow(await viewOrder(ctx.deps, buyerOrders(ctx.buyer, ctx.scope), input.id));
      return tellsAmounts(ctx.buyer)
        ? { ...order, amounts: 'told' as const }
        : { ...withoutAmounts(order), amounts: 'hidden' as const };
    }),
  place: buyerProcedure('order.submit')
    .input(
      checkoutWish.extend({
        idempotencyKey,
        cartId: uuid(),
        expectedTotal: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).transform(minor),
        addressId: uuid(),
        contactName: text(60, 1),
        phone: text(40, 1),
        attachments: z.array(uuid()).max(10).optional(),
        purchaseOrderNumber: text(60).optional(),
        note: text(500).optional(),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      const bucket = {
        key: `order.place:${ctx.buyer.id}`,
        capacity: ctx.deps.env.ORDER_LIMIT_PER_MINUTE,
        perSeconds: 60,
      };
      if (!(await rateLimitStore.take(ctx.deps.db, bucket)))
        return refuse({ kind: 'too-many-attempts', retryAfterSeconds: 2 });
      if (input.points && !allows({ audience: 'buyer', roles: [ctx.buyer.role] }, 'points.redeem'))
        return refuse({ kind: 'not-permitted', action: 'points.redeem' });
      return orThrow(await placeOrder(ctx.deps, ctx.buyer, ctx.requestId, input));
    }),
  /** What a change would come to; nothing is held. A mutation because the lines may be too long for an address. */
  previewEdit: buyerProcedure('order.edit')
    .input(z.strictObject({ id: uuid(), lines: editedLines }))
    .mutation(async ({ ctx, input }) => {
      const bucket = { key: `order.preview-edit:${ctx.buyer.id}`, capacity: 120, perSeconds: 60 };
      if (!(await rateLimitStore.take(ctx.deps.db, bucket)))
        return refuse({ kind: 'too-many-attempts', retryAfterSeconds: 2 });
      return orThrow(
        await previewEdit(
          ctx.deps,
          { actor: buyerActor(ctx.buyer, ctx.requestId), buyer: ctx.buyer },
          { scope: buyerOrders(ctx.buyer, ctx.scope), orderId: input.id, lines: input.lines },
        ),
      );
    }),
  edit: buyerProcedure('order.edit')
    .input(z.strictObject({ id: uuid(), ...editInput, comment: text(500).optional() }))
    .mutation(async ({ ctx, input: { id, ...wish } }) =>
      orThrow(
        await editOrder(
          ctx.deps,
          { actor: buyerActor(ctx.buyer, ctx.requestId), buyer: ctx.buyer },
          { ...wish, scope: buyerOrders(ctx.buyer, ctx.scope), orderId: id },
        ),
      ),
    ),
  cancel: buyerProcedure('order.cancel')
    .input(z.strictObject({ id: uuid(), expectedVersion: version, comment: text(500).optional() }))
    .mutation(async ({ ctx, input }) =>
      orThrow(
        await runCommand(ctx.deps, buyerActor(ctx.buyer, ctx.requestId), {
          scope: buyerOrders(ctx.buyer, ctx.scope),
          orderId: input.id,
          command: { action: 'cancel', expectedVersion: input.expectedVersion, comment: input.comment },
        }),
      ),
    ),
  /** 签收: the buyer has the parcel. */
  confirmReceipt: buyerProcedure('order.receive')
    .input(z.strictObject({ id: uuid(), shipmentId: uuid() }))
    .mutation(async ({ ctx, input: { id, shipmentId } }) =>
      orThrow(
        await reportParcel(ctx.deps, buyerActor(ctx.buyer, ctx.requestId), {
          ...{ scope: buyerOrders(ctx.buyer, ctx.scope), orderId: id },
          ...{ action: 'deliver', shipmentId },
        }),
      ),
    ),
});
