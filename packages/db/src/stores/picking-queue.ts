import type { Instant } from '@tradeline/domain/kernel';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Bilingual } from '../schema/columns.ts';
import { instantOf } from './documents.ts';

/** An order that waits to be picked in one warehouse. */
export type PickingOrder = {
  orderId: string;
  number: string;
  version: number;
  companyName: string;
  level: string;
  priority: number;
  placedAt: Instant;
  wishedDate: string | null;
  note: string | null;
  delivery: string | null;
  deliveryName: Bilingual | null;
  region: string | null;
  lines: number;
  units: number;
  zones: string[];
  /** Units of it that are owed: they come with another list. */
  owed: number;
};
/** Held units that nobody was sent for yet. */
export type PickingPart = {
  reservationId: string;
  orderId: string;
  orderLineId: string;
  skuId: string;
  itemNumber: string;
  zone: string | null;
  bin: string | null;
  quantity: number;
};

/** Held goods of orders that may be picked, which no list asks for: of `reservations r` and `orders o`. */
const waiting = (warehouseId: string): SQL => sql`
  r.warehouse_id = ${warehouseId} and r.state in ('reserved', 'allocated') and r.quantity > r.picked
  and o.approval in ('confirmed', 'picking')
  and not exists (select from pick_lines p where p.reservation_id = r.id and p.quantity > p.picked + p.short + p.dropped)`;

/** Where goods lie in a warehouse: the first of their bins, in the order they are walked in. */
const place = sql`lateral (select b.zone, b.code from bin_goods g join bins b on b.id = g.bin_id
  where g.sku_id = r.sku_id and b.warehouse_id = r.warehouse_id order by b.zone, b.code limit 1) b on true`;

/** More than anybody plans in one go are not shown. */
export const PICKING_ORDERS = 500;

const isAmong = (orderIds: readonly string[]): SQL => sql`r.order_id = any(${`{${orderIds.join(',')}}`}::uuid[])`;

/** Orders of held goods under a condition, the most urgent first. */
const queue = (condition: SQL): SQL => sql`
  with parts as (
    select r.order_id, count(*)::int as lines, sum(r.quantity - r.picked)::float8 as units,
      coalesce(array_agg(distinct b.zone order by b.zone) filter (where b.zone is not null), '{}') as zones
    from reservations r join orders o on o.id = r.order_id left join ${place} where ${condition} group by 1)
      select o.id as "orderId", o.number, o.version, c.name as "companyName", c.level, o.priority,
    ${instantOf(sql`o.placed_at`)} as "placedAt", o.wished_date::text as "wishedDate", o.note, o.delivery_method as delivery,
    d.name as "deliveryName", coalesce(nullif(o.address->>'province', ''), nullif(o.address->>'city', '')) as region,
    q.lines, q.units, q.zones, greatest(0, w.owed)::float8 as owed, (count(*) over ())::int as total
  from parts q join orders o on o.id = q.order_id join companies c on c.id = o.company_id
  left join delivery_methods d on d.code = o.delivery_method
  cross join lateral (
    select coalesce(sum(l.quantity - l.cancelled - l.shipped), 0) - coalesce((select sum(h.quantity) from reservations h
      where h.order_id = o.id and h.state in ('reserved', 'allocated')), 0) as owed
    from order_lines l where l.order_id = o.id) w
  order by o.priority desc, o.wished_date nulls last, o.placed_at, o.id limit ${PICKING_ORDERS}`;

export const pickingQueueStore = {
  /** Orders that wait in a warehouse, the most urgent first, and how many there are in all. */
  orders: async (tx: Tx, warehouseId: string): Promise<{ rows: PickingOrder[]; total: number }> => {
    const rows = await tx.execute<PickingOrder & { total: number }>(queue(waiting(warehouseId)));
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  },

  /** These of them. */
  among: async (tx: Tx, warehouseId: string, orderIds: readonly string[]): Promise<PickingOrder[]> => [
    ...(await tx.execute<PickingOrder>(queue(sql`${waiting(warehouseId)} and ${isAmong(orderIds)}`))),
  ],

  /** How many orders wait in each warehouse. */
  waiting: async (tx: Tx): Promise<{ warehouseId: string; orders: number }[]> => [
    ...(await tx.execute<{ warehouseId: string; orders: number }>(sql`
      select r.warehouse_id as "warehouseId", count(distinct r.order_id)::int as orders
      from reservations r join orders o on o.id = r.order_id
      where r.state in ('reserved', 'allocated') and r.quantity > r.picked and o.approval in ('confirmed', 'picking')
        and not exists (select from pick_lines p where p.reservation_id = r.id and p.quantity > p.picked + p.short + p.dropped)
      group by 1`)),
  ],

  /** What these orders wait for in a warehouse; their orders are locked by the caller. */
  parts: async (tx: Tx, warehouseId: string, orderIds: readonly string[]): Promise<PickingPart[]> => [
    ...(await tx.execute<PickingPart>(sql`
      select r.id as "reservationId", r.order_id as "orderId", r.order_line_id as "orderLineId", r.sku_id as "skuId",
        k.item_number as "itemNumber", b.zone, b.code as bin, (r.quantity - r.picked)::float8 as quantity
      from reservations r join orders o on o.id = r.order_id join skus k on k.id = r.sku_id left join ${place}
      where ${waiting(warehouseId)} and ${isAmong(orderIds)}`)),
  ],

  setPriority: async (tx: Tx, orderId: string, priority: number): Promise<void> => {
    await tx.execute(sql`update orders set priority = ${priority} where id = ${orderId}`);
  },
};
