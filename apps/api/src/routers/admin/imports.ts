import { goodsSheetStore, jobStore } from '@tradeline/db/stores';
import { allows, type StaffAction } from '@tradeline/domain/access';
import { type SheetKind, sheetKinds } from '@tradeline/domain/sheet';
import * as z from 'zod';
import type { Staff } from '../../trpc/context.ts';
import { text, uuid } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { previewImport } from '../../use-cases/imports/preview-import.ts';
import { startExport, startImport, startPictures } from '../../use-cases/imports/start-job.ts';
import { cancelJob, rejectedRows, retryJob, sheetJobs } from '../../use-cases/imports/tend-job.ts';

const sheet = z.enum(sheetKinds);
export const goodsFilter = z.strictObject({
  text: text(200).optional(),
  category: uuid().optional(),
  brand: uuid().optional(),
  status: z.enum(['published', 'draft', 'withdrawn']).optional(),
  inStock: z.boolean().optional(),
});
/** Each kind of sheet changes things of its own, with a permission of its own. */
const needs: Record<SheetKind, StaffAction> = { goods: 'product.import', prices: 'price.edit', stock: 'stock.adjust' };
const reads: Record<SheetKind, StaffAction> = { goods: 'product.read', prices: 'price.read', stock: 'stock.read' };

const can = (staff: Staff, action: StaffAction): boolean =>
  allows({ audience: 'staff', roles: [staff.role] }, action) !== undefined;
const demand = (staff: Staff, action: StaffAction): void => {
  if (!can(staff, action)) refuse({ kind: 'not-permitted', action });
};
/** One's own; who may look after all jobs sees everybody's. */
const reach = (staff: Staff) => (can(staff, 'job.read') ? undefined : ({ type: 'staff', id: staff.id } as const));
const job = z.strictObject({ id: uuid() });

/** Sheets in and out. What a job may do was decided when it was started: by kind, for the person who started it. */
export const adminImportsRouter = router({
  /** Names that cells may use, for templates and grids. */
  names: staffProcedure('product.read').query(async ({ ctx }) => {
    const { categories, brands, units, lists, warehouses } = await goodsSheetStore.names(ctx.deps.db);
    return { categories, brands, units, lists, warehouses };
  }),
  preview: staffProcedure('product.read')
    .input(z.strictObject({ uploadId: uuid(), sheet }))
    .query(async ({ ctx, input }) => {
      demand(ctx.staff, needs[input.sheet]);
      return orThrow(await previewImport(ctx.deps, ctx.staff.id, input));
    }),
  start: staffProcedure('product.read')
    .input(
      z.strictObject({
        uploadId: uuid(),
        sheet,
        mode: z.enum(['check', 'apply']),
        mapping: z.record(z.string().max(500), z.string().max(40)),
        skipRejected: z.boolean().default(false),
      }),
    )
    .mutation(async ({ ctx, input }) => {
      demand(ctx.staff, needs[input.sheet]);
      const mayCost = can(ctx.staff, 'price.read-cost');
      return orThrow(await startImport(ctx.deps, ctx.staff, { ...input, mayCost }));
    }),
  startPictures: staffProcedure('product.import')
    .input(z.strictObject({ uploadId: uuid(), mode: z.enum(['check', 'apply']) }))
    .mutation(async ({ ctx, input }) => orThrow(await startPictures(ctx.deps, ctx.staff, input))),
  export: staffProcedure('product.read')
    .input(
      z.strictObject({
        sheet,
        format: z.enum(['xlsx', 'csv']),
        language: z.enum(['zh', 'en']),
        filter: goodsFilter.default({}),
      }),
    )
    .mutation(({ ctx, input }) => {
      demand(ctx.staff, reads[input.sheet]);
      return startExport(ctx.deps, ctx.staff, { ...input, mayCost: can(ctx.staff, 'price.read-cost') });
    }),
  list: staffProcedure('product.read').query(async ({ ctx }) => ({
    jobs: await jobStore.listing(ctx.deps.db, sheetJobs, reach(ctx.staff), 50),
  })),
  job: staffProcedure('product.read')
    .input(job)
    .query(async ({ ctx, input }) => {
      const found = await jobStore.find(ctx.deps.db, input.id, reach(ctx.staff));
      return found && sheetJobs.includes(found.kind) ? found : refuse({ kind: 'job-not-found' });
    }),
  rejected: staffProcedure('product.read')
    .input(job)
    .query(async ({ ctx, input }) => orThrow(await rejectedRows(ctx.deps, reach(ctx.staff), input.id))),
  cancel: staffProcedure('product.read')
    .input(job)
    .mutation(async ({ ctx, input }) => orThrow(await cancelJob(ctx.deps, reach(ctx.staff), input.id))),
  retry: staffProcedure('product.read')
    .input(job)
    .mutation(async ({ ctx, input }) =>
      orThrow(await retryJob(ctx.deps, { type: 'staff', id: ctx.staff.id }, input.id)),
    ),
});
