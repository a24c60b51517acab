import { type SQL, sql } from 'drizzle-orm';

export const stockStates = ['low', 'out', 'quarantine', 'transit', 'slow'] as const;
export type StockState = (typeof stockStates)[number];
export const stockSorts = ['number', 'available', 'on-hand', 'short'] as const;
export type StockSort = (typeof stockSorts)[number];
export type StockFilter = {
  /** Figures of this warehouse only; absent: of all together. */
  warehouseId?: string | undefined;
  /** Only variants of these products … */
  productIds?: readonly string[] | undefined;
  /** … or exactly these. */
  skuIds?: readonly string[] | undefined;
  state?: StockState | undefined;
};

const ids = (values: readonly string[]): string => `{${values.join(',')}}`;

/** The rows of `stock` of a SKU `k` that a filter speaks of. */
export const rowsAt = ({ warehouseId }: StockFilter): SQL =>
  warehouseId ? sql`s.sku_id = k.id and s.warehouse_id = ${warehouseId}` : sql`s.sku_id = k.id`;

const inState = (filter: StockFilter): SQL | undefined => {
  const some = (condition: SQL): SQL => sql`k.id in (select s.sku_id from stock s where ${condition}
    ${filter.warehouseId ? sql`and s.warehouse_id = ${filter.warehouseId}` : sql``})`;
  switch (filter.state) {
    case undefined:
      return undefined;
    case 'low':
      return some(sql`s.is_low`);
    case 'out':
      // Of one warehouse there is one balance; of all together none may have anything left.
      return filter.warehouseId
        ? some(sql`s.is_out`)
        : sql`k.id in (select o.sku_id from stock o where o.is_out group by o.sku_id
            having count(*) = (select count(*) from stock s where s.sku_id = o.sku_id))`;
    case 'quarantine':
      return some(sql`s.quarantine > 0`);
    case 'transit':
      return some(sql`s.in_transit_in > 0`);
    case 'slow':
      return sql`k.id in (select t.sku_id from stock_turnover t where t.dead_since is not null) and ${some(sql`s.on_hand > 0`)}`;
  }
};

/**
 * Goods that are sold; what was withdrawn is listed as long as some of it lies there. Asked of each withdrawn one (the limit
 * says so), since they are few: asked of all at once it reads every balance.
 */
export const isListed = (active: SQL, skuId: SQL): SQL => sql`(${active} or coalesce((
  select true from stock s where s.sku_id = ${skuId} and (s.on_hand > 0 or s.quarantine > 0 or s.in_transit_in > 0) limit 1), false))`;

export const conditions = (filter: StockFilter): SQL =>
  sql.join(
    [
      isListed(sql`k.status = 'active'`, sql`k.id`),
      filter.productIds && sql`k.product_id = any(${ids(filter.productIds)}::uuid[])`,
      filter.skuIds && sql`k.id = any(${ids(filter.skuIds)}::uuid[])`,
      inState(filter),
    ].filter((condition) => condition !== undefined),
    sql` and `,
  );
