import { rateLimitStore } from '@tradeline/db/stores';
import * as z from 'zod';
import type { Buyer, Context } from '../../trpc/context.ts';
import { positiveMinor, text, uuid } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { buyerProcedure, router } from '../../trpc/procedures.ts';
import { buyerOrders } from '../../use-cases/order/order-scope.ts';
import { checkPayment } from '../../use-cases/payment/check-payment.ts';
import { askPayer, knowPayer } from '../../use-cases/payment/know-payer.ts';
import { sendVoucher } from '../../use-cases/payment/send-voucher.ts';
import { startPayment } from '../../use-cases/payment/start-payment.ts';
import { viewPayment } from '../../use-cases/payment/view-payment.ts';

/** Each call may make us wait for a gateway: a screen that asks too often is told to slow down. */
const limited = async (deps: Context['deps'], buyer: Buyer, what: string, perMinute: number): Promise<void> => {
  const bucket = { key: `payment.${what}:${buyer.id}`, capacity: perMinute, perSeconds: 60 };
  if (!(await rateLimitStore.take(deps.db, bucket))) refuse({ kind: 'too-many-attempts', retryAfterSeconds: 5 });
};

export const buyerPaymentsRouter = router({
  /** What the pay page shows. */
  get: buyerProcedure('payment.read')
    .input(z.strictObject({ orderId: uuid() }))
    .query(async ({ ctx, input }) =>
      orThrow(await viewPayment(ctx.deps, buyerOrders(ctx.buyer, ctx.scope), input.orderId)),
    ),
  start: buyerProcedure('payment.pay')
    .input(
      z.strictObject({
        orderId: uuid(),
        channel: z.enum(['wechat', 'alipay']),
        part: z.enum(['required', 'all']).default('required'),
        screen: z.enum(['desk', 'phone', 'wechat']),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await limited(ctx.deps, ctx.buyer, 'start', 20);
      return orThrow(
        await startPayment(ctx.deps, buyerOrders(ctx.buyer, ctx.scope), ctx.buyer, { ...input, address: ctx.address }),
      );
    }),
  /** Where a browser inside WeChat goes so that WeChat says who pays. */
  askPayer: buyerProcedure('payment.pay')
    .input(
      z.strictObject({
        orderId: uuid(),
        channel: z.literal('wechat'),
        part: z.enum(['required', 'all']).default('required'),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      await limited(ctx.deps, ctx.buyer, 'payer', 20);
      return orThrow(await askPayer(ctx.deps, buyerOrders(ctx.buyer, ctx.scope), ctx.buyer, input));
    }),
  /** What WeChat's page came back with: from now on this session knows who pays. */
  knowPayer: buyerProcedure('payment.pay')
    .input(z.strictObject({ channel: z.literal('wechat'), code: text(512), state: text(128) }))
    .mutation(async ({ ctx, input }) => {
      await limited(ctx.deps, ctx.buyer, 'payer', 20);
      return orThrow(await knowPayer(ctx.deps, ctx.buyer, input));
    }),
  /** Shows that an order was paid by bank: the file was sent before, as a `payment-voucher`. */
  sendVoucher: buyerProcedure('payment.pay')
    .input(
      z.strictObject({
        orderId: uuid(),
        uploadId: uuid(),
        amount: positiveMinor,
        reference: text(60).optional(),
      }),
    )
    .mutation(async ({ ctx, input }) =>
      orThrow(await sendVoucher(ctx.deps, buyerOrders(ctx.buyer, ctx.scope), ctx.buyer, input)),
    ),
  /** Asks the gateway about the open attempts of an order. */
  check: buyerProcedure('payment.read')
    .input(z.strictObject({ orderId: uuid() }))
    .mutation(async ({ ctx, input }) => {
      await limited(ctx.deps, ctx.buyer, 'check', 60);
      const scope = buyerOrders(ctx.buyer, ctx.scope);
      orThrow(await checkPayment(ctx.deps, scope, input.orderId));
      return orThrow(await viewPayment(ctx.deps, scope, input.orderId));
    }),
});
