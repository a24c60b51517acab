import { gatewayLists, gatewayTabs, voucherStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { page, positiveMinor, text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { staffOrders } from '../../use-cases/order/order-scope.ts';
import { checkPayment } from '../../use-cases/payment/check-payment.ts';
import { decideVoucher } from '../../use-cases/payment/decide-voucher.ts';
import { onlineMoney } from '../../use-cases/payment/online-money.ts';
import { retryRefund } from '../../use-cases/payment/retry-refund.ts';

const ofOrder = z.strictObject({ orderId: uuid() });

export const adminPaymentsRouter = router({
  /** Money in and out through gateways, with how much of it waits for a person. */
  list: staffProcedure('payment.read')
    .input(page.extend({ tab: z.enum(gatewayTabs).optional(), text: text(100).optional() }))
    .query(({ ctx, input: { page, size, ...filter } }) =>
      gatewayLists.page(ctx.deps.db, staffOrders(ctx.staff, ctx.scope), filter, { page, size }),
    ),
  /** What gateways had to do with an order: attempts, what was told of them, refunds. */
  ofOrder: staffProcedure('payment.read')
    .input(ofOrder)
    .query(async ({ ctx, input }) =>
      orThrow(await onlineMoney(ctx.deps, staffOrders(ctx.staff, ctx.scope), input.orderId)),
    ),
  /** Asks the gateway about the order's open attempts now. */
  check: staffProcedure('payment.read')
    .input(ofOrder)
    .mutation(async ({ ctx, input }) =>
      orThrow(await checkPayment(ctx.deps, staffOrders(ctx.staff, ctx.scope), input.orderId)),
    ),
  /** Vouchers of bank transfers: those that wait, the oldest first, or those that were decided, the latest first. */
  vouchers: staffProcedure('payment.read')
    .input(z.strictObject({ waiting: z.boolean() }))
    .query(async ({ ctx, input }) => ({
      rows: await voucherStore.queue(ctx.deps.db, staffOrders(ctx.staff, ctx.scope), input.waiting),
      waiting: await voucherStore.waiting(ctx.deps.db, staffOrders(ctx.staff, ctx.scope)),
    })),
  decideVoucher: staffProcedure('payment.record')
    .input(
      z.discriminatedUnion('accept', [
        z.strictObject({ id: uuid(), accept: z.literal(true), amount: positiveMinor }),
        z.strictObject({ id: uuid(), accept: z.literal(false), reason: text(500, 1) }),
      ]),
    )
    .mutation(async ({ ctx, input }) =>
      orThrow(await decideVoucher(ctx.deps, { staff: ctx.staff, requestId: ctx.requestId }, input)),
    ),
  /** Sends a declined refund once more, under its own number. */
  retryRefund: staffProcedure('payment.refund')
    .input(ofOrder.extend({ refundId: uuid() }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await retryRefund(ctx.deps, { staff: ctx.staff, requestId: ctx.requestId }, input)),
    ),
});
