import * as z from 'zod';
import { instant, page, text, uuid } from '../../trpc/inputs.ts';
import { orThrow, refuse } from '../../trpc/or-throw.ts';
import { staffProcedure } from '../../trpc/procedures.ts';
import { priceActor } from '../../use-cases/prices/actor.ts';
import { explainPrice } from '../../use-cases/prices/explain-price.ts';
import { priceSheet } from '../../use-cases/prices/price-sheet.ts';
import {
  cancelWhatIf,
  runWhatIf,
  SKU_VIEWS,
  viewWhatIf,
  whatIfCustomers,
  whatIfDetails,
  whatIfProgress,
  whatIfSkus,
} from '../../use-cases/prices/view-what-if.ts';
import { own, seesCost } from './price-inputs.ts';

const subject = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('draft'), versionId: uuid() }),
  z.strictObject({ kind: z.literal('switch'), listId: uuid() }),
]);

/** What a change would do to whom, why a price is what it is, and all prices of one customer. */
export const priceEffectProcedures = {
  runWhatIf: staffProcedure('price.read')
    .input(subject)
    .mutation(async ({ ctx, input }) =>
      orThrow(await runWhatIf(ctx.deps, priceActor(ctx.staff, ctx.requestId), input)),
    ),
  whatIf: staffProcedure('price.read')
    .input(subject)
    .query(async ({ ctx, input }) => {
      const found = orThrow(await viewWhatIf(ctx.deps, input));
      if (!found || seesCost(ctx.staff)) return found;
      const { sold, warnings } = found;
      return {
        ...found,
        sold: { ...sold, cost: null },
        warnings: { ...warnings, belowCost: null, belowFloor: null },
      };
    }),
  whatIfProgress: staffProcedure('price.read')
    .input(own)
    .query(({ ctx, input }) => whatIfProgress(ctx.deps, input.id)),
  cancelWhatIf: staffProcedure('price.read')
    .input(own)
    .mutation(({ ctx, input }) => cancelWhatIf(ctx.deps, input.id)),
  whatIfSkus: staffProcedure('price.read')
    .input(page.extend({ subject, view: z.enum(SKU_VIEWS).default('all') }))
    .query(async ({ ctx, input: { subject, view, ...page } }) => {
      const costs = seesCost(ctx.staff);
      if (view.startsWith('below-') && !costs) refuse({ kind: 'not-permitted', action: 'price.read-cost' });
      const found = orThrow(await whatIfSkus(ctx.deps, subject, view, page));
      if (costs) return found;
      return { ...found, rows: found.rows.map((row) => ({ ...row, cost: null, belowCost: false, belowFloor: false })) };
    }),
  whatIfCustomers: staffProcedure('price.read')
    .input(page.extend({ subject }))
    .query(async ({ ctx, input: { subject, ...page } }) => orThrow(await whatIfCustomers(ctx.deps, subject, page))),
  whatIfDetails: staffProcedure('price.read')
    .input(page.extend({ subject, skuIds: z.array(uuid()).max(100).optional(), companyId: uuid().optional() }))
    .query(async ({ ctx, input: { subject, ...wish } }) => orThrow(await whatIfDetails(ctx.deps, subject, wish))),

  why: staffProcedure('price.read')
    .input(
      z.strictObject({
        companyId: uuid(),
        skuId: uuid(),
        quantity: z.number().int().min(1).max(1_000_000_000),
        at: instant.optional(),
      }),
    )
    .query(async ({ ctx, input }) => orThrow(await explainPrice(ctx.deps, ctx.staff, input))),
  sheet: staffProcedure('price.read')
    .input(
      page.extend({
        companyId: uuid(),
        text: text(200).optional(),
        category: uuid().optional(),
        at: instant.optional(),
      }),
    )
    .query(async ({ ctx, input: { page, size, ...wish } }) =>
      orThrow(await priceSheet(ctx.deps, ctx.staff, wish, { page, size })),
    ),
};
