-- Document numbers come from sequences: unique, rising, with gaps where a placement was rolled back.
create sequence order_numbers start 100001;
--> statement-breakpoint
create sequence shipment_numbers start 100001;
--> statement-breakpoint
-- Ledgers and histories are append-only for every role: a correction is a reversing row.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;
--> statement-breakpoint
create trigger append_only before update or delete on stock_entries for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete on credit_entries for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete on order_events for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete on audit_log for each statement execute function refuse_change();
--> statement-breakpoint
-- Each view lists what must not be; an empty view is a kept promise. `doctor` prints the first row of each that is not empty.
create view inv_01_stock_balance as
  select s.sku_id, s.warehouse_id, s.on_hand, s.reserved, s.allocated,
         coalesce(e.on_hand, 0) as ledger_on_hand, coalesce(e.reserved, 0) as ledger_reserved, coalesce(e.allocated, 0) as ledger_allocated
  from stock s
  left join (select sku_id, warehouse_id, sum(on_hand) as on_hand, sum(reserved) as reserved, sum(allocated) as allocated
             from stock_entries group by 1, 2) e using (sku_id, warehouse_id)
  where s.on_hand <> coalesce(e.on_hand, 0) or s.reserved <> coalesce(e.reserved, 0) or s.allocated <> coalesce(e.allocated, 0);
--> statement-breakpoint
create view inv_02_reservations as
  select s.sku_id, s.warehouse_id, s.reserved, s.allocated, coalesce(r.reserved, 0) as held_reserved, coalesce(r.allocated, 0) as held_allocated
  from stock s
  left join (select sku_id, warehouse_id, sum(quantity) filter (where state = 'reserved') as reserved,
                    sum(quantity) filter (where state = 'allocated') as allocated
             from reservations group by 1, 2) r using (sku_id, warehouse_id)
  where s.reserved <> coalesce(r.reserved, 0) or s.allocated <> coalesce(r.allocated, 0)
     or s.reserved < 0 or s.reserved + s.allocated > s.on_hand;
--> statement-breakpoint
create view inv_03_stock_causes as
  select cause_type, cause_id, kind, sku_id, warehouse_id, count(*) as entries from stock_entries
  group by 1, 2, 3, 4, 5 having count(*) > 1 or cause_type = '' or cause_id = '';
--> statement-breakpoint
create view inv_04_line_quantities as
  select l.order_id, l.id as order_line_id, l.quantity, l.cancelled, l.shipped, l.returned, coalesce(r.held, 0) as held, o.approval
  from order_lines l
  join orders o on o.id = l.order_id
  left join (select order_line_id, sum(quantity) as held from reservations where state in ('reserved', 'allocated') group by 1) r
    on r.order_line_id = l.id
  where l.returned > l.shipped
     or (o.source is null and l.quantity <> coalesce(r.held, 0) + l.shipped + l.cancelled);
--> statement-breakpoint
create view inv_05_ended_reservations as
  select r.id, r.order_id, r.state, r.quantity, o.approval from reservations r join orders o on o.id = r.order_id
  where r.state in ('reserved', 'allocated') and r.quantity > 0 and o.approval in ('cancelled', 'rejected', 'closed');
--> statement-breakpoint
create view inv_06_transfers as
  select cause_id, sku_id, sum(on_hand) as rest from stock_entries where kind in ('transfer_out', 'transfer_in')
  group by 1, 2 having sum(on_hand) <> 0;
--> statement-breakpoint
create view inv_08_order_amounts as
  select o.id, o.number, o.goods_amount, o.discount_amount, o.shipping_amount, o.tax_amount, o.total_amount,
         sum(l.gross_amount) as lines_gross, sum(l.discount_amount) as lines_discount, sum(l.tax_amount) as lines_tax
  from orders o join order_lines l on l.order_id = o.id
  group by o.id
  having o.goods_amount <> sum(l.gross_amount) or o.discount_amount <> sum(l.discount_amount)
      or o.total_amount <> sum(l.net_amount) + o.shipping_amount;
--> statement-breakpoint
create view inv_09_payments as
  select o.id, o.number, o.paid_amount, o.refunded_amount, coalesce(p.received, 0) as received, coalesce(p.refunded, 0) as refunded, o.payment_status
  from orders o
  left join (select order_id, sum(amount) filter (where kind = 'receipt') as received, sum(amount) filter (where kind = 'refund') as refunded
             from payments group by 1) p on p.order_id = o.id
  where o.paid_amount <> coalesce(p.received, 0) or o.refunded_amount <> coalesce(p.refunded, 0)
     or o.refunded_amount > o.paid_amount
     or (o.payment_status = 'paid' and o.paid_amount - o.refunded_amount < o.total_amount - o.refunded_amount);
--> statement-breakpoint
create view inv_12_credit_used as
  select a.company_id, a.used, a.credit_limit, coalesce(e.used, 0) as ledger_used
  from credit_accounts a
  left join (select company_id, sum(amount) as used from credit_entries group by 1) e using (company_id)
  where a.used <> coalesce(e.used, 0);
--> statement-breakpoint
create view inv_13_credit_orders as
  select o.id, o.number, o.approval, o.payment_terms, coalesce(sum(e.amount) filter (where e.kind = 'charge'), 0) as charged,
         coalesce(sum(e.amount), 0) as open
  from orders o left join credit_entries e on e.order_id = o.id
  where o.payment_terms = 'terms' and o.source is null
  group by o.id
  having (o.approval in ('cancelled', 'rejected') and coalesce(sum(e.amount), 0) <> 0)
      or count(*) filter (where e.kind = 'charge') <> 1;
--> statement-breakpoint
create view inv_16_history as
  select o.id, o.number, o.version, o.approval, o.display_status, count(e.id) as events, max(e.version) as last_version
  from orders o left join order_events e on e.order_id = o.id
  group by o.id
  having count(e.id) <> o.version or max(e.version) <> o.version
      or not exists (select 1 from order_events l where l.order_id = o.id and l.version = o.version
                     and l.to_approval = o.approval and l.display_status = o.display_status);
--> statement-breakpoint
create view inv_17_duplicates as
  select 'order number' as what, number as value, count(*) as times from orders group by number having count(*) > 1
  union all
  select 'cart', cart_id::text, count(*) from orders where cart_id is not null group by cart_id having count(*) > 1;
--> statement-breakpoint
create view inv_18_half_written as
  select o.id, o.number from orders o
  where not exists (select 1 from order_lines l where l.order_id = o.id)
     or o.address = '{}'::jsonb or o.trace is null;
--> statement-breakpoint
create view inv_19_outbox as
  select seq, type, aggregate_id, 'undelivered' as problem from outbox where delivered_at is null and attempts < 8 and at < now() - interval '5 minutes'
  union all
  select seq, type, aggregate_id, 'no such order' from outbox b
  where aggregate_type = 'order' and not exists (select 1 from orders o where o.id::text = b.aggregate_id)
  union all
  select null, 'order ' || number, o.id::text, 'a change without its event' from orders o
  where source is null and version <> (select count(*) from outbox b where b.aggregate_type = 'order' and b.aggregate_id = o.id::text);
--> statement-breakpoint
create view inv_21_idempotency as
  select company_id, procedure, key from idempotency_keys where result is null or result = 'null'::jsonb;
--> statement-breakpoint
create view inv_24_sessions as
  select 'staff' as audience, s.user_id, s.id from staff_sessions s join staff u on u.id = s.user_id
  where not u.active or s.id !~ '^[0-9a-f]{64}$'
  union all
  select 'buyer', s.user_id, s.id from buyer_sessions s join buyers u on u.id = s.user_id
  where not u.active or s.id !~ '^[0-9a-f]{64}$'
  union all
  select 'password', id, login from staff where password_hash !~ '^\$argon2id\$v=19\$m=(19456|[2-9][0-9]{4,}|1[0-9]{5,}),t=([2-9]|[1-9][0-9]+),'
  union all
  select 'password', id, login from buyers where password_hash !~ '^\$argon2id\$v=19\$m=(19456|[2-9][0-9]{4,}|1[0-9]{5,}),t=([2-9]|[1-9][0-9]+),';
