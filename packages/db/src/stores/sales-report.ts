import type { Day } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { and, type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { orders } from '../schema/index.ts';
import { type OrderScope, visibleOrders } from './order-scope.ts';

/** By what a report adds up. Days and months are those of the shop's zone, in which an order was placed. */
export const salesGroups = ['day', 'month', 'customer', 'rep', 'category', 'product'] as const;
export type SalesGroup = (typeof salesGroups)[number];
/** Whole days of the shop's zone, both included. */
export type Period = { from: Day; to: Day };
export type SalesSum = { orders: number; net: Minor };
export type SalesRow = SalesSum & {
  /** A day, a month (2026-11), or the id of what the row is about; null where an order or a product has none. */
  key: string | null;
  name: Bilingual | string | null;
  /** Of goods; null where a row is about orders. */
  units: number | null;
};

/** More rows than this nobody reads; the sum is of all. */
const MOST = 500;

const zone = sql`coalesce((select time_zone from shop), 'Asia/Shanghai')`;
const startOf = (day: Day, plus = 0): SQL => sql`((${day}::date + ${plus}::int)::timestamp at time zone ${zone})`;

/** Orders of a period that stand: what was cancelled or rejected was never sold. In the shop's own currency. */
const sold = (scope: OrderScope, { from, to }: Period): SQL => sql`
  select ${orders.id} as id, ${orders.companyId} as company_id, ${orders.placedAt} as placed_at,
    ${orders.totalAmount} - ${orders.shippingAmount} - ${orders.grantedAmount} as net
  from ${orders}
  where ${and(
    visibleOrders(scope),
    sql`${orders.placedAt} >= ${startOf(from)} and ${orders.placedAt} < ${startOf(to, 1)}`,
    sql`${orders.approval} not in ('draft', 'cancelled', 'rejected')`,
    sql`${orders.currency} = coalesce((select currency from shop), 'CNY')`,
  )}`;

const period = (format: string): SQL => sql`
  select to_char(s.placed_at at time zone ${zone}, ${format}) as key, null::json as name, count(*)::int as orders,
    null::float8 as units, sum(s.net)::float8 as net
  from sold s group by 1 order by 1`;

const best = sql`order by net desc, key limit ${MOST}`;

/** Of goods by what was ordered of them, with discounts; what was granted for goods that came back is granted to orders. */
const goods = (key: SQL): SQL => sql`
  select ${key}::text as key, count(distinct l.order_id)::int as orders, sum(l.quantity)::float8 as units,
    sum(l.net_amount)::float8 as net
  from sold s join order_lines l on l.order_id = s.id join skus k on k.id = l.sku_id join products p on p.id = k.product_id
  group by ${key}`;

const groups: Record<SalesGroup, SQL> = {
  day: period('YYYY-MM-DD'),
  month: period('YYYY-MM'),
  customer: sql`
    select c.id::text as key, to_json(c.name) as name, count(*)::int as orders, null::float8 as units, sum(s.net)::float8 as net
    from sold s join companies c on c.id = s.company_id group by c.id ${best}`,
  rep: sql`
    select p.id::text as key, to_json(p.name) as name, count(*)::int as orders, null::float8 as units, sum(s.net)::float8 as net
    from sold s join companies c on c.id = s.company_id left join staff p on p.id = c.sales_rep_id group by p.id ${best}`,
  category: sql`select g.key, c.name, g.orders, g.units, g.net from (${goods(sql`p.category_id`)}) g
    left join categories c on c.id::text = g.key order by g.net desc, g.key limit ${MOST}`,
  product: sql`select g.key, p.name, g.orders, g.units, g.net from (${goods(sql`p.id`)} order by net desc, key limit ${MOST}) g
    join products p on p.id::text = g.key order by g.net desc, g.key`,
};

export const salesReportStore = {
  /** A report may take longer than a request that somebody waits for with goods in his hands. */
  takeTime: async (tx: Tx): Promise<void> => {
    await tx.execute(sql`set local statement_timeout = '30s'`);
  },

  /** What was sold in a period, added up, the best first; periods in their order. At most 500 rows. */
  rows: async (tx: Tx, scope: OrderScope, at: Period, group: SalesGroup): Promise<SalesRow[]> => {
    const rows = await tx.execute<Omit<SalesRow, 'net'> & { net: number }>(
      sql`with sold as materialized (${sold(scope, at)}) ${groups[group]}`,
    );
    return rows.map((row) => ({ ...row, net: minor(row.net) }));
  },

  /** Sums of several periods at once. */
  sums: async (tx: Tx, scope: OrderScope, periods: readonly Period[]): Promise<SalesSum[]> => {
    const parts = periods.map(
      (at, i) =>
        sql`select ${i}::int as i, count(*)::int as orders, coalesce(sum(net), 0)::float8 as net from (${sold(scope, at)}) s`,
    );
    const rows = await tx.execute<{ orders: number; net: number }>(
      sql`${sql.join(parts, sql` union all `)} order by i`,
    );
    return rows.map(({ orders: count, net }) => ({ orders: count, net: minor(net) }));
  },
};
