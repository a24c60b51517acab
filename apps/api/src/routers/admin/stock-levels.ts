import { settingStore, stockAlertStore, turnoverSorts, turnoverStore, warehouseStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { bilingual, page, text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { removeBin, saveBin, saveWarehouse } from '../../use-cases/stock/edit-warehouse.ts';
import { setSafety, snoozeAlert, suggestSafety } from '../../use-cases/stock/set-levels.ts';
import {
  STOCK_SETTINGS,
  saveStockSettings,
  stockSettings,
  stockSettingsNow,
} from '../../use-cases/stock/stock-settings.ts';

/** What should be left, what is short of it, and how the goods sell. */
export const stockLevelsRouter = router({
  alerts: staffProcedure('stock.read')
    .input(page.extend({ view: z.enum(['out', 'low', 'cover', 'snoozed']).optional(), warehouseId: uuid().optional() }))
    .query(async ({ ctx, input: { view, warehouseId, ...at } }) => {
      const { coverDays } = await stockSettingsNow(ctx.deps.db);
      return { coverDays, ...(await stockAlertStore.page(ctx.deps.db, view, warehouseId, coverDays, at)) };
    }),
  snooze: staffProcedure('stock.set-levels')
    .input(
      z.strictObject({
        skuId: uuid(),
        warehouseId: uuid(),
        days: z.number().int().min(0).max(365),
        reason: text(200),
      }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await snoozeAlert(ctx.deps, ctx, input))),
  suggest: staffProcedure('stock.read')
    .input(z.strictObject({ skuId: uuid(), leadDays: z.number().int().min(1).max(365) }))
    .query(({ ctx, input }) => suggestSafety(ctx.deps, input)),
  setSafety: staffProcedure('stock.set-levels')
    .input(
      z.strictObject({
        skuId: uuid(),
        levels: z
          .array(z.strictObject({ warehouseId: uuid(), safety: z.number().int().min(0).max(100_000_000) }))
          .min(1)
          .max(100),
      }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await setSafety(ctx.deps, ctx, input.skuId, input.levels))),
  turnover: staffProcedure('stock.read')
    .input(
      page.extend({
        view: z.enum(['dead']).optional(),
        field: z
          .string()
          .regex(/^[ABC][XYZ]$/u)
          .optional(),
        sort: z.enum(turnoverSorts).default('value'),
      }),
    )
    .query(({ ctx, input: { view, field, sort, ...at } }) => turnoverStore.page(ctx.deps.db, view, field, sort, at)),
  fields: staffProcedure('stock.read').query(({ ctx }) => turnoverStore.fields(ctx.deps.db)),
  settings: staffProcedure('stock.read').query(async ({ ctx }) => ({
    settings: await stockSettingsNow(ctx.deps.db),
    version: (await settingStore.find(ctx.deps.db, STOCK_SETTINGS))?.version ?? 0,
  })),
  saveSettings: staffProcedure('settings.edit')
    .input(z.strictObject({ fromVersion: z.number().int().min(0), settings: stockSettings }))
    .mutation(async ({ ctx, input }) =>
      orThrow(await saveStockSettings(ctx.deps, ctx, input.fromVersion, input.settings)),
    ),
});

const code = text(40, 1);
/** Warehouses with their zones and bins. */
export const stockPlacesRouter = router({
  all: staffProcedure('stock.read').query(({ ctx }) => warehouseStore.all(ctx.deps.db)),
  save: staffProcedure('warehouse.edit')
    .input(
      z.strictObject({
        id: uuid().optional(),
        code,
        name: bilingual(60),
        region: text(60).nullable(),
        address: text(200).nullable(),
        priority: z.number().int().min(0).max(1_000),
        active: z.boolean(),
      }),
    )
    .mutation(async ({ ctx, input: { id, ...fields } }) => orThrow(await saveWarehouse(ctx.deps, ctx, id, fields))),
  bins: staffProcedure('stock.read')
    .input(z.strictObject({ warehouseId: uuid() }))
    .query(({ ctx, input }) => warehouseStore.bins(ctx.deps.db, input.warehouseId)),
  saveBin: staffProcedure('warehouse.edit')
    .input(
      z.strictObject({
        warehouseId: uuid(),
        id: uuid().optional(),
        zone: code,
        code,
        skuIds: z.array(uuid()).max(500),
      }),
    )
    .mutation(async ({ ctx, input: { warehouseId, ...wish } }) =>
      orThrow(await saveBin(ctx.deps, ctx, warehouseId, wish)),
    ),
  removeBin: staffProcedure('warehouse.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await removeBin(ctx.deps, ctx, input.id))),
});
