import { adjustmentStore, countStore, transferStore } from '@tradeline/db/stores';
import * as z from 'zod';
import type { Context, Staff } from '../../trpc/context.ts';
import { day, page, text, uuid } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import type { By } from '../../use-cases/record.ts';
import { adjustStock, decideAdjustment } from '../../use-cases/stock/adjust-stock.ts';
import { cancelCount, enterCount, postCount, startCount, viewCount } from '../../use-cases/stock/count-stock.ts';
import { proposeTransfers } from '../../use-cases/stock/suggest-transfers.ts';
import {
  cancelTransfer,
  draftTransfer,
  editTransfer,
  receiveTransfer,
  sendTransfer,
} from '../../use-cases/stock/transfer-stock.ts';

const byOf = ({ staff, requestId }: { staff: Staff; requestId: Context['requestId'] }): By => ({ staff, requestId });
const one = z.strictObject({ id: uuid() });
const units = z.number().int().min(0).max(100_000_000);

/** Every SKU once: two lines of one would be two entries of one cause. */
const apart = <Line extends { skuId: string; kind?: string | undefined }>(lines: readonly Line[]): boolean =>
  new Set(lines.map(({ skuId, kind }) => `${skuId} ${kind ?? ''}`)).size === lines.length;

/** Of goods kept by lot: which, each with its part of the quantity, without a sign. */
const lotParts = z
  .array(z.strictObject({ code: text(60), expiresOn: day.nullable(), quantity: units.min(1) }))
  .min(1)
  .max(50)
  .optional();

const adjustLine = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('adjust'),
    skuId: uuid(),
    lots: lotParts,
    quantity: z
      .number()
      .int()
      .min(-100_000_000)
      .max(100_000_000)
      .refine((n) => n !== 0, 'not nothing'),
  }),
  z.strictObject({
    kind: z.enum(['quarantine', 'restock', 'scrap']),
    skuId: uuid(),
    lots: lotParts,
    quantity: units.min(1),
  }),
]);

/** Lots carry the sign of their line. */
const withSignedLots = ({ lots, ...line }: z.infer<typeof adjustLine>) => ({
  ...line,
  lots: lots?.map((lot) => ({ ...lot, quantity: line.quantity < 0 ? -lot.quantity : lot.quantity })) ?? null,
});

export const adjustmentsRouter = router({
  list: staffProcedure('stock.read')
    .input(page.extend({ state: z.enum(['pending', 'booked', 'rejected']).optional() }))
    .query(({ ctx, input: { state, ...at } }) => adjustmentStore.page(ctx.deps.db, state, at)),
  get: staffProcedure('stock.read')
    .input(one)
    .query(async ({ ctx, input }) => {
      const [found, lines] = await Promise.all([
        adjustmentStore.find(ctx.deps.db, input.id),
        adjustmentStore.lines(ctx.deps.db, input.id),
      ]);
      return found ? { ...found, goods: lines } : refuse({ kind: 'stock-document-not-found' });
    }),
  add: staffProcedure('stock.adjust')
    .input(
      z.strictObject({
        warehouseId: uuid(),
        reason: z.enum(['damage', 'loss', 'found', 'expired', 'sample', 'correction', 'other']),
        note: text(200),
        lines: z.array(adjustLine).min(1).max(200).refine(apart, 'every SKU once'),
      }),
    )
    .mutation(async ({ ctx, input: { lines, ...wish } }) =>
      orThrow(await adjustStock(ctx.deps, byOf(ctx), { ...wish, lines: lines.map(withSignedLots) })),
    ),
  decide: staffProcedure('stock.approve')
    .input(z.strictObject({ id: uuid(), approve: z.boolean(), comment: text(200) }))
    .mutation(async ({ ctx, input }) => orThrow(await decideAdjustment(ctx.deps, byOf(ctx), input))),
});

export const countsRouter = router({
  list: staffProcedure('stock.read')
    .input(page.extend({ state: z.enum(['open', 'posted', 'cancelled']).optional() }))
    .query(({ ctx, input: { state, ...at } }) => countStore.page(ctx.deps.db, state, at)),
  get: staffProcedure('stock.read')
    .input(one)
    .query(async ({ ctx, input }) => orThrow(await viewCount(ctx.deps, ctx.staff, input.id))),
  start: staffProcedure('stock.count')
    .input(
      z.strictObject({
        warehouseId: uuid(),
        scope: z.enum(['full', 'cyclic', 'chosen']),
        blind: z.boolean(),
        note: text(200),
        skuIds: z.array(uuid()).max(2_000).default([]),
        size: z.number().int().min(1).max(2_000).default(20),
      }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await startCount(ctx.deps, byOf(ctx), input))),
  enter: staffProcedure('stock.count')
    .input(
      z
        .strictObject({
          id: uuid(),
          skuId: uuid(),
          counted: units,
          lots: z
            .array(z.strictObject({ code: text(60), expiresOn: day.nullable(), counted: units }))
            .max(200)
            .optional(),
        })
        .refine(
          ({ counted, lots }) => !lots || lots.reduce((sum, lot) => sum + lot.counted, 0) === counted,
          'lots sum up',
        ),
    )
    .mutation(async ({ ctx, input }) => orThrow(await enterCount(ctx.deps, byOf(ctx), input))),
  post: staffProcedure('stock.count')
    .input(one)
    .mutation(async ({ ctx, input }) => orThrow(await postCount(ctx.deps, byOf(ctx), input.id))),
  cancel: staffProcedure('stock.count')
    .input(one)
    .mutation(async ({ ctx, input }) => orThrow(await cancelCount(ctx.deps, byOf(ctx), input.id))),
});

const parts = z
  .array(z.strictObject({ skuId: uuid(), quantity: units.min(1) }))
  .min(1)
  .max(500)
  .refine(apart, 'every SKU once');

export const transfersRouter = router({
  list: staffProcedure('stock.read')
    .input(page.extend({ state: z.enum(['draft', 'in-transit', 'received', 'cancelled']).optional() }))
    .query(({ ctx, input: { state, ...at } }) => transferStore.page(ctx.deps.db, state, at)),
  get: staffProcedure('stock.read')
    .input(one)
    .query(async ({ ctx, input }) => {
      const [found, lines] = await Promise.all([
        transferStore.find(ctx.deps.db, input.id),
        transferStore.lines(ctx.deps.db, input.id),
      ]);
      return found ? { ...found, goods: lines } : refuse({ kind: 'stock-document-not-found' });
    }),
  proposals: staffProcedure('stock.read').query(({ ctx }) => proposeTransfers(ctx.deps, 100)),
  draft: staffProcedure('stock.transfer')
    .input(z.strictObject({ fromId: uuid(), toId: uuid(), note: text(200), expectedOn: day.nullable(), parts }))
    .mutation(async ({ ctx, input: { parts: lines, ...wish } }) =>
      orThrow(await draftTransfer(ctx.deps, byOf(ctx), wish, lines)),
    ),
  edit: staffProcedure('stock.transfer')
    .input(z.strictObject({ id: uuid(), note: text(200), expectedOn: day.nullable(), parts }))
    .mutation(async ({ ctx, input }) => orThrow(await editTransfer(ctx.deps, byOf(ctx), input))),
  send: staffProcedure('stock.transfer')
    .input(one)
    .mutation(async ({ ctx, input }) => orThrow(await sendTransfer(ctx.deps, byOf(ctx), input.id))),
  cancel: staffProcedure('stock.transfer')
    .input(one)
    .mutation(async ({ ctx, input }) => orThrow(await cancelTransfer(ctx.deps, byOf(ctx), input.id))),
  receive: staffProcedure('stock.transfer')
    .input(
      z
        .strictObject({
          id: uuid(),
          parts: z
            .array(z.strictObject({ skuId: uuid(), received: units, lost: units }))
            .min(1)
            .max(500)
            .refine(apart, 'every SKU once'),
          reason: text(200),
        })
        .refine(({ parts: lines, reason }) => reason !== '' || lines.every(({ lost }) => lost === 0), {
          path: ['reason'],
          message: 'what was lost needs a reason',
        }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await receiveTransfer(ctx.deps, byOf(ctx), input))),
});
