import type { LotTracking } from '@tradeline/domain/inventory';
import { sql } from 'drizzle-orm';
import {
  type AnyPgColumn,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { type Bilingual, key, moment, money, units } from './columns.ts';
import { companies } from './customers.ts';
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
  {
    id: key(),
    slug: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    description: jsonb().$type<Bilingual>(),
    /** File stem of the logo in storage; a size is `${stem}-${width}.webp`. */
    logoStem: text(),
    position: integer().notNull().default(0),
  },
  (t) => [uniqueIndex('brands_slug').on(t.slug)],
);

/**
 * What goods of a category (and of all below it) are described by; without a category, all goods. A `choice` has its
 * values here, a `number` its unit, a `text` is free in both languages. Filterable ones become filters of the portal.
 */
export const attributes = pgTable(
  'attributes',
  {
    id: key(),
    categoryId: uuid().references(() => categories.id),
    code: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    kind: text().notNull(),
    unit: text(),
    choices: jsonb().$type<{ code: string; name: Bilingual }[]>().notNull().default([]),
    filterable: boolean().notNull().default(true),
    required: boolean().notNull().default(false),
    position: integer().notNull().default(0),
  },
  (t) => [
    uniqueIndex('attributes_code').on(t.code),
    index('attributes_category').on(t.categoryId),
    check('attributes_kind', sql`${t.kind} in ('choice', 'number', 'text')`),
  ],
);

/** By attribute code: the code of a choice, a number in the attribute's unit, or a text. */
export type AttributeValues = Record<string, string | number | Bilingual>;

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
    attributes: jsonb().$type<AttributeValues>().notNull().default({}),
    tags: text().array().notNull().default(sql`'{}'::text[]`),
    keywords: text().notNull().default(''),
    /** Percent of tax inside the price, a decimal string: "13", "9". */
    taxRate: text().notNull().default('13'),
    status: text().notNull().default('published'),
    /** 批次管理: whether stock of it is kept apart by lot, and whether lots expire. */
    lotTracking: text().$type<LotTracking>().notNull().default('none'),
    publishedAt: moment(),
    /** When a draft goes live and when goods leave the portal by themselves; half-open, by the database's clock. */
    publishAt: moment(),
    withdrawAt: moment(),
    /** Moves with every edit: who saves over a newer version is told. */
    version: integer().notNull().default(1),
    updatedAt: moment().notNull().default(sql`now()`),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    uniqueIndex('products_number').on(t.number),
    index('products_category').on(t.categoryId, t.status),
    index('products_brand').on(t.brandId),
    index('products_supplier').on(t.supplierId),
    index('products_publish_at').on(t.publishAt).where(sql`${t.publishAt} is not null`),
    index('products_withdraw_at').on(t.withdrawAt).where(sql`${t.withdrawAt} is not null`),
    index('products_lots').on(t.id).where(sql`${t.lotTracking} <> 'none'`),
    check('products_lot_tracking', sql`${t.lotTracking} in ('none', 'lot', 'lot-expiry')`),
    check('products_status', sql`${t.status} in ('draft', 'published', 'withdrawn')`),
  ],
);

/** A unit goods are also counted in: `factor` base units, "箱" of 24. */
export type PackUnit = { code: string; name: Bilingual; factor: number };

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
    /** Further units a quantity may be typed in, coarsest last. */
    packUnits: jsonb().$type<PackUnit[]>().notNull().default([]),
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
    // The few that are sold no more, but may still lie there.
    index('skus_withdrawn').on(t.id).where(sql`${t.status} <> 'active'`),
    check('skus_status', sql`${t.status} in ('active', 'withdrawn')`),
    check(
      'skus_quantity_rules',
      sql`${t.minQuantity} > 0 and ${t.multiple} > 0 and ${t.cartonQuantity} > 0 and (${t.maxQuantity} is null or ${t.maxQuantity} >= ${t.minQuantity})`,
    ),
  ],
);

/** A part of a picture, in pixels of the whole one. */
export type PictureCrop = { left: number; top: number; width: number; height: number };

/** A picture of a product, stored re-encoded in several widths under one generated file name. */
export const pictures = pgTable(
  'pictures',
  {
    id: key(),
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    /** The variant it shows; none: the product as such. */
    skuId: uuid().references(() => skus.id, { onDelete: 'set null' }),
    position: integer().notNull().default(0),
    /** File stem in storage; a size is `${stem}-${width}.webp`. */
    stem: text().notNull(),
    widths: jsonb().$type<number[]>().notNull(),
    alt: jsonb().$type<Bilingual>().notNull(),
    /** The whole picture, `${original}-${originalWidth}.webp`, from which `crop` (in its pixels) was cut; none: nothing was. */
    original: text(),
    originalWidth: integer(),
    crop: jsonb().$type<PictureCrop>(),
  },
  (t) => [index('pictures_product').on(t.productId, t.position), index('pictures_sku').on(t.skuId)],
);

/** A PDF a buyer may open beside the goods: data sheet, certificate, manual. */
export const documents = pgTable(
  'documents',
  {
    id: key(),
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    name: jsonb().$type<Bilingual>().notNull(),
    /** Generated name in storage; what the person called it is in `name`. */
    file: text().notNull(),
    bytes: integer().notNull(),
    position: integer().notNull().default(0),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [index('documents_product').on(t.productId, t.position)],
);

/** Goods that staff show beside others. */
export const relatedProducts = pgTable(
  'related_products',
  {
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    relatedId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    position: integer().notNull().default(0),
  },
  (t) => [primaryKey({ columns: [t.productId, t.relatedId] }), index('related_products_related').on(t.relatedId)],
);

/** What a customer calls our goods. `normalised` is the form codes are compared in (domain `normaliseCode`). */
export const customerCodes = pgTable(
  'customer_codes',
  {
    companyId: uuid()
      .notNull()
      .references(() => companies.id, { onDelete: 'cascade' }),
    normalised: text().notNull(),
    code: text().notNull(),
    skuId: uuid()
      .notNull()
      .references(() => skus.id, { onDelete: 'cascade' }),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.normalised] }), index('customer_codes_sku').on(t.skuId)],
);
