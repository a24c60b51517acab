import { returnLists, returnQueues } from '@tradeline/db/stores';
import { ZERO } from '@tradeline/domain/money';
import { returnReasons, returnWishes } from '@tradeline/domain/order';
import * as z from 'zod';
import { page, text, uuid, version } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { buyerActor } from '../../use-cases/order/actor.ts';
import { buyerOrders } from '../../use-cases/order/order-scope.ts';
import { tellsAmounts } from '../../use-cases/order/told-amounts.ts';
import { MOST_PICTURES, requestReturn } from '../../use-cases/returns/request-return.ts';
import { stepReturn } from '../../use-cases/returns/step-return.ts';
import { returnableWithoutAmounts, returnWithoutAmounts } from '../../use-cases/returns/told-return.ts';
import { viewReturn } from '../../use-cases/returns/view-return.ts';
import { viewReturnable } from '../../use-cases/returns/view-returnable.ts';
import { returnTarget, unitsOfLines } from '../return-inputs.ts';

const queues = Object.keys(returnQueues) as [keyof typeof returnQueues, ...(keyof typeof returnQueues)[]];

export const buyerReturnsRouter = router({
  /** My company's returns, with how many stand where. */
  list: buyerProcedure('return.read')
    .input(page.extend({ queue: z.enum(queues).optional(), text: text(100).optional() }))
    .query(async ({ ctx, input: { page, size, ...filter } }) => {
      const found = await returnLists.page(ctx.deps.db, buyerOrders(ctx.buyer, ctx.scope), filter, { page, size });
      if (tellsAmounts(ctx.buyer)) return { ...found, amounts: 'told' as const };
      return { ...found, rows: found.rows.map((row) => ({ ...row, granted: ZERO })), amounts: 'hidden' as const };
    }),
  get: buyerProcedure('return.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx, input }) => {
      const found = orThrow(await viewReturn(ctx.deps, buyerOrders(ctx.buyer, ctx.scope), input.id));
      return tellsAmounts(ctx.buyer)
        ? { ...found, amounts: 'told' as const }
        : { ...returnWithoutAmounts(found), amounts: 'hidden' as const };
    }),
  /** What of an order could be sent back now, and what that would bring. */
  returnable: buyerProcedure('return.request')
    .input(z.strictObject({ orderId: uuid() }))
    .query(async ({ ctx, input }) => {
      const found = orThrow(await viewReturnable(ctx.deps, buyerOrders(ctx.buyer, ctx.scope), input.orderId));
      return tellsAmounts(ctx.buyer)
        ? { ...found, amounts: 'told' as const }
        : { ...returnableWithoutAmounts(found), amounts: 'hidden' as const };
    }),
  request: buyerProcedure('return.request')
    .input(
      z.strictObject({
        orderId: uuid(),
        expectedVersion: version,
        lines: unitsOfLines(1),
        reason: z.enum(returnReasons),
        wish: z.enum(returnWishes),
        comment: text(500).optional(),
        pictures: z.array(uuid()).max(MOST_PICTURES).default([]),
      }),
    )
    .mutation(async ({ ctx, input: { comment, ...wish } }) =>
      orThrow(
        await requestReturn(ctx.deps, ctx.buyer, ctx.requestId, buyerOrders(ctx.buyer, ctx.scope), {
          ...wish,
          comment: comment || null,
        }),
      ),
    ),
  cancel: buyerProcedure('return.request')
    .input(returnTarget)
    .mutation(async ({ ctx, input: { id, expectedVersion } }) =>
      orThrow(
        await stepReturn(
          ctx.deps,
          buyerActor(ctx.buyer, ctx.requestId),
          { scope: buyerOrders(ctx.buyer, ctx.scope), returnId: id, expectedVersion },
          'cancel-return',
        ),
      ),
    ),
  /** The parcel is on its way; goods that a driver takes along have no number. */
  sendBack: buyerProcedure('return.request')
    .input(returnTarget.extend({ carrier: text(60).optional(), trackingNumber: text(60).optional() }))
    .mutation(async ({ ctx, input: { id, expectedVersion, carrier, trackingNumber } }) =>
      orThrow(
        await stepReturn(
          ctx.deps,
          buyerActor(ctx.buyer, ctx.requestId),
          { scope: buyerOrders(ctx.buyer, ctx.scope), returnId: id, expectedVersion },
          'send-back',
          { change: { carrier: carrier || null, trackingNumber: trackingNumber || null } },
        ),
      ),
    ),
});
