import {
  stockFigures,
  stockLedgerStore,
  stockListStore,
  stockSorts,
  stockStates,
  stockStore,
} from '@tradeline/db/stores';
import * as z from 'zod';
import { page, text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { listStock, viewSku } from '../../use-cases/stock/view-stock.ts';
import { adjustmentsRouter, countsRouter, transfersRouter } from './stock-documents.ts';
import { stockLevelsRouter, stockPlacesRouter } from './stock-levels.ts';
import { stockLotsRouter } from './stock-lots.ts';
import { stockSharingRouter } from './stock-sharing.ts';

export const adminStockRouter = router({
  adjustments: adjustmentsRouter,
  counts: countsRouter,
  transfers: transfersRouter,
  levels: stockLevelsRouter,
  lots: stockLotsRouter,
  places: stockPlacesRouter,
  sharing: stockSharingRouter,
  warehouses: staffProcedure('stock.read').query(({ ctx }) => stockStore.warehouses(ctx.deps.db)),
  list: staffProcedure('stock.read')
    .input(
      page.extend({
        warehouseId: uuid().optional(),
        text: text(200).optional(),
        state: z.enum(stockStates).optional(),
        sort: z.enum(stockSorts).default('number'),
      }),
    )
    .query(({ ctx, input: { page: at, size, sort, ...wish } }) => listStock(ctx.deps, wish, sort, { page: at, size })),
  stateCounts: staffProcedure('stock.read')
    .input(z.strictObject({ warehouseId: uuid().optional() }))
    .query(({ ctx, input }) => stockListStore.counts(ctx.deps.db, input.warehouseId)),
  sku: staffProcedure('stock.read')
    .input(z.strictObject({ skuId: uuid() }))
    .query(async ({ ctx, input }) => orThrow(await viewSku(ctx.deps, ctx.staff, input.skuId))),
  /** The ledger behind a figure: newest entries first. */
  entries: staffProcedure('stock.read')
    .input(
      z.strictObject({
        skuId: uuid(),
        warehouseId: uuid().optional(),
        figure: z.enum(stockFigures).optional(),
        limit: z.number().int().min(1).max(500).default(100),
      }),
    )
    .query(({ ctx, input }) =>
      stockLedgerStore.entries(ctx.deps.db, input.skuId, input.warehouseId, input.limit, input.figure),
    ),
});
