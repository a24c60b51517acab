import type { Instant } from '@tradeline/domain/kernel';
import { and, asc, count, desc, eq, exists, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { OptionAxis } from '../schema/catalog.ts';
import type { Bilingual } from '../schema/columns.ts';
import { brands, categories, pictures, products, skus, stock } from '../schema/index.ts';
import { among, amongGoods, type CartGoods } from './among.ts';
import { type Looker, shownTo, visibleTo } from './visibility.ts';

export type CategoryRow = { id: string; parentId: string | null; slug: string; name: Bilingual; products: number };

export type ProductFilter = {
  /** A category and all below it. */
  category?: string | undefined;
  brand?: string | undefined;
  /** Only these, the likeliest first: the order `relevance`. */
  ids?: readonly string[] | undefined;
  inStock?: boolean | undefined;
  /** Staff see drafts and withdrawn goods too. */
  status?: 'published' | 'draft' | 'withdrawn' | undefined;
  supplier?: string | undefined;
};
export type ProductSort = 'relevance' | 'number' | 'newest' | 'name' | 'updated';
export type Page = { page: number; size: number };

export type ProductCard = {
  id: string;
  number: string;
  name: Bilingual;
  summary: Bilingual | null;
  status: string;
  version: number;
  updatedAt: Instant;
  publishAt: Instant | null;
  withdrawAt: Instant | null;
  categoryId: string;
  brand: { id: string; name: Bilingual } | null;
  axes: OptionAxis[];
  picture: { stem: string; widths: number[]; alt: Bilingual } | null;
};

/** A category and all below it, as an array: of a subquery the planner would think that it names half of them. */
const subtree = (category: string): SQL => sql`array(with recursive below as (
  select id from ${categories} where id = ${category}
  union all select c.id from ${categories} c join below on c.parent_id = below.id
) select id from below)`;

/** Asked of one product after the other (`offset 0` says so): joined, all goods would be looked at for the few of a category. */
const skuOf = (condition: SQL | undefined): SQL =>
  sql`exists (select 1 from ${skus} where ${and(eq(skus.productId, products.id), eq(skus.status, 'active'), condition)} offset 0)`;

/** The condition behind a filter of products, for whoever lists them. */
export const matchingProducts = (tx: Tx, filter: ProductFilter): SQL | undefined => {
  const available = tx
    .select({ one: sql`1` })
    .from(stock)
    .where(and(eq(stock.skuId, skus.id), sql`${stock.onHand} - ${stock.reserved} - ${stock.allocated} > 0`));
  return and(
    filter.ids && among(products.id, filter.ids),
    filter.status && eq(products.status, filter.status),
    filter.category ? sql`${products.categoryId} = any(${subtree(filter.category)})` : undefined,
    filter.brand ? eq(products.brandId, filter.brand) : undefined,
    filter.supplier ? eq(products.supplierId, filter.supplier) : undefined,
    filter.inStock ? skuOf(exists(available)) : undefined,
  );
};

const orderBy = {
  number: [asc(products.number)],
  newest: [desc(products.createdAt), asc(products.number)],
  name: [asc(sql`${products.name} ->> 'zh'`), asc(products.number)],
  updated: [desc(products.updatedAt), asc(products.number)],
};

/** In the order of the ids that were found, or by number where none were asked for. */
const orderOf = (sort: ProductSort, { ids }: ProductFilter): SQL[] => {
  if (sort !== 'relevance') return orderBy[sort];
  return ids ? [sql`array_position(${`{${ids.join(',')}}`}::uuid[], ${products.id})`] : orderBy.number;
};

const firstPicture = sql<ProductCard['picture']>`(
  select json_build_object('stem', p.stem, 'widths', p.widths, 'alt', p.alt)
  from ${pictures} p where p.product_id = ${products.id} order by p.position limit 1)`;

export const catalogStore = {
  /** Every category with the published goods right in it that the looker sees. */
  categories: (tx: Tx, looker: Looker): Promise<CategoryRow[]> =>
    tx
      .select({
        id: categories.id,
        parentId: categories.parentId,
        slug: categories.slug,
        name: categories.name,
        products: sql<number>`(select count(*)::int from ${products} p where ${and(sql`p.category_id = "categories"."id" and p.status = 'published'`, shownTo(looker, 'p'))})`,
      })
      .from(categories)
      .orderBy(categories.position, categories.slug),

  /** Where each category hangs, for paths to the root. */
  categoryParents: (tx: Tx) => tx.select({ id: categories.id, parentId: categories.parentId }).from(categories),

  brands: (tx: Tx, looker: Looker) =>
    tx
      .select({
        id: brands.id,
        slug: brands.slug,
        name: brands.name,
        description: brands.description,
        logoStem: brands.logoStem,
        products: count(products.id),
      })
      .from(brands)
      .leftJoin(products, and(eq(products.brandId, brands.id), eq(products.status, 'published'), shownTo(looker)))
      .groupBy(brands.id)
      .orderBy(brands.position, brands.slug),

  page: async (
    tx: Tx,
    filter: ProductFilter,
    sort: ProductSort,
    { page, size }: Page,
    looker: Looker,
  ): Promise<{ rows: ProductCard[]; total: number }> => {
    const where = and(matchingProducts(tx, filter), shownTo(looker));
    // Found and sorted by what is narrow; only what is on the page is read whole.
    const found = tx
      .select({ id: products.id, place: sql<number>`row_number() over ()`.as('place') })
      .from(
        tx
          .select({ id: products.id })
          .from(products)
          .where(where)
          .orderBy(...orderOf(sort, filter))
          .limit(size)
          .offset((page - 1) * size)
          .as('products'),
      )
      .as('found');
    const rows = tx
      .select({
        id: products.id,
        number: products.number,
        name: products.name,
        summary: products.summary,
        status: products.status,
        version: products.version,
        updatedAt: products.updatedAt,
        publishAt: products.publishAt,
        withdrawAt: products.withdrawAt,
        categoryId: products.categoryId,
        axes: products.axes,
        brand: { id: brands.id, name: brands.name },
        picture: firstPicture,
      })
      .from(found)
      .innerJoin(products, eq(products.id, found.id))
      .leftJoin(brands, eq(brands.id, products.brandId))
      .orderBy(found.place);
    const [cards, [counted]] = await Promise.all([rows, tx.select({ total: count() }).from(products).where(where)]);
    return { rows: cards, total: counted?.total ?? 0 };
  },

  /** One product; for a buyer or stranger only when it is shown to him. */
  product: async (tx: Tx, id: string, looker: Looker) => {
    const [row] = await tx
      .select({
        id: products.id,
        number: products.number,
        name: products.name,
        summary: products.summary,
        description: products.description,
        model: products.model,
        categoryId: products.categoryId,
        brand: { id: brands.id, name: brands.name },
        supplierId: products.supplierId,
        axes: products.axes,
        specification: products.specification,
        taxRate: products.taxRate,
        status: products.status,
        createdAt: products.createdAt,
      })
      .from(products)
      .leftJoin(brands, eq(brands.id, products.brandId))
      .where(and(eq(products.id, id), shownTo(looker)));
    if (!row) return undefined;
    const images = await tx
      .select({ stem: pictures.stem, widths: pictures.widths, alt: pictures.alt })
      .from(pictures)
      .where(eq(pictures.productId, id))
      .orderBy(pictures.position);
    return { ...row, pictures: images };
  },

  /** All SKUs of products that were read by one of the above. */
  skusOfProducts: (tx: Tx, productIds: string[]) => {
    if (productIds.length === 0) return Promise.resolve([]);
    return tx
      .select(skuFacts)
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .where(among(skus.productId, productIds))
      .orderBy(skus.position, skus.itemNumber);
  },

  /** SKUs by id, whatever became of them: `visible` by the looker's assortments, `shown` when he can have them now. */
  skus: async (tx: Tx, ids: string[] | CartGoods, looker: Looker) => {
    if (Array.isArray(ids) && ids.length === 0) return [];
    // The condition is long: said once, the statement stays short enough for its plan to be kept.
    const visible = sql<boolean>`${visibleTo(looker) ?? sql`true`}`;
    const rows = await tx
      .select({ ...skuFacts, axes: products.axes, picture: firstPicture, visible })
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .where(amongGoods(skus.id, ids));
    return rows.map((row) => ({
      ...row,
      shown: row.status === 'active' && row.productStatus === 'published' && row.visible,
    }));
  },
};

/** What a price, a quantity rule and a line of a document need to know of a SKU. */
const skuFacts = {
  id: skus.id,
  productId: skus.productId,
  itemNumber: skus.itemNumber,
  barcode: skus.barcode,
  options: skus.options,
  unit: skus.unit,
  cartonQuantity: skus.cartonQuantity,
  minQuantity: skus.minQuantity,
  multiple: skus.multiple,
  maxQuantity: skus.maxQuantity,
  packText: skus.packText,
  weightGrams: skus.weightGrams,
  status: skus.status,
  productName: products.name,
  productNumber: products.number,
  productStatus: products.status,
  categoryId: products.categoryId,
  brandId: products.brandId,
  taxRate: products.taxRate,
};

export type SkuFacts = Awaited<ReturnType<typeof catalogStore.skusOfProducts>>[number];
export type SkuWithPicture = Awaited<ReturnType<typeof catalogStore.skus>>[number];
export type ProductDetail = NonNullable<Awaited<ReturnType<typeof catalogStore.product>>>;
