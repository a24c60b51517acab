import { type SQL, sql } from 'drizzle-orm';
import type { Page } from './catalog.ts';
import { conditions, isListed, rowsAt, type StockFilter, type StockSort } from './stock-conditions.ts';
import { movedSince, orderFigures, scopeOf } from './stock-totals.ts';

/**
 * Which kept rows `t` are in a state. No balance is below zero, so together they are zero exactly when each of them is;
 * what has no balance at all was never sold out.
 */
const keptState = (filter: StockFilter): SQL | undefined => {
  switch (filter.state) {
    case undefined:
      return sql`true`;
    case 'low':
      return sql`t.by_short < 0`;
    case 'out':
      // Asked of each of the few (the limit says so); asked of all at once it reads every balance.
      return sql`t.by_available <= 0 and coalesce((select true from stock s where s.sku_id = t.sku_id
        ${filter.warehouseId ? sql`and s.warehouse_id = ${filter.warehouseId}` : sql``} limit 1), false)`;
    default:
      return undefined;
  }
};

/** Whether the kept figures tell which goods a filter finds. */
export const isKept = (filter: StockFilter): boolean =>
  !(filter.productIds ?? filter.skuIds) && keptState(filter) !== undefined;

/** Kept rows `t` that a filter finds and that nothing moved since. */
const still = (
  filter: StockFilter,
): SQL => sql`t.scope = ${scopeOf(filter.warehouseId)} and ${keptState(filter) ?? sql`false`}
  and t.sku_id not in (select m.sku_id from moved m) and ${isListed(sql`t.active`, sql`t.sku_id`)}`;

/** The SKUs of a page in the order of a figure: from what was kept, and of goods that moved since, from what is now. */
export const keptPage = (filter: StockFilter, sort: StockSort, upTo: number, { page, size }: Page): SQL => {
  const byNumber = { kept: sql`0`, of: sql`0 * count(*)`, order: sql`t.item_number` };
  const { kept, of, order } =
    sort === 'number' ? byNumber : { ...orderFigures[sort], order: sql`${orderFigures[sort].kept}, t.item_number` };
  return sql`
    with moved as materialized (${movedSince(upTo)})
    select u.id from (
      (select t.sku_id as id, ${kept} as figure, t.item_number from stock_totals t where ${still(filter)}
       order by ${order} limit ${page * size})
      union all
      (select k.id, f.figure, k.item_number from moved m join skus k on k.id = m.sku_id
       cross join lateral (select ${of} as figure from stock s where ${rowsAt(filter)}) f where ${conditions(filter)})) u
    order by u.figure, u.item_number limit ${size} offset ${(page - 1) * size}`;
};

/** How many those are. Of all goods the number that is sold is kept, since counting them reads a hundred thousand. */
export const keptCount = (filter: StockFilter, upTo: number): SQL =>
  filter.state
    ? sql`(with moved as materialized (${movedSince(upTo)})
        select ((select count(*) from stock_totals t where ${still(filter)})
          + (select count(*) from moved m join skus k on k.id = m.sku_id where ${conditions(filter)}))::int)`
    : sql`(select ((select active from stock_totals_state)
        + coalesce((select sum((k.status = 'active')::int - coalesce(t.active, false)::int)
            from (select distinct sku_id from stock_total_marks) m join skus k on k.id = m.sku_id
            left join stock_totals t on t.sku_id = m.sku_id and t.scope = ${scopeOf(undefined)}), 0)
        + (select count(*) from skus k where k.status <> 'active' and ${isListed(sql`false`, sql`k.id`)}))::int)`;
