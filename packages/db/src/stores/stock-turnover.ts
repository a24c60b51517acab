import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { stockTurnover } from '../schema/index.ts';
import type { Page } from './catalog.ts';
import { instantOf, moneyOf } from './documents.ts';
import { insertMany } from './insert-many.ts';
import { goodsColumns, type StockGoods } from './stock-lists.ts';

/** What the ledger says of a SKU in a year: what is there, what left month by month (0 the latest), and what it costs. */
export type YearOfStock = {
  skuId: string;
  onHand: number;
  unitCost: Minor;
  /** Thirteen figures: stock now and at the end of each of the twelve months before, latest first. */
  levels: number[];
  /** Twelve figures: units shipped in each of the last twelve months, latest first. */
  shipped: number[];
  shipped90: number;
  lastSoldAt: Instant | null;
  firstReceivedAt: Instant | null;
};
export const turnoverSorts = ['value', 'slowest', 'fastest', 'dead'] as const;
export type TurnoverSort = (typeof turnoverSorts)[number];
export type TurnoverRow = StockGoods & {
  onHand: number;
  value: Minor;
  shipped90: number;
  turnsBp: number | null;
  daysOfStock: number | null;
  abc: 'A' | 'B' | 'C';
  xyz: 'X' | 'Y' | 'Z';
  lastSoldAt: Instant | null;
  deadSince: Instant | null;
};

/** One column after another for each of so many months. */
const monthly = (months: number, column: (month: SQL, at: number) => SQL): SQL =>
  sql.join(
    Array.from({ length: months }, (_, n) => column(sql.raw(String(n)), n)),
    sql`, `,
  );

const order = {
  value: sql`t.value desc`,
  slowest: sql`t.days_of_stock desc nulls last`,
  fastest: sql`t.turns_bp desc nulls last`,
  dead: sql`t.dead_since nulls last`,
};

export const turnoverStore = {
  /** Reads the whole ledger of a year once: for a job, not for a screen. */
  year: async (tx: Tx): Promise<YearOfStock[]> => [
    ...(await tx.execute<YearOfStock>(sql`
      with months as (
        select sku_id, floor(extract(epoch from now() - at) / 2629800)::int as month, sum(on_hand) as delta,
          coalesce(-sum(on_hand) filter (where kind = 'ship'), 0) as shipped
        from stock_entries where at > now() - interval '365 days' group by 1, 2),
      years as (
        select sku_id, array[${monthly(13, (n) => sql`coalesce(sum(delta) filter (where month < ${n}), 0)`)}] as moved,
          array[${monthly(12, (n) => sql`coalesce(sum(shipped) filter (where month = ${n}), 0)`)}] as shipped
        from months group by 1),
      ever as (
        select sku_id, max(at) filter (where kind = 'ship') as sold, min(at) filter (where on_hand > 0) as received,
          coalesce(-sum(on_hand) filter (where kind = 'ship' and at > now() - interval '90 days'), 0) as shipped90
        from stock_entries group by 1),
      there as (select sku_id, sum(on_hand) as on_hand from stock group by 1)
      select k.id as "skuId", h.on_hand::float8 as "onHand", ${moneyOf(sql`coalesce(k.cost, 0)`)} as "unitCost",
        array[${monthly(13, (_, at) => sql`(h.on_hand - coalesce(y.moved[${sql.raw(String(at + 1))}], 0))::float8`)}] as levels,
        array[${monthly(12, (_, at) => sql`coalesce(y.shipped[${sql.raw(String(at + 1))}], 0)::float8`)}] as shipped,
        coalesce(e.shipped90, 0)::float8 as shipped90, ${instantOf(sql`e.sold`)} as "lastSoldAt", ${instantOf(sql`e.received`)} as "firstReceivedAt"
      from skus k join there h on h.sku_id = k.id left join ever e on e.sku_id = k.id left join years y on y.sku_id = k.id`)),
  ],

  /** Puts all figures in place of those that stood. */
  replace: async (tx: Tx, rows: readonly (typeof stockTurnover.$inferInsert)[]): Promise<void> => {
    await tx.delete(stockTurnover);
    for (let at = 0; at < rows.length; at += 5_000) await insertMany(tx, stockTurnover, rows.slice(at, at + 5_000));
  },

  page: async (
    tx: Tx,
    view: 'dead' | undefined,
    field: string | undefined,
    sort: TurnoverSort,
    { page, size }: Page,
  ) => {
    const where = sql`${view === 'dead' ? sql`t.dead_since is not null` : sql`true`} ${field ? sql`and t.abc || t.xyz = ${field}` : sql``}`;
    const [rows, [sums]] = await Promise.all([
      tx.execute<TurnoverRow>(sql`
        select ${goodsColumns}, t.on_hand::float8 as "onHand", ${moneyOf(sql`t.value`)} as value, t.shipped90::float8 as shipped90,
          t.turns_bp as "turnsBp", t.days_of_stock as "daysOfStock", t.abc, t.xyz, ${instantOf(sql`t.last_sold_at`)} as "lastSoldAt",
          ${instantOf(sql`t.dead_since`)} as "deadSince"
        from stock_turnover t join skus k on k.id = t.sku_id join products p on p.id = k.product_id
        where ${where} order by ${order[sort]}, k.item_number limit ${size} offset ${(page - 1) * size}`),
      tx.execute<{ total: number; value: Minor; dead: number; deadValue: Minor; computedAt: Instant | null }>(sql`
        select (count(*) filter (where ${where}))::int as total, ${moneyOf(sql`coalesce(sum(t.value), 0)`)} as value,
          (count(*) filter (where t.dead_since is not null))::int as dead,
          ${moneyOf(sql`coalesce(sum(t.value) filter (where t.dead_since is not null), 0)`)} as "deadValue",
          ${instantOf(sql`max(t.computed_at)`)} as "computedAt"
        from stock_turnover t`),
    ]);
    return { rows: [...rows], ...sums! };
  },

  /** How many SKUs, and what stock, are in each of the nine fields. */
  fields: async (tx: Tx): Promise<{ field: string; skus: number; value: Minor }[]> => [
    ...(await tx.execute<{ field: string; skus: number; value: Minor }>(sql`
      select t.abc || t.xyz as field, count(*)::int as skus, ${moneyOf(sql`sum(t.value)`)} as value from stock_turnover t group by 1 order by 1`)),
  ],
};
