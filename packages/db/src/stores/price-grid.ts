import { and, count, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { brands, priceChanges, priceLists, prices, products, skus } from '../schema/index.ts';
import { amongMeant, type MeantGoods } from './among.ts';

export type PriceGridFilter = {
  listId: string;
  /** The draft whose wishes count as prices; none: as published. */
  versionId?: string | undefined;
  goods?: MeantGoods | undefined;
  /** A category and all below it. */
  category?: string | undefined;
  brand?: string | undefined;
  /** Goods with a price of this list's own, without one, or changed in the draft. */
  show?: 'all' | 'listed' | 'missing' | 'changed' | undefined;
  /** Percent: goods of which some price leaves less than this above the cost. */
  marginBelow?: string | undefined;
};

/** Prices of a list as they will be with a draft. */
const effective = (listId: string, versionId: string | undefined): SQL => {
  if (!versionId)
    return sql`(select p.sku_id, p.min_quantity, p.unit_price_e_4 as price from ${prices} p where p.price_list_id = ${listId})`;
  return sql`(select coalesce(c.sku_id, p.sku_id) as sku_id, coalesce(c.min_quantity, p.min_quantity) as min_quantity,
      case when c.sku_id is null then p.unit_price_e_4 else c.after_e_4 end as price
    from (select * from ${prices} where price_list_id = ${listId}) p
    full join (select * from ${priceChanges} where version_id = ${versionId}) c on c.sku_id = p.sku_id and c.min_quantity = p.min_quantity)`;
};

const matching = (tx: Tx, { listId, versionId, goods, category, brand, show, marginBelow }: PriceGridFilter) => {
  const listed = exists(
    tx
      .select({ one: sql`1` })
      .from(prices)
      .where(and(eq(prices.skuId, skus.id), eq(prices.priceListId, listId))),
  );
  const changed = versionId
    ? exists(
        tx
          .select({ one: sql`1` })
          .from(priceChanges)
          .where(and(eq(priceChanges.skuId, skus.id), eq(priceChanges.versionId, versionId))),
      )
    : sql`false`;
  const shown = {
    all: eq(skus.status, 'active'),
    listed: or(listed, changed),
    missing: and(eq(skus.status, 'active'), sql`not ${listed}`),
    changed,
  }[show ?? 'all'];
  return and(
    shown,
    goods && amongMeant(goods),
    category
      ? sql`${products.categoryId} in (with recursive below as (select id from categories where id = ${category}
        union all select c.id from categories c join below b on c.parent_id = b.id) select id from below)`
      : undefined,
    brand ? eq(products.brandId, brand) : undefined,
    marginBelow === undefined
      ? undefined
      : sql`${skus.id} in (select e.sku_id from ${effective(listId, versionId)} e join skus s on s.id = e.sku_id
          where e.price * (100 - ${marginBelow}::numeric) < s.cost * 10000)`,
  );
};

export const priceGridStore = {
  /** Goods with what this list, the draft and the standard list say of each. */
  page: async (tx: Tx, filter: PriceGridFilter, { page, size }: { page: number; size: number }) => {
    const where = matching(tx, filter);
    const rows = await tx
      .select({
        id: skus.id,
        productId: products.id,
        itemNumber: skus.itemNumber,
        productName: products.name,
        options: skus.options,
        axes: products.axes,
        brandName: brands.name,
        unit: skus.unit,
        minQuantity: skus.minQuantity,
        cost: skus.cost,
        status: skus.status,
      })
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .leftJoin(brands, eq(brands.id, products.brandId))
      .where(where)
      .orderBy(skus.itemNumber)
      .limit(size)
      .offset((page - 1) * size);
    const [counted] = await tx
      .select({ total: count() })
      .from(skus)
      .innerJoin(products, eq(products.id, skus.productId))
      .where(where);
    return { rows, total: counted?.total ?? 0 };
  },

  pricesOf: (tx: Tx, listId: string, skuIds: string[]) => {
    if (skuIds.length === 0) return Promise.resolve([]);
    return tx
      .select({ skuId: prices.skuId, minQuantity: prices.minQuantity, unitPriceE4: prices.unitPriceE4 })
      .from(prices)
      .where(and(eq(prices.priceListId, listId), inArray(prices.skuId, skuIds)))
      .orderBy(prices.minQuantity);
  },
  changesOf: (tx: Tx, versionId: string, skuIds: string[]) => {
    if (skuIds.length === 0) return Promise.resolve([]);
    return tx
      .select({
        skuId: priceChanges.skuId,
        minQuantity: priceChanges.minQuantity,
        beforeE4: priceChanges.beforeE4,
        afterE4: priceChanges.afterE4,
      })
      .from(priceChanges)
      .where(and(eq(priceChanges.versionId, versionId), inArray(priceChanges.skuId, skuIds)))
      .orderBy(priceChanges.minQuantity);
  },
  /** What goods cost by the standard lists that run now, at the smallest quantity. */
  standardOf: async (tx: Tx, skuIds: string[]): Promise<Map<string, number>> => {
    if (skuIds.length === 0) return new Map();
    const rows = await tx
      .selectDistinctOn([prices.skuId], { skuId: prices.skuId, unitPriceE4: prices.unitPriceE4 })
      .from(prices)
      .innerJoin(priceLists, eq(priceLists.id, prices.priceListId))
      .where(
        and(
          inArray(prices.skuId, skuIds),
          eq(priceLists.kind, 'base'),
          eq(priceLists.active, true),
          sql`(${priceLists.validFrom} is null or ${priceLists.validFrom} <= now())`,
          sql`(${priceLists.validTo} is null or ${priceLists.validTo} > now())`,
        ),
      )
      .orderBy(prices.skuId, sql`${priceLists.priority} desc`, prices.minQuantity);
    return new Map(rows.map((row) => [row.skuId, row.unitPriceE4]));
  },
};
