import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { AttributeValues, OptionAxis, PackUnit, Specification } from '../schema/catalog.ts';
import type { Bilingual } from '../schema/columns.ts';
import {
  attributes,
  brands,
  cartLines,
  categories,
  goodsListLines,
  priceChanges,
  prices,
  products,
  skus,
  stock,
  suppliers,
  warehouses,
} from '../schema/index.ts';

/** What one form edits and one save writes. */
export type ProductFields = {
  number: string;
  name: Bilingual;
  summary: Bilingual | null;
  description: Bilingual | null;
  model: string | null;
  brandId: string | null;
  categoryId: string;
  supplierId: string | null;
  taxRate: string;
  tags: string[];
  keywords: string;
  attributes: AttributeValues;
  specification: Specification;
  axes: OptionAxis[];
};
export type VariantFields = {
  itemNumber: string;
  barcode: string | null;
  options: Record<string, string>;
  unit: Bilingual;
  packUnits: PackUnit[];
  cartonQuantity: number;
  minQuantity: number;
  multiple: number;
  maxQuantity: number | null;
  cost?: Minor | null | undefined;
  weightGrams: number | null;
  packText: string | null;
  status: 'active' | 'withdrawn';
};
export type VariantRow = VariantFields & { id: string; cost: Minor | null };
export type ProductRecord = ProductFields & {
  id: string;
  status: 'draft' | 'published' | 'withdrawn';
  publishAt: Instant | null;
  withdrawAt: Instant | null;
  publishedAt: Instant | null;
  version: number;
  createdAt: Instant;
  updatedAt: Instant;
  variants: VariantRow[];
};

const productColumns = {
  number: products.number,
  name: products.name,
  summary: products.summary,
  description: products.description,
  model: products.model,
  brandId: products.brandId,
  categoryId: products.categoryId,
  supplierId: products.supplierId,
  taxRate: products.taxRate,
  tags: products.tags,
  keywords: products.keywords,
  attributes: products.attributes,
  specification: products.specification,
  axes: products.axes,
  id: products.id,
  status: sql<ProductRecord['status']>`${products.status}`,
  publishAt: products.publishAt,
  withdrawAt: products.withdrawAt,
  publishedAt: products.publishedAt,
  version: products.version,
  createdAt: products.createdAt,
  updatedAt: products.updatedAt,
};
const variantColumns = {
  id: skus.id,
  itemNumber: skus.itemNumber,
  barcode: skus.barcode,
  options: skus.options,
  unit: skus.unit,
  packUnits: skus.packUnits,
  cartonQuantity: skus.cartonQuantity,
  minQuantity: skus.minQuantity,
  multiple: skus.multiple,
  maxQuantity: skus.maxQuantity,
  cost: skus.cost,
  weightGrams: skus.weightGrams,
  packText: skus.packText,
  status: sql<VariantRow['status']>`${skus.status}`,
};

/** Products as their editor reads and writes them. */
export const productStore = {
  /** With `lock` the product is held until the transaction ends: editors are lined up. */
  find: async (tx: Tx, id: string, lock = false): Promise<ProductRecord | undefined> => {
    const query = tx.select(productColumns).from(products).where(eq(products.id, id));
    const [row] = await (lock ? query.for('update') : query);
    if (!row) return undefined;
    const variants = await tx
      .select(variantColumns)
      .from(skus)
      .where(eq(skus.productId, id))
      .orderBy(skus.position, skus.itemNumber);
    return { ...row, variants };
  },

  create: async (tx: Tx, id: string, fields: ProductFields): Promise<void> => {
    await tx.insert(products).values({ ...fields, id, status: 'draft' });
  },
  /** Writes the fields and moves the version, if it still is the one the editor saw. */
  save: async (tx: Tx, id: string, version: number, fields: Partial<ProductFields>): Promise<boolean> =>
    moved(tx, id, version, fields),
  setLife: async (
    tx: Tx,
    id: string,
    version: number,
    life: Partial<Pick<ProductRecord, 'status' | 'publishAt' | 'withdrawAt' | 'publishedAt'>>,
  ): Promise<boolean> => moved(tx, id, version, life),

  addVariants: async (
    tx: Tx,
    productId: string,
    rows: (VariantFields & { id: string; position: number })[],
  ): Promise<void> => {
    if (rows.length === 0) return;
    await tx.insert(skus).values(rows.map((row) => ({ ...row, productId, cost: row.cost ?? null })));
    const places = await tx.select({ id: warehouses.id }).from(warehouses).where(eq(warehouses.active, true));
    if (places.length > 0)
      await tx
        .insert(stock)
        .values(rows.flatMap((row) => places.map((place) => ({ skuId: row.id, warehouseId: place.id }))))
        .onConflictDoNothing();
  },
  changeVariant: async (
    tx: Tx,
    productId: string,
    id: string,
    fields: VariantFields & { position: number },
  ): Promise<void> => {
    const { cost, ...others } = fields;
    await tx
      .update(skus)
      .set({ ...others, ...(cost === undefined ? {} : { cost }) })
      .where(and(eq(skus.id, id), eq(skus.productId, productId)));
  },
  /** Gives item numbers free within the transaction, so that variants may change places. */
  setAside: async (tx: Tx, ids: string[]): Promise<void> => {
    if (ids.length > 0)
      await tx
        .update(skus)
        .set({ itemNumber: sql`'~' || ${skus.id}::text` })
        .where(inArray(skus.id, ids));
  },
  withdrawVariants: async (tx: Tx, ids: string[]): Promise<void> => {
    if (ids.length > 0) await tx.update(skus).set({ status: 'withdrawn' }).where(inArray(skus.id, ids));
  },
  /** Of these variants, those that something happened to: ordered, moved, reserved, expected, or priced in a version. */
  withHistory: async (tx: Tx, ids: string[]): Promise<Set<string>> => {
    if (ids.length === 0) return new Set();
    const rows = await tx
      .select({ id: skus.id })
      .from(skus)
      .where(
        and(
          inArray(skus.id, ids),
          sql`(exists (select 1 from order_lines l where l.sku_id = ${skus.id})
            or exists (select 1 from stock_entries e where e.sku_id = ${skus.id})
            or exists (select 1 from reservations r where r.sku_id = ${skus.id})
            or exists (select 1 from expected_receipts x where x.sku_id = ${skus.id}))`,
        ),
      );
    return new Set(rows.map((row) => row.id));
  },
  /** Deletes variants that nothing ever happened to, with what only hung on them. */
  removeVariants: async (tx: Tx, ids: string[]): Promise<void> => {
    if (ids.length === 0) return;
    await tx.delete(cartLines).where(inArray(cartLines.skuId, ids));
    await tx.delete(goodsListLines).where(inArray(goodsListLines.skuId, ids));
    await tx.delete(priceChanges).where(inArray(priceChanges.skuId, ids));
    await tx.delete(prices).where(inArray(prices.skuId, ids));
    await tx.delete(stock).where(inArray(stock.skuId, ids));
    await tx.delete(skus).where(inArray(skus.id, ids));
  },
  removeProduct: async (tx: Tx, id: string): Promise<void> => {
    await tx.delete(products).where(eq(products.id, id));
  },

  numberTaken: async (tx: Tx, number: string, except?: string): Promise<boolean> => {
    const rows = await tx
      .select({ id: products.id })
      .from(products)
      .where(and(eq(products.number, number), except ? ne(products.id, except) : undefined));
    return rows.length > 0;
  },
  /** Who else has these item numbers. */
  itemNumbersTaken: (tx: Tx, itemNumbers: string[], exceptProduct?: string) =>
    itemNumbers.length === 0
      ? Promise.resolve([])
      : tx
          .select({ itemNumber: skus.itemNumber, productNumber: products.number })
          .from(skus)
          .innerJoin(products, eq(products.id, skus.productId))
          .where(
            and(inArray(skus.itemNumber, itemNumbers), exceptProduct ? ne(skus.productId, exceptProduct) : undefined),
          )
          .limit(20),

  /** References of a draft that lead nowhere, by field. */
  unknownReferences: async (
    tx: Tx,
    { categoryId, brandId, supplierId }: Pick<ProductFields, 'categoryId' | 'brandId' | 'supplierId'>,
  ): Promise<('categoryId' | 'brandId' | 'supplierId')[]> => {
    const category = await tx.select({ id: categories.id }).from(categories).where(eq(categories.id, categoryId));
    const brand = brandId ? await tx.select({ id: brands.id }).from(brands).where(eq(brands.id, brandId)) : [1];
    const supplier = supplierId
      ? await tx.select({ id: suppliers.id }).from(suppliers).where(eq(suppliers.id, supplierId))
      : [1];
    return [
      ...(category.length === 0 ? (['categoryId'] as const) : []),
      ...(brand.length === 0 ? (['brandId'] as const) : []),
      ...(supplier.length === 0 ? (['supplierId'] as const) : []),
    ];
  },

  /** What goods of a category are described by: its own attributes, those of all above it, and those of all goods. */
  attributesOf: (tx: Tx, categoryId: string) =>
    tx
      .select({
        code: attributes.code,
        name: attributes.name,
        kind: attributes.kind,
        unit: attributes.unit,
        choices: attributes.choices,
        required: attributes.required,
      })
      .from(attributes)
      .where(
        sql`${attributes.categoryId} is null or ${attributes.categoryId} in (
          with recursive above as (
            select id, parent_id from ${categories} where id = ${categoryId}
            union all select c.id, c.parent_id from ${categories} c join above on c.id = above.parent_id
          ) select id from above)`,
      )
      .orderBy(attributes.position, attributes.code),

  suppliers: (tx: Tx) =>
    tx
      .select({ id: suppliers.id, number: suppliers.number, name: suppliers.name })
      .from(suppliers)
      .orderBy(suppliers.name),
  tags: async (tx: Tx): Promise<string[]> =>
    (
      await tx.execute<{ tag: string }>(
        sql`select tag from ${products}, unnest(${products.tags}) tag group by tag order by count(*) desc, tag limit 50`,
      )
    ).map((row) => row.tag),
};

const moved = async (
  tx: Tx,
  id: string,
  version: number,
  set: Partial<typeof products.$inferInsert>,
): Promise<boolean> => {
  const rows = await tx
    .update(products)
    .set({ ...set, version: sql`${products.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(products.id, id), eq(products.version, version)))
    .returning({ id: products.id });
  return rows.length === 1;
};
