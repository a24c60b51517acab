import { sql } from 'drizzle-orm';
import { type AnyPgColumn, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { type Bilingual, key, moment, money, units } from './columns.ts';
import { suppliers } from './purchasing.ts';

export const categories = pgTable(
  'categories',
  {
    id: key(),
    parentId: uuid().references((): AnyPgColumn => categories.id),
    slug: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [uniqueIndex('categories_slug').on(t.slug), index('categories_parent').on(t.parentId)],
);

export const brands = pgTable(
  'brands',
  { id: key(), slug: text().notNull(), name: jsonb().$type<Bilingual>().notNull() },
  (t) => [uniqueIndex('brands_slug').on(t.slug)],
);

/** One axis along which the variants of a product differ, with its values in order. */
export type OptionAxis = { code: string; name: Bilingual; values: { code: string; name: Bilingual }[] };
export type Specification = { name: Bilingual; value: Bilingual }[];

/** A product (SPU): what is described and pictured once; what is sold are its SKUs. */
export const products = pgTable(
  'products',
  {
    id: key(),
    number: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    summary: jsonb().$type<Bilingual>(),
    description: jsonb().$type<Bilingual>(),
    model: text(),
    brandId: uuid().references(() => brands.id),
    categoryId: uuid()
      .notNull()
      .references(() => categories.id),
    supplierId: uuid().references(() => suppliers.id),
    axes: jsonb().$type<OptionAxis[]>().notNull().default([]),
    specification: jsonb().$type<Specification>().notNull().default([]),
    keywords: text().notNull().default(''),
    /** Percent of tax inside the price, a decimal string: "13", "9". */
    taxRate: text().notNull().default('13'),
    status: text().notNull().default('published'),
    publishedAt: moment(),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    uniqueIndex('products_number').on(t.number),
    index('products_category').on(t.categoryId, t.status),
    index('products_brand').on(t.brandId),
    index('products_supplier').on(t.supplierId),
    check('products_status', sql`${t.status} in ('draft', 'published', 'withdrawn')`),
  ],
);

/** A stock-keeping unit: one configuration with its own item number, price and stock. `unit` is the base unit all quantities count. */
export const skus = pgTable(
  'skus',
  {
    id: key(),
    productId: uuid()
      .notNull()
      .references(() => products.id),
    itemNumber: text().notNull(),
    barcode: text(),
    /** Value code per axis code: { colour: "red", size: "m" }. */
    options: jsonb().$type<Record<string, string>>().notNull().default({}),
    unit: jsonb().$type<Bilingual>().notNull(),
    /** Base units in a carton; 1 where goods come loose. */
    cartonQuantity: units().notNull().default(1),
    minQuantity: units().notNull().default(1),
    multiple: units().notNull().default(1),
    maxQuantity: units(),
    cost: money(),
    weightGrams: integer(),
    packText: text(),
    position: integer().notNull().default(0),
    status: text().notNull().default('active'),
  },
  (t) => [
    uniqueIndex('skus_item_number').on(t.itemNumber),
    index('skus_product').on(t.productId),
    index('skus_barcode').on(t.barcode),
    check('skus_status', sql`${t.status} in ('active', 'withdrawn')`),
    check(
      'skus_quantity_rules',
      sql`${t.minQuantity} > 0 and ${t.multiple} > 0 and ${t.cartonQuantity} > 0 and (${t.maxQuantity} is null or ${t.maxQuantity} >= ${t.minQuantity})`,
    ),
  ],
);

/** A picture of a product, stored re-encoded in several widths under one generated file name. */
export const pictures = pgTable(
  'pictures',
  {
    id: key(),
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer().notNull().default(0),
    /** File stem in storage; a size is `${stem}-${width}.webp`. */
    stem: text().notNull(),
    widths: jsonb().$type<number[]>().notNull(),
    alt: jsonb().$type<Bilingual>().notNull(),
  },
  (t) => [index('pictures_product').on(t.productId, t.position)],
);
