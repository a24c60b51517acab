import { lotStore } from '@tradeline/db/stores';
import { lotTrackings } from '@tradeline/domain/inventory';
import * as z from 'zod';
import { page, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { setLotTracking, snoozeLot } from '../../use-cases/stock/lots.ts';
import { stockSettingsNow } from '../../use-cases/stock/stock-settings.ts';

/** Goods kept by lot: what lies of which, who got it, what ends soon. */
export const stockLotsRouter = router({
  tracking: staffProcedure('product.read')
    .input(z.strictObject({ productId: uuid() }))
    .query(async ({ ctx, input }) => ({ tracking: (await lotStore.tracking(ctx.deps.db, input.productId)) ?? 'none' })),
  setTracking: staffProcedure('product.edit')
    .input(z.strictObject({ productId: uuid(), tracking: z.enum(lotTrackings) }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await setLotTracking(ctx.deps, { staff: ctx.staff, requestId: ctx.requestId }, input)),
    ),
  ofSku: staffProcedure('stock.read')
    .input(z.strictObject({ skuId: uuid() }))
    .query(({ ctx, input }) => lotStore.ofSku(ctx.deps.db, input.skuId)),
  /** Who got units of a lot. */
  recipients: staffProcedure('order.read')
    .input(z.strictObject({ lotId: uuid() }))
    .query(({ ctx, input }) => lotStore.recipients(ctx.deps.db, input.lotId)),
  expiring: staffProcedure('stock.read')
    .input(page.extend({ view: z.enum(['expired', 'soon', 'snoozed']).optional() }))
    .query(async ({ ctx, input: { view, ...at } }) => {
      const { expiryDays } = await stockSettingsNow(ctx.deps.db);
      return { expiryDays, ...(await lotStore.expiring(ctx.deps.db, view, expiryDays, at)) };
    }),
  snooze: staffProcedure('stock.set-levels')
    .input(z.strictObject({ lotId: uuid(), days: z.number().int().min(0).max(365) }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await snoozeLot(ctx.deps, { staff: ctx.staff, requestId: ctx.requestId }, input)),
    ),
});
