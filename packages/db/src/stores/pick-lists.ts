import type { ShortReason, ShortRest, WaveGrouping } from '@tradeline/domain/fulfilment';
import type { Instant } from '@tradeline/domain/kernel';
import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { pickLines, pickLists } from '../schema/index.ts';
import type { Page } from './catalog.ts';
import { instantOf } from './documents.ts';
import { insertMany } from './insert-many.ts';
import { goodsColumnsOf, type StockGoods } from './stock-lists.ts';

export type PickState = 'open' | 'done' | 'cancelled';
export type PickList = {
  id: string;
  number: string;
  warehouseId: string;
  warehouseName: Bilingual;
  groupedBy: WaveGrouping;
  groupKey: string | null;
  /** The way of delivery that its orders share. */
  groupName: Bilingual | null;
  state: PickState;
  createdByName: string;
  createdAt: Instant;
  endedAt: Instant | null;
  orders: number;
  stops: number;
  doneStops: number;
  units: number;
  picked: number;
  short: number;
  /** Who has taken something from it. */
  pickers: string[];
};
export type PickLine = StockGoods & {
  id: string;
  position: number;
  slot: number;
  orderId: string;
  orderNumber: string;
  companyName: string;
  barcode: string | null;
  zone: string | null;
  bin: string | null;
  quantity: number;
  picked: number;
  short: number;
  dropped: number;
  shortReason: ShortReason | null;
  shortRest: ShortRest | null;
  doneByName: string | null;
};
/** A stop as the step that takes from it needs it. */
export type PickStop = {
  id: string;
  listId: string;
  listNumber: string;
  state: PickState;
  orderId: string;
  orderLineId: string;
  reservationId: string;
  skuId: string;
  warehouseId: string;
  itemNumber: string;
  byLot: boolean;
  open: number;
  doneByName: string | null;
};

const open = sql`(p.quantity - p.picked - p.short - p.dropped)`;
const source = sql`pick_lists t join warehouses w on w.id = t.warehouse_id cross join lateral (
  select count(distinct p.order_id)::int as orders, count(*)::int as stops, (count(*) filter (where ${open} = 0))::int as "doneStops",
    sum(p.quantity - p.dropped)::float8 as units, sum(p.picked)::float8 as picked, sum(p.short)::float8 as short,
    coalesce(array_agg(distinct p.done_by_name) filter (where p.done_by_name is not null), '{}') as pickers
  from pick_lines p where p.list_id = t.id) f`;
const columns = sql`t.id, t.number, t.warehouse_id as "warehouseId", w.name as "warehouseName", t.grouped_by as "groupedBy",
  t.group_key as "groupKey",
  (select d.name from delivery_methods d where t.grouped_by = 'delivery' and d.code = t.group_key) as "groupName", t.state, t.created_by_name as "createdByName", ${instantOf(sql`t.created_at`)} as "createdAt",
  ${instantOf(sql`t.ended_at`)} as "endedAt", f.orders, f.stops, f."doneStops", f.units, f.picked, f.short, f.pickers`;

/** Lists on which nothing is open any more are over; `of` names them by a condition on `pick_lists t`. */
const endFinished = async (tx: Tx, of: SQL): Promise<string[]> => {
  const ended = await tx.execute<{ id: string }>(sql`
    update pick_lists t set state = 'done', ended_at = now()
    where t.state = 'open' and ${of} and not exists (select from pick_lines p where p.list_id = t.id and ${open} > 0) returning t.id`);
  return ended.map(({ id }) => id);
};

export const pickListStore = {
  add: async (
    tx: Tx,
    row: { warehouseId: string; groupedBy: WaveGrouping; groupKey: string | null; createdByName: string },
    lines: readonly Omit<typeof pickLines.$inferInsert, 'id' | 'listId' | 'position'>[],
  ): Promise<{ id: string; number: string }> => {
    const [drawn] = await tx.execute<{ n: string }>(sql`select nextval('pick_list_numbers')::text as n`);
    const [id, number] = [newId(), `PL-${drawn!.n}`];
    await tx.insert(pickLists).values({ ...row, id, number });
    await insertMany(
      tx,
      pickLines,
      lines.map((line, at) => ({ ...line, id: newId(), listId: id, position: at + 1 })),
    );
    return { id, number };
  },

  find: async (tx: Tx, id: string): Promise<PickList | undefined> =>
    (await tx.execute<PickList>(sql`select ${columns} from ${source} where t.id = ${id}`))[0],

  page: async (tx: Tx, state: PickState | undefined, { page, size }: Page) => {
    const where = state ? sql`where t.state = ${state}` : sql``;
    const [rows, [counted]] = await Promise.all([
      tx.execute<PickList>(
        sql`select ${columns} from ${source} ${where} order by t.created_at desc, t.id limit ${size} offset ${(page - 1) * size}`,
      ),
      tx.execute<{ total: number }>(sql`select count(*)::int as total from pick_lists t ${where}`),
    ]);
    return { rows: [...rows], total: counted?.total ?? 0 };
  },

  lines: async (tx: Tx, listId: string): Promise<PickLine[]> => [
    ...(await tx.execute<PickLine>(sql`
      select p.id, p.position, p.slot, p.order_id as "orderId", o.number as "orderNumber", c.name as "companyName", ${goodsColumnsOf(sql`d`)},
        k.barcode, p.zone, p.bin, p.quantity::float8 as quantity, p.picked::float8 as picked, p.short::float8 as short,
        p.dropped::float8 as dropped, p.short_reason as "shortReason", p.short_rest as "shortRest", p.done_by_name as "doneByName"
      from pick_lines p join orders o on o.id = p.order_id join companies c on c.id = o.company_id
      join skus k on k.id = p.sku_id join products d on d.id = k.product_id
      where p.list_id = ${listId} order by p.position`)),
  ],

  /** Open stops at these goods of a warehouse, over all lists: the list that was made first goes first. */
  openStops: async (
    tx: Tx,
    warehouseId: string,
    skuIds: readonly string[],
  ): Promise<{ id: string; skuId: string; open: number }[]> => [
    ...(await tx.execute<{ id: string; skuId: string; open: number }>(sql`
      select p.id, p.sku_id as "skuId", ${open}::float8 as open from pick_lines p
      join pick_lists t on t.id = p.list_id and t.state = 'open' and t.warehouse_id = ${warehouseId}
      where p.sku_id = any(${`{${skuIds.join(',')}}`}::uuid[]) and ${open} > 0 order by t.created_at, t.number, p.position`)),
  ],

  /** The orders of a list, in the order in which orders are locked. */
  ordersOf: async (tx: Tx, listId: string): Promise<string[]> =>
    (
      await tx.execute<{ id: string }>(
        sql`select distinct p.order_id as id from pick_lines p where p.list_id = ${listId} order by 1`,
      )
    ).map(({ id }) => id),

  /** A stop, without a lock: its order is locked before it. */
  stop: async (tx: Tx, id: string): Promise<PickStop | undefined> =>
    (
      await tx.execute<PickStop>(sql`
        select p.id, p.list_id as "listId", t.number as "listNumber", t.state, p.order_id as "orderId",
          p.order_line_id as "orderLineId", p.reservation_id as "reservationId", p.sku_id as "skuId", t.warehouse_id as "warehouseId",
          k.item_number as "itemNumber", d.lot_tracking <> 'none' as "byLot", ${open}::float8 as open, p.done_by_name as "doneByName"
        from pick_lines p join pick_lists t on t.id = p.list_id join skus k on k.id = p.sku_id
        join products d on d.id = k.product_id where p.id = ${id}`)
    )[0],

  /** Units taken from a stop, with the same units of what is held; false when somebody took them meanwhile. */
  take: async (tx: Tx, id: string, units: number, by: string): Promise<boolean> => {
    const taken = await tx.execute(sql`
      with taken as (
        update pick_lines p set picked = picked + ${units}, done_by_name = ${by}, done_at = now()
        where p.id = ${id} and ${open} >= ${units} returning p.reservation_id)
      update reservations r set picked = r.picked + ${units} from taken
      where r.id = taken.reservation_id and r.state = 'allocated' and r.picked + ${units} <= r.quantity returning 1`);
    return taken.length === 1;
  },

  /** Units that were not found at a stop; false when somebody dealt with them meanwhile. */
  miss: async (
    tx: Tx,
    id: string,
    { units, reason, rest, by }: { units: number; reason: ShortReason; rest: ShortRest; by: string },
  ): Promise<boolean> => {
    const missed = await tx.execute(sql`
      update pick_lines p set short = short + ${units}, short_reason = ${reason}, short_rest = ${rest}, done_by_name = ${by}, done_at = now()
      where p.id = ${id} and ${open} >= ${units} returning 1`);
    return missed.length === 1;
  },

  /** Units that lay picked turn out short: they leave the box, and the stops they came from say so, the latest first. */
  unpack: async (
    tx: Tx,
    reservationId: string,
    { units, reason, rest }: { units: number; reason: ShortReason; rest: ShortRest },
  ): Promise<boolean> => {
    const left = await tx.execute(sql`
      with stops as (
        select id, picked, sum(picked) over (order by done_at desc nulls last, id) - picked as before
        from pick_lines where reservation_id = ${reservationId} and picked > 0),
      missed as (
        update pick_lines p set picked = p.picked - least(s.picked, ${units} - s.before),
          short = p.short + least(s.picked, ${units} - s.before), short_reason = ${reason}, short_rest = ${rest}
        from stops s where s.id = p.id and s.before < ${units} returning least(s.picked, ${units} - s.before) as units)
      update reservations r set picked = r.picked - ${units}
      where r.id = ${reservationId} and r.state = 'allocated' and r.picked >= ${units}
        and (select sum(units) from missed) = ${units} returning 1`);
    return left.length === 1;
  },

  /** Lists of an order ask no more for what is no longer held for it or lies picked; those with nothing left are over. */
  follow: async (tx: Tx, orderId: string): Promise<void> => {
    await tx.execute(sql`
      update pick_lines p set dropped = p.dropped + ${open} - greatest(0, h.units)
      from (select r.id, case when r.state = 'allocated' then r.quantity - r.picked else 0 end as units
            from reservations r where r.order_id = ${orderId}) h
      where h.id = p.reservation_id and p.order_id = ${orderId} and ${open} > greatest(0, h.units)`);
    await endFinished(tx, sql`t.id in (select p.list_id from pick_lines p where p.order_id = ${orderId})`);
  },

  /** Ends the list if nothing on it is open. */
  endFinished: async (tx: Tx, listId: string): Promise<boolean> =>
    (await endFinished(tx, sql`t.id = ${listId}`)).length === 1,

  /** Gives a list up: what is open goes back to wait for another. False when it was over already. */
  cancel: async (tx: Tx, id: string): Promise<boolean> => {
    const [held] = await tx.execute(sql`
      update pick_lists set state = 'cancelled', ended_at = now() where id = ${id} and state = 'open' returning 1`);
    if (!held) return false;
    await tx.execute(
      sql`update pick_lines p set dropped = p.dropped + ${open} where p.list_id = ${id} and ${open} > 0`,
    );
    return true;
  },
};
