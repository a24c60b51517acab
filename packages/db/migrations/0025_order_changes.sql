-- An order on account charges the limit once and once more for each change that made it dearer, unless a balance paid all
-- of it; it holds exactly what it still owes.
create or replace view inv_13_credit_orders as
  select o.id, o.number, o.approval, o.payment_terms, coalesce(sum(e.amount) filter (where e.kind = 'charge'), 0) as charged,
         coalesce(sum(e.amount), 0) as open
  from orders o left join credit_entries e on e.order_id = o.id
  where o.payment_terms = 'terms' and o.source is null
  group by o.id
  having (o.approval in ('cancelled', 'rejected') and coalesce(sum(e.amount), 0) <> 0)
      or (o.approval not in ('cancelled', 'rejected')
          and coalesce(sum(e.amount), 0) <> greatest(0, o.total_amount - o.granted_amount - o.paid_amount + o.refunded_amount))
      or count(*) filter (where e.kind = 'charge')
         > 1 + (select count(*) from order_events v where v.order_id = o.id and v.action = 'edit')
      or (count(*) filter (where e.kind = 'charge') = 0
          and o.total_amount > (select coalesce(sum(p.amount), 0) from payments p where p.order_id = o.id and p.kind = 'receipt' and p.method = 'balance'));
