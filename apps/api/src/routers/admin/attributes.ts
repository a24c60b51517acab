import { attributeStore } from '@tradeline/db/stores';
import { err, ok } from '@tradeline/domain/kernel';
import * as z from 'zod';
import { bilingual, text, uuid } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import {
  addAttribute,
  changeAttribute,
  orderAttributes,
  removeAttribute,
} from '../../use-cases/attributes/change-attribute.ts';

const code = z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u, 'small letters, digits and - only, a letter first');
const fields = z.strictObject({
  name: bilingual(60),
  kind: z.enum(['choice', 'number', 'text']),
  unit: text(20)
    .nullable()
    .transform((unit) => unit || null),
  choices: z
    .array(z.strictObject({ code, name: bilingual(60) }))
    .max(300)
    .refine((all) => new Set(all.map((one) => one.code)).size === all.length, 'a code may stand once'),
  filterable: z.boolean(),
  required: z.boolean(),
});

export const adminAttributesRouter = router({
  list: staffProcedure('product.read').query(({ ctx }) => attributeStore.list(ctx.deps.db)),
  /** How many goods have a value of it, and how many each choice. */
  uses: staffProcedure('product.read')
    .input(z.strictObject({ id: uuid() }))
    .query(async ({ ctx: { deps }, input }) => {
      const found = await attributeStore.find(deps.db, input.id);
      const uses = found && (await attributeStore.uses(deps.db, found.code));
      return orThrow(
        uses
          ? ok({ products: uses.products, byChoice: Object.fromEntries(uses.byChoice) })
          : err({ kind: 'attribute-not-found' }),
      );
    }),
  add: staffProcedure('category.edit')
    .input(fields.extend({ code, categoryId: uuid<string>().nullable() }))
    .mutation(async ({ ctx, input }) => orThrow(await addAttribute(ctx.deps, ctx, input))),
  change: staffProcedure('category.edit')
    .input(
      fields.extend({
        id: uuid(),
        replaced: z.array(z.strictObject({ from: code, to: code.nullable() })).max(300),
      }),
    )
    .mutation(async ({ ctx, input: { id, ...wish } }) => orThrow(await changeAttribute(ctx.deps, ctx, id, wish))),
  remove: staffProcedure('category.edit')
    .input(z.strictObject({ id: uuid(), withValues: z.boolean() }))
    .mutation(async ({ ctx, input }) => orThrow(await removeAttribute(ctx.deps, ctx, input.id, input.withValues))),
  order: staffProcedure('category.edit')
    .input(z.strictObject({ ids: z.array(uuid<string>()).max(1_000) }))
    .mutation(async ({ ctx, input }) => orThrow(await orderAttributes(ctx.deps, ctx, input.ids))),
});
