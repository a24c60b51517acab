import { brandStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { bilingual, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { mergeBrands, orderBrands, removeBrand, saveBrand } from '../../use-cases/brands/change-brand.ts';

export const adminBrandsRouter = router({
  list: staffProcedure('product.read').query(({ ctx }) => brandStore.list(ctx.deps.db)),
  save: staffProcedure('category.edit')
    .input(
      z.strictObject({
        id: uuid().optional(),
        name: bilingual(60),
        description: bilingual(1_000).nullable(),
        logo: uuid<string>().nullish(),
      }),
    )
    .mutation(async ({ ctx, input: { id, ...wish } }) => orThrow(await saveBrand(ctx.deps, ctx, id, wish))),
  uses: staffProcedure('category.edit')
    .input(z.strictObject({ id: uuid() }))
    .query(({ ctx, input }) => brandStore.uses(ctx.deps.db, input.id)),
  merge: staffProcedure('category.edit')
    .input(z.strictObject({ from: uuid<string>(), into: uuid<string>() }))
    .mutation(async ({ ctx, input }) => orThrow(await mergeBrands(ctx.deps, ctx, input.from, input.into))),
  remove: staffProcedure('category.edit')
    .input(z.strictObject({ id: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await removeBrand(ctx.deps, ctx, input.id))),
  order: staffProcedure('category.edit')
    .input(z.strictObject({ ids: z.array(uuid<string>()).max(5_000) }))
    .mutation(async ({ ctx, input }) => orThrow(await orderBrands(ctx.deps, ctx, input.ids))),
});
