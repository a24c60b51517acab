-- Units of lots that have ended are never free: they are set aside when the day turns, and when promises are given up. What nobody
-- was promised while ended units lie there would be sold. The work has a quarter of an hour from the turn of the shop's day.
create view inv_38_ended_lots as
  select l.sku_id, s.warehouse_id, s.lot_id, s.on_hand - coalesce(b.units, 0) as ended, k.on_hand - k.reserved - k.allocated as free
  from lots l join lot_stock s on s.lot_id = l.id join stock k on k.sku_id = l.sku_id and k.warehouse_id = s.warehouse_id
  left join (select p.lot_id, r.warehouse_id, sum(p.units) as units from picked_lots p join reservations r on r.id = p.reservation_id group by 1, 2) b
    on b.lot_id = s.lot_id and b.warehouse_id = s.warehouse_id
  where l.expires_on < ((now() - interval '15 minutes') at time zone coalesce((select time_zone from shop), 'Asia/Shanghai'))::date
    and s.on_hand > coalesce(b.units, 0) and k.on_hand > k.reserved + k.allocated;
