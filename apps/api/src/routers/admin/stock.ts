import { stockStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { uuid } from '../../trpc/inputs.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';

export const adminStockRouter = router({
  warehouses: staffProcedure('stock.read').query(({ ctx }) => stockStore.warehouses(ctx.deps.db)),
  /** The ledger behind a figure: newest entries first. */
  entries: staffProcedure('stock.read')
    .input(
      z.strictObject({
        skuId: uuid(),
        warehouseId: uuid().optional(),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .query(({ ctx, input }) => stockStore.entries(ctx.deps.db, input.skuId, input.warehouseId, input.limit)),
});
