import { customerStore, sharingStore } from '@tradeline/db/stores';
import type { SharingParty } from '@tradeline/domain/inventory';
import type { Day } from '@tradeline/domain/kernel';
import * as z from 'zod';
import { day, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { previewSharing, viewSharing } from '../../use-cases/stock/sharing/preview-sharing.ts';
import { removeSharing, saveSharing } from '../../use-cases/stock/sharing/save-sharing.ts';

const figure = z.number().int().min(0).max(100_000_000);
const shopDay = day.transform((value) => value as Day).nullable();
const version = z.number().int().min(1);
const rule = z
  .strictObject({
    target: z.strictObject({ id: uuid(), version }).optional(),
    countAnew: z.boolean().default(false),
    warehouseId: uuid(),
    /** Whose customers; null: all who order in the portal and go by no rule of their group. */
    groupId: uuid().nullable(),
    skuIds: z.array(uuid()).min(1).max(500).nullable(),
    quota: figure.min(1).nullable(),
    quotaFrom: shopDay,
    quotaUntil: shopDay,
    cap: figure.nullable(),
    shareBp: z.number().int().min(0).max(10_000).nullable(),
    buffer: figure,
    breaksQuotas: z.boolean(),
  })
  .refine(({ quotaFrom, quotaUntil }) => !quotaFrom || !quotaUntil || quotaFrom <= quotaUntil, 'ends before it begins')
  .transform(({ groupId, ...fields }) => ({
    ...fields,
    party: (groupId ? `group:${groupId}` : 'channel:portal') as SharingParty,
  }));

/** 共享规则: what groups of customers may take of a warehouse. */
export const stockSharingRouter = router({
  list: staffProcedure('stock.read').query(async ({ ctx }) => ({
    rules: await sharingStore.list(ctx.deps.db),
    groups: await customerStore.groups(ctx.deps.db),
  })),
  /** What everybody may take of a SKU now, or would by a rule as it is being written. */
  preview: staffProcedure('stock.read')
    .input(z.strictObject({ skuId: uuid() }))
    .query(({ ctx, input }) => viewSharing(ctx.deps.db, input.skuId)),
  previewDraft: staffProcedure('stock.share')
    .input(z.strictObject({ skuId: uuid(), rule }))
    .query(async ({ ctx, input }) => orThrow(await previewSharing(ctx.deps, input.skuId, input.rule))),
  save: staffProcedure('stock.share')
    .input(rule)
    .mutation(async ({ ctx, input }) => orThrow(await saveSharing(ctx.deps, ctx, input))),
  remove: staffProcedure('stock.share')
    .input(z.strictObject({ id: uuid(), version }))
    .mutation(async ({ ctx, input }) => orThrow(await removeSharing(ctx.deps, ctx, input))),
});
