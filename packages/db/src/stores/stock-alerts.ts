import type { Instant } from '@tradeline/domain/kernel';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { stockSnoozes } from '../schema/index.ts';
import type { Page } from './catalog.ts';
import { instantOf } from './documents.ts';
import type { StockKey } from './stock.ts';
import { unpromisedUnits } from './stock-figures.ts';
import { goodsColumns, type StockGoods } from './stock-lists.ts';

export type AlertKind = 'out' | 'low' | 'cover';
export type AlertView = AlertKind | 'snoozed';
export type StockAlert = StockGoods &
  StockKey & {
    kind: AlertKind;
    available: number;
    safety: number;
    coming: number;
    /** Units shipped in the last 90 days, from this warehouse and others alike. */
    shipped90: number;
    /** Days that what is left of all warehouses lasts at that pace; absent when nothing was sold. */
    coverDays: number | null;
    snoozedUntil: Instant | null;
    snoozedBy: string | null;
  };
export type WeekOfDemand = { warehouseId: string; week: number; units: number };

/** Goods that sell: what nobody bought for a year and nobody set a level for is no alert when it is out. */
const matters = sql`(s.safety > 0 or coalesce(t.shipped365, 0) > 0)`;
const cover = sql`case when coalesce(t.shipped90, 0) > 0 then floor((${unpromisedUnits()})::numeric * 90 / t.shipped90) end`;
/** Every balance that somebody should look at, with the worst that can be said of it. */
const alerts = (coverDays: number): SQL => sql`(
  select s.sku_id, s.warehouse_id, ${unpromisedUnits()} as available, s.safety, s.in_transit_in as coming,
    coalesce(t.shipped90, 0) as shipped90, ${cover} as cover_days, z.until as snoozed_until, z.by_name as snoozed_by,
    case when s.is_out then 'out' when s.is_low then 'low' else 'cover' end as kind
  from stock s join skus k on k.id = s.sku_id and k.status = 'active' join warehouses w on w.id = s.warehouse_id and w.active
  left join stock_turnover t on t.sku_id = s.sku_id
  left join stock_snoozes z on z.sku_id = s.sku_id and z.warehouse_id = s.warehouse_id and z.until > now()
  where (s.is_low or (s.is_out and ${matters}) or (${cover} < ${coverDays} and ${matters})))`;

const shows: Record<AlertView, SQL> = {
  out: sql`a.snoozed_until is null and a.kind = 'out'`,
  low: sql`a.snoozed_until is null and a.kind = 'low'`,
  cover: sql`a.snoozed_until is null and a.kind = 'cover'`,
  snoozed: sql`a.snoozed_until is not null`,
};

export const stockAlertStore = {
  page: async (
    tx: Tx,
    view: AlertView | undefined,
    warehouseId: string | undefined,
    coverDays: number,
    { page, size }: Page,
  ) => {
    const here = warehouseId ? sql`and a.warehouse_id = ${warehouseId}` : sql``;
    const where = sql`${view ? shows[view] : sql`a.snoozed_until is null`} ${here}`;
    const [rows, [counts]] = await Promise.all([
      tx.execute<StockAlert>(sql`
        select ${goodsColumns}, a.warehouse_id as "warehouseId", a.kind, a.available::float8 as available, a.safety::float8 as safety,
          a.coming::float8 as coming, a.shipped90::float8 as shipped90, a.cover_days::float8 as "coverDays",
          ${instantOf(sql`a.snoozed_until`)} as "snoozedUntil", a.snoozed_by as "snoozedBy"
        from ${alerts(coverDays)} a join skus k on k.id = a.sku_id join products p on p.id = k.product_id
        where ${where} order by array_position(array['out', 'low', 'cover'], a.kind), a.shipped90 desc, k.item_number, a.warehouse_id
        limit ${size} offset ${(page - 1) * size}`),
      tx.execute<Record<AlertView, number>>(sql`
        select (count(*) filter (where ${shows.out}))::int as out, (count(*) filter (where ${shows.low}))::int as low,
          (count(*) filter (where ${shows.cover}))::int as cover, (count(*) filter (where ${shows.snoozed}))::int as snoozed
        from ${alerts(coverDays)} a where true ${here}`),
    ]);
    const { out = 0, low = 0, cover: short = 0, snoozed = 0 } = counts ?? {};
    const total = view ? { out, low, cover: short, snoozed }[view] : out + low + short;
    return { rows: [...rows], counts: { out, low, cover: short, snoozed }, total };
  },

  snooze: async (tx: Tx, key: StockKey, days: number, reason: string, byName: string): Promise<void> => {
    const until = sql`now() + ${`${days} days`}::interval`;
    await tx
      .insert(stockSnoozes)
      .values({ ...key, until, reason, byName })
      .onConflictDoUpdate({
        target: [stockSnoozes.skuId, stockSnoozes.warehouseId],
        set: { until, reason, byName, at: sql`now()` },
      });
  },
  wake: async (tx: Tx, { skuId, warehouseId }: StockKey): Promise<void> => {
    await tx.execute(sql`delete from stock_snoozes where sku_id = ${skuId} and warehouse_id = ${warehouseId}`);
  },

  /** Sets how much should always be left; returns what was set before. */
  setSafety: async (tx: Tx, { skuId, warehouseId }: StockKey, safety: number): Promise<number> => {
    const [row] = await tx.execute<{ before: number }>(sql`
      with held as (select safety from stock where sku_id = ${skuId} and warehouse_id = ${warehouseId} for no key update)
      update stock s set safety = ${safety} from held where s.sku_id = ${skuId} and s.warehouse_id = ${warehouseId}
      returning held.safety::float8 as before`);
    return row?.before ?? 0;
  },

  /** Units shipped a week, week 0 the latest whole one, by warehouse, of the last half year; weeks without any are left out. */
  weeks: async (tx: Tx, skuId: string): Promise<WeekOfDemand[]> => [
    ...(await tx.execute<WeekOfDemand>(sql`
      select warehouse_id as "warehouseId", floor(extract(epoch from now() - at) / 604800)::int as week, (-sum(on_hand))::float8 as units
      from stock_entries where sku_id = ${skuId} and kind = 'ship' and at > now() - interval '182 days' group by 1, 2`)),
  ],
};
