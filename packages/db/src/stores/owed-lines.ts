import type { ShortRest } from '@tradeline/domain/fulfilment';
import type { Day, Instant } from '@tradeline/domain/kernel';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { instantOf } from './documents.ts';
import { unpromisedUnits } from './stock-figures.ts';
import { goodsColumnsOf, type StockGoods } from './stock-lists.ts';

/** Units that an order is owed: a picker did not find them, or their parcel was lost. */
export type OwedRow = StockGoods & {
  lineId: string;
  orderId: string;
  orderNumber: string;
  companyName: string;
  level: string;
  priority: number;
  placedAt: Instant;
  owed: number;
  /** Whether something of the order has left: only then its rest can be closed. */
  sent: boolean;
  /** `close`: somebody proposed not to send them; they wait for a word of the people who sell. */
  rest: ShortRest;
  /** Units of the goods that nobody was promised, over all warehouses. */
  available: number;
  expectedOn: Day | null;
};

/** Lines that were touched by what makes goods owed; all others are held to the unit, which an invariant watches. */
const touched = sql`select p.order_line_id as id from pick_lines p where p.short > 0
  union select s.order_line_id from shipments t join shipment_lines s on s.shipment_id = t.id where t.state = 'lost'`;

const source = sql`order_lines l join orders o on o.id = l.order_id and o.approval in ('submitted', 'in-review', 'confirmed', 'picking')
  cross join lateral (select (l.quantity - l.cancelled - l.shipped - coalesce((select sum(r.quantity) from reservations r
    where r.order_line_id = l.id and r.state in ('reserved', 'allocated')), 0))::float8 as units) w`;

const rest = sql`coalesce((select p.short_rest from pick_lines p where p.order_line_id = l.id and p.short > 0
  order by p.done_at desc limit 1), 'owe')`;
const available = sql`coalesce((select sum(${unpromisedUnits()}) from stock s
  join warehouses h on h.id = s.warehouse_id and h.active where s.sku_id = l.sku_id), 0)::float8`;

const rows = (condition: SQL): SQL => sql`
  select l.id as "lineId", o.id as "orderId", o.number as "orderNumber", c.name as "companyName", c.level, o.priority,
    ${instantOf(sql`o.placed_at`)} as "placedAt", exists (select from shipments t where t.order_id = o.id) as sent, w.units as owed, ${rest} as rest, ${available} as available, (
      select min(e.expected_on)::text from expected_receipts e where e.sku_id = l.sku_id and e.received < e.quantity) as "expectedOn",
    ${goodsColumnsOf(sql`d`)}
  from ${source} join companies c on c.id = o.company_id join skus k on k.id = l.sku_id join products d on d.id = k.product_id
  where l.id in (${touched}) and w.units > 0 ${condition}
  order by o.priority desc, o.placed_at, l.id limit 500`;

export const owedStore = {
  /** All, or those of the customers a salesperson looks after. */
  all: async (tx: Tx, salesRepId?: string): Promise<OwedRow[]> => [
    ...(await tx.execute<OwedRow>(rows(salesRepId ? sql`and c.sales_rep_id = ${salesRepId}` : sql``))),
  ],
  /** Those for which something lies free. */
  servable: async (tx: Tx): Promise<OwedRow[]> => [...(await tx.execute<OwedRow>(rows(sql`and ${available} > 0`)))],
};
