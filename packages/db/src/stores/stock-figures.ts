import { type SQL, sql } from 'drizzle-orm';

/** Units of a balance, a row of `stock` called so, that nobody was promised: the domain's `unpromised` in SQL. */
export const unpromisedUnits = (balance = 's'): SQL =>
  sql.raw(`(${balance}.on_hand - ${balance}.reserved - ${balance}.allocated)`);

/** The shop's day at the beginning of the transaction. */
export const shopDay: SQL = sql`(now() at time zone coalesce((select time_zone from shop), 'Asia/Shanghai'))::date`;

/** Units on the shelf of lots that have ended by now, of a balance `s`: until the worker sets them aside nobody may be promised them. */
export const endedUnits: SQL = sql`coalesce((
  select sum(greatest(0, i.on_hand - coalesce((
    select sum(b.units) from picked_lots b join reservations r on r.id = b.reservation_id
    where b.lot_id = l.id and r.warehouse_id = i.warehouse_id), 0)))
  from lots l join lot_stock i on i.lot_id = l.id and i.warehouse_id = s.warehouse_id
  where l.sku_id = s.sku_id and l.expires_on < ${shopDay}), 0)`;
