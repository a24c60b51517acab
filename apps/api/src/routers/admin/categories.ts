import { categoryStore } from '@tradeline/db/stores';
import * as z from 'zod';
import { bilingual, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import {
  addCategory,
  placeCategory,
  removeCategory,
  renameCategory,
} from '../../use-cases/categories/change-category.ts';

export const adminCategoriesRouter = router({
  tree: staffProcedure('product.read').query(({ ctx }) => categoryStore.tree(ctx.deps.db)),
  /** What a removal would meet: goods and subcategories to move, and what forbids it. */
  uses: staffProcedure('category.edit')
    .input(z.strictObject({ id: uuid() }))
    .query(({ ctx, input }) => categoryStore.uses(ctx.deps.db, input.id)),
  add: staffProcedure('category.edit')
    .input(z.strictObject({ name: bilingual(60), parentId: uuid<string>().nullable() }))
    .mutation(async ({ ctx, input }) => orThrow(await addCategory(ctx.deps, ctx, input))),
  rename: staffProcedure('category.edit')
    .input(z.strictObject({ id: uuid(), name: bilingual(60) }))
    .mutation(async ({ ctx, input }) => orThrow(await renameCategory(ctx.deps, ctx, input.id, input.name))),
  /** Answers with the place it came from: sending that back undoes the move. */
  place: staffProcedure('category.edit')
    .input(
      z.strictObject({
        id: uuid<string>(),
        parentId: uuid<string>().nullable(),
        index: z.number().int().min(0).max(10_000),
      }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await placeCategory(ctx.deps, ctx, input))),
  remove: staffProcedure('category.edit')
    .input(z.strictObject({ id: uuid(), into: uuid<string>().optional() }))
    .mutation(async ({ ctx, input }) => orThrow(await removeCategory(ctx.deps, ctx, input.id, input.into))),
});
