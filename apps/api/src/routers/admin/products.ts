import { catalogStore, productHistoryStore, productStore } from '@tradeline/db/stores';
import { productLimits, taxRates } from '@tradeline/domain/catalog';
import { minor, unitPriceE4 } from '@tradeline/domain/money';
import * as z from 'zod';
import type { Context, Staff } from '../../trpc/context.ts';
import { instant, text, uuid, version } from '../../trpc/inputs.ts';
import { orThrow } from '../../trpc/or-throw.ts';
import { router, staffProcedure } from '../../trpc/procedures.ts';
import { may } from '../../use-cases/customer/seen-by.ts';
import type { Editor } from '../../use-cases/product-editing/actor.ts';
import {
  addDocument,
  removeDocument,
  renameDocument,
  sortMedia,
} from '../../use-cases/product-editing/change-documents.ts';
import {
  addPicture,
  cropPicture,
  describePicture,
  removePicture,
} from '../../use-cases/product-editing/change-pictures.ts';
import { createProduct } from '../../use-cases/product-editing/create-product.ts';
import { duplicateProduct } from '../../use-cases/product-editing/duplicate-product.ts';
import { planProduct } from '../../use-cases/product-editing/plan-product.ts';
import { productHistory } from '../../use-cases/product-editing/product-history.ts';
import { removeProduct } from '../../use-cases/product-editing/remove-product.ts';
import { saveProduct } from '../../use-cases/product-editing/save-product.ts';
import { viewProduct } from '../../use-cases/product-editing/view-product.ts';

const editorOf = ({ staff, requestId }: { staff: Staff; requestId: Context['requestId'] }): Editor => ({
  staff,
  requestId,
  mayPrice: may(staff, 'price.edit'),
  seesCost: may(staff, 'price.read-cost'),
});

/** A text in both languages; an English one that is empty is none. */
const bilingual = (max: number) =>
  z
    .strictObject({ zh: text(max, 1), en: text(max).optional() })
    .transform(({ zh, en }): { zh: string; en?: string } => (en ? { zh, en } : { zh }));
const maybeText = (max: number) =>
  text(max)
    .nullable()
    .transform((value) => value || null);
const code = z.string().max(40);
const count = z.number().int().min(0).max(productLimits.quantity);
const named = z.strictObject({ code, name: bilingual(productLimits.model) });

const variant = z.strictObject({
  id: uuid().optional(),
  itemNumber: text(productLimits.itemNumber, 1),
  barcode: maybeText(productLimits.barcode),
  options: z.record(code, code),
  unit: bilingual(20),
  packUnits: z.array(z.strictObject({ code, name: bilingual(20), factor: count })).max(productLimits.packUnits),
  cartonQuantity: count,
  minQuantity: count,
  multiple: count,
  maxQuantity: count.nullable(),
  cost: count.transform(minor).nullable().optional(),
  weightGrams: count.nullable(),
  packText: maybeText(productLimits.packText),
  status: z.enum(['active', 'withdrawn']),
  firstPriceE4: z.number().int().min(0).max(1e13).transform(unitPriceE4).optional(),
});

const draft = z.strictObject({
  number: text(productLimits.number, 1),
  name: bilingual(productLimits.name),
  summary: bilingual(productLimits.summary).nullable(),
  description: bilingual(productLimits.description).nullable(),
  model: maybeText(productLimits.model),
  brandId: uuid().nullable(),
  categoryId: uuid(),
  supplierId: uuid().nullable(),
  taxRate: z.enum(taxRates),
  tags: z.array(text(productLimits.tag, 1)).max(productLimits.tags),
  keywords: text(productLimits.keywords),
  attributes: z.record(z.string().max(60), z.union([text(200), z.number(), bilingual(productLimits.summary)])),
  specification: z
    .array(z.strictObject({ name: bilingual(productLimits.model), value: bilingual(productLimits.summary) }))
    .max(productLimits.specification),
  axes: z.array(named.extend({ values: z.array(named).max(productLimits.axisValues) })).max(productLimits.axes),
  variants: z.array(variant).max(1_000),
});

const target = z.strictObject({ id: uuid() });
const edited = target.extend({ expectedVersion: version });
const pictureOf = z.strictObject({ productId: uuid(), pictureId: uuid() });
const pixels = z.number().int().min(0).max(20_000);
const life = z.discriminatedUnion('action', [
  z.strictObject({ action: z.literal('publish') }),
  z.strictObject({ action: z.literal('withdraw') }),
  z.strictObject({ action: z.literal('plan'), publishAt: instant.nullable(), withdrawAt: instant.nullable() }),
]);

/** The product editor: one form, one save; pictures and documents at once. */
export const adminProductsRouter = router({
  get: staffProcedure('product.read')
    .input(target)
    .query(async ({ ctx, input }) => orThrow(await viewProduct(ctx.deps, editorOf(ctx), input.id))),
  /** What the fields of the form choose from. */
  choices: staffProcedure('product.edit').query(async ({ ctx }) => ({
    categories: await catalogStore.categories(ctx.deps.db, 'staff'),
    brands: await catalogStore.brands(ctx.deps.db, 'staff'),
    suppliers: await productStore.suppliers(ctx.deps.db),
    tags: await productStore.tags(ctx.deps.db),
  })),
  attributes: staffProcedure('product.read')
    .input(z.strictObject({ categoryId: uuid() }))
    .query(({ ctx, input }) => productStore.attributesOf(ctx.deps.db, input.categoryId)),
  history: staffProcedure('product.read')
    .input(target.extend({ before: z.number().int().optional(), limit: z.number().int().min(1).max(100).default(50) }))
    .query(({ ctx, input }) => productHistory(ctx.deps, editorOf(ctx), input)),
  create: staffProcedure('product.edit')
    .input(
      z.strictObject({
        number: text(productLimits.number, 1),
        name: bilingual(productLimits.name),
        categoryId: uuid(),
        unit: bilingual(20),
      }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await createProduct(ctx.deps, editorOf(ctx), input))),
  save: staffProcedure('product.edit')
    .input(edited.extend({ draft }))
    .mutation(async ({ ctx, input }) => orThrow(await saveProduct(ctx.deps, editorOf(ctx), input))),
  setLife: staffProcedure('product.edit')
    .input(target.extend({ expectedVersion: version.optional(), wish: life }))
    .mutation(async ({ ctx, input }) => orThrow(await planProduct(ctx.deps, editorOf(ctx), input))),
  /** What publishing or withdrawing touches, in numbers. */
  consequences: staffProcedure('product.edit')
    .input(z.strictObject({ ids: z.array(uuid()).min(1).max(200) }))
    .query(({ ctx, input }) => productHistoryStore.consequences(ctx.deps.db, input.ids)),
  duplicate: staffProcedure('product.edit')
    .input(
      target.extend({ number: text(productLimits.number, 1), withVariants: z.boolean(), withPictures: z.boolean() }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await duplicateProduct(ctx.deps, editorOf(ctx), input))),
  remove: staffProcedure('product.edit')
    .input(edited)
    .mutation(async ({ ctx, input }) => orThrow(await removeProduct(ctx.deps, editorOf(ctx), input))),

  addPicture: staffProcedure('product.edit')
    .input(z.strictObject({ productId: uuid(), uploadId: uuid(), alt: bilingual(productLimits.summary) }))
    .mutation(async ({ ctx, input }) => orThrow(await addPicture(ctx.deps, editorOf(ctx), input))),
  describePicture: staffProcedure('product.edit')
    .input(pictureOf.extend({ alt: bilingual(productLimits.summary), skuId: uuid().nullable() }))
    .mutation(async ({ ctx, input }) => orThrow(await describePicture(ctx.deps, editorOf(ctx), input))),
  cropPicture: staffProcedure('product.edit')
    .input(
      pictureOf.extend({
        crop: z.strictObject({ left: pixels, top: pixels, width: pixels, height: pixels }).nullable(),
      }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await cropPicture(ctx.deps, editorOf(ctx), input))),
  removePicture: staffProcedure('product.edit')
    .input(pictureOf)
    .mutation(async ({ ctx, input }) => orThrow(await removePicture(ctx.deps, editorOf(ctx), input))),
  addDocument: staffProcedure('product.edit')
    .input(z.strictObject({ productId: uuid(), uploadId: uuid(), name: bilingual(productLimits.name) }))
    .mutation(async ({ ctx, input }) => orThrow(await addDocument(ctx.deps, editorOf(ctx), input))),
  renameDocument: staffProcedure('product.edit')
    .input(z.strictObject({ productId: uuid(), documentId: uuid(), name: bilingual(productLimits.name) }))
    .mutation(async ({ ctx, input }) => orThrow(await renameDocument(ctx.deps, editorOf(ctx), input))),
  removeDocument: staffProcedure('product.edit')
    .input(z.strictObject({ productId: uuid(), documentId: uuid() }))
    .mutation(async ({ ctx, input }) => orThrow(await removeDocument(ctx.deps, editorOf(ctx), input))),
  sortMedia: staffProcedure('product.edit')
    .input(
      z.strictObject({ productId: uuid(), what: z.enum(['pictures', 'documents']), ids: z.array(uuid()).max(100) }),
    )
    .mutation(async ({ ctx, input }) => orThrow(await sortMedia(ctx.deps, editorOf(ctx), input))),
});
