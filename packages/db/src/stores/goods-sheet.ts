import type { Minor } from '@tradeline/domain/money';
import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { OptionAxis } from '../schema/catalog.ts';
import type { Bilingual } from '../schema/columns.ts';
import { brands, categories, priceLists, products, skus, warehouses } from '../schema/index.ts';
import { matchingProducts, type ProductFilter } from './catalog.ts';

/** A SKU with its product, as sheets and grids read and write it. */
export type GoodsRow = {
  productId: string;
  version: number;
  productNumber: string;
  name: Bilingual;
  summary: Bilingual | null;
  description: Bilingual | null;
  model: string | null;
  brandId: string | null;
  categoryId: string;
  axes: OptionAxis[];
  tags: string[];
  keywords: string;
  taxRate: string;
  productStatus: string;
  skuId: string;
  itemNumber: string;
  barcode: string | null;
  options: Record<string, string>;
  unit: Bilingual;
  cartonQuantity: number;
  minQuantity: number;
  multiple: number;
  maxQuantity: number | null;
  cost: Minor | null;
  weightGrams: number | null;
  packText: string | null;
  skuStatus: string;
};
/** A product may have no SKU yet: then the columns of the SKU are empty. */
export type ProductSkuRow = Omit<GoodsRow, 'skuId'> & { skuId: string | null };
type ProductPart = Pick<
  GoodsRow,
  | 'name'
  | 'summary'
  | 'description'
  | 'model'
  | 'brandId'
  | 'categoryId'
  | 'axes'
  | 'tags'
  | 'keywords'
  | 'taxRate'
  | 'productStatus'
>;
type SkuPart = Pick<
  GoodsRow,
  | 'barcode'
  | 'options'
  | 'unit'
  | 'cartonQuantity'
  | 'minQuantity'
  | 'multiple'
  | 'maxQuantity'
  | 'cost'
  | 'weightGrams'
  | 'packText'
  | 'skuStatus'
>;
/** `version` is the one that was read: a product that moved on since is not written. */
export type ProductWrite = ProductPart & { id: string; number: string; version: number };
export type SkuWrite = SkuPart & { id: string; productId: string; itemNumber: string; position: number };

const columns = {
  productId: products.id,
  version: products.version,
  productNumber: products.number,
  name: products.name,
  summary: products.summary,
  description: products.description,
  model: products.model,
  brandId: products.brandId,
  categoryId: products.categoryId,
  axes: products.axes,
  tags: products.tags,
  keywords: products.keywords,
  taxRate: products.taxRate,
  productStatus: products.status,
  skuId: skus.id,
  itemNumber: skus.itemNumber,
  barcode: skus.barcode,
  options: skus.options,
  unit: skus.unit,
  cartonQuantity: skus.cartonQuantity,
  minQuantity: skus.minQuantity,
  multiple: skus.multiple,
  maxQuantity: skus.maxQuantity,
  cost: skus.cost,
  weightGrams: skus.weightGrams,
  packText: skus.packText,
  skuStatus: skus.status,
};

/** Rows as one JSON parameter: PostgreSQL reads thousands of them in one statement. */
const recordset = (rows: readonly unknown[], shape: string): SQL =>
  sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(${sql.raw(shape)})`;
const PRODUCT_SHAPE =
  'id uuid, number text, version int, name jsonb, summary jsonb, description jsonb, model text, "brandId" uuid, "categoryId" uuid, axes jsonb, tags jsonb, keywords text, "taxRate" text, "productStatus" text';
const SKU_SHAPE =
  'id uuid, "productId" uuid, "itemNumber" text, position int, barcode text, options jsonb, unit jsonb, "cartonQuantity" bigint, "minQuantity" bigint, multiple bigint, "maxQuantity" bigint, cost bigint, "weightGrams" int, "packText" text, "skuStatus" text';
const tagsOf = sql`array(select jsonb_array_elements_text(v.tags))`;

export const goodsSheetStore = {
  byItemNumbers: (tx: Tx, itemNumbers: readonly string[]): Promise<GoodsRow[]> =>
    itemNumbers.length === 0
      ? Promise.resolve([])
      : tx
          .select(columns)
          .from(skus)
          .innerJoin(products, eq(products.id, skus.productId))
          .where(inArray(skus.itemNumber, [...itemNumbers])),
  bySkuIds: (tx: Tx, ids: readonly string[]): Promise<GoodsRow[]> =>
    ids.length === 0
      ? Promise.resolve([])
      : tx
          .select(columns)
          .from(skus)
          .innerJoin(products, eq(products.id, skus.productId))
          .where(inArray(skus.id, [...ids])),
  /** The products that items belong to, by the numbers of both. */
  productNumbers: (tx: Tx, itemNumbers: readonly string[]): Promise<{ itemNumber: string; number: string }[]> =>
    itemNumbers.length === 0
      ? Promise.resolve([])
      : tx
          .select({ itemNumber: skus.itemNumber, number: products.number })
          .from(skus)
          .innerJoin(products, eq(products.id, skus.productId))
          .where(inArray(skus.itemNumber, [...itemNumbers])),
  /** All SKUs of products by number; a product without any stands once, with no `skuId`. */
  productsByNumbers: async (tx: Tx, numbers: readonly string[]): Promise<ProductSkuRow[]> => {
    if (numbers.length === 0) return [];
    const rows = await tx
      .select(columns)
      .from(products)
      .leftJoin(skus, eq(skus.productId, products.id))
      .where(inArray(products.number, [...numbers]));
    return rows as ProductSkuRow[];
  },

  /** A page of goods in the order of their item numbers, after the last one seen. */
  page: (tx: Tx, filter: ProductFilter, after: string, size: number): Promise<GoodsRow[]> =>
    tx
      .select(columns)
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .where(and(matchingProducts(tx, filter), gt(skus.itemNumber, after)))
      .orderBy(asc(skus.itemNumber))
      .limit(size),
  count: async (tx: Tx, filter: ProductFilter): Promise<number> => {
    const [row] = await tx
      .select({ n: sql<number>`count(*)::int` })
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .where(matchingProducts(tx, filter));
    return row?.n ?? 0;
  },

  insertProducts: async (tx: Tx, rows: readonly ProductWrite[]): Promise<void> => {
    await tx.execute(sql`
      insert into products (id, number, name, summary, description, model, brand_id, category_id, axes, tags, keywords, tax_rate, status, published_at)
      select v.id, v.number, v.name, v.summary, v.description, v.model, v."brandId", v."categoryId", v.axes, ${tagsOf}, v.keywords, v."taxRate", v."productStatus",
             case when v."productStatus" = 'published' then now() end
      from ${recordset(rows, PRODUCT_SHAPE)}`);
  },
  /** Ids of the products that were written; those that somebody changed since they were read are missing. */
  updateProducts: async (tx: Tx, rows: readonly ProductWrite[]): Promise<string[]> => {
    const written = await tx.execute<{ id: string }>(sql`
      update products p set name = v.name, summary = v.summary, description = v.description, model = v.model, brand_id = v."brandId",
        category_id = v."categoryId", axes = v.axes, tags = ${tagsOf}, keywords = v.keywords, tax_rate = v."taxRate", status = v."productStatus",
        published_at = case when v."productStatus" = 'published' then coalesce(p.published_at, now()) else p.published_at end,
        version = p.version + 1, updated_at = now()
      from ${recordset(rows, PRODUCT_SHAPE)} where p.id = v.id and p.version = v.version returning p.id`);
    return written.map(({ id }) => id);
  },
  insertSkus: async (tx: Tx, rows: readonly SkuWrite[]): Promise<void> => {
    await tx.execute(sql`
      insert into skus (id, product_id, item_number, position, barcode, options, unit, carton_quantity, min_quantity, multiple, max_quantity, cost, weight_grams, pack_text, status)
      select v.id, v."productId", v."itemNumber", v.position, v.barcode, v.options, v.unit, v."cartonQuantity", v."minQuantity", v.multiple, v."maxQuantity", v.cost, v."weightGrams", v."packText", v."skuStatus"
      from ${recordset(rows, SKU_SHAPE)}`);
  },
  updateSkus: async (tx: Tx, rows: readonly SkuWrite[]): Promise<void> => {
    await tx.execute(sql`
      update skus s set barcode = v.barcode, options = v.options, unit = v.unit, carton_quantity = v."cartonQuantity", min_quantity = v."minQuantity",
        multiple = v.multiple, max_quantity = v."maxQuantity", cost = v.cost, weight_grams = v."weightGrams", pack_text = v."packText", status = v."skuStatus"
      from ${recordset(rows, SKU_SHAPE)} where s.id = v.id`);
  },

  /** What cells may name: categories with the way to them, brands, and the units that goods have. */
  names: async (tx: Tx) => {
    const [categoryRows, brandRows, units, lists, houses] = [
      await tx
        .select({ id: categories.id, parentId: categories.parentId, slug: categories.slug, name: categories.name })
        .from(categories)
        .orderBy(categories.position, categories.slug),
      await tx.select({ id: brands.id, slug: brands.slug, name: brands.name }).from(brands).orderBy(brands.slug),
      await tx.selectDistinct({ zh: sql<string>`${skus.unit} ->> 'zh'` }).from(skus),
      await tx
        .select({
          id: priceLists.id,
          code: priceLists.code,
          name: priceLists.name,
          kind: priceLists.kind,
          version: priceLists.version,
        })
        .from(priceLists)
        .orderBy(priceLists.priority, priceLists.code),
      await tx
        .select({ id: warehouses.id, code: warehouses.code, name: warehouses.name })
        .from(warehouses)
        .where(eq(warehouses.active, true))
        .orderBy(warehouses.priority, warehouses.code),
    ];
    return { categories: categoryRows, brands: brandRows, units, lists, warehouses: houses };
  },
};
