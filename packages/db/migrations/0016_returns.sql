ALTER TABLE "return_pictures" ADD COLUMN "widths" integer[] NOT NULL;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "answer" text;--> statement-breakpoint
ALTER TABLE "returns" ADD COLUMN "credit_note" text;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "returns_credit_note" ON "returns" USING btree ("credit_note");--> statement-breakpoint
CREATE INDEX "returns_warehouse" ON "returns" USING btree ("warehouse_id");--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_reason" CHECK ("returns"."reason" in ('wrong-item', 'damaged', 'defective', 'not-as-described', 'not-needed', 'other'));--> statement-breakpoint
create sequence credit_note_numbers start 100001;
--> statement-breakpoint
-- Goods that came back are counted once: what the returns of a line received is what the line says, never more than was sent.
create or replace view inv_04_returns as
  select l.id as order_line_id, l.order_id, l.shipped, l.returned, coalesce(sum(r.received), 0) as received
  from order_lines l
  join return_lines r on r.order_line_id = l.id
  join returns t on t.id = r.return_id
  group by l.id
  having coalesce(sum(r.received) filter (where t.state not in ('rejected', 'cancelled')), 0) <> l.returned
      or l.returned > l.shipped
      or coalesce(sum(coalesce(r.received, r.quantity)) filter (where t.state not in ('rejected', 'cancelled')), 0) > l.delivered
      or coalesce(sum(r.received) filter (where t.state = 'refunded'), 0) <> l.refunded;
--> statement-breakpoint
-- A refund is granted once: the order's figure is the sum of its returns, each with its steps, its number and its split.
create view inv_11_returns as
  select o.id, o.number, o.granted_amount, coalesce(sum(t.granted), 0) as granted, o.total_amount
  from orders o join returns t on t.order_id = o.id
  group by o.id
  having coalesce(sum(t.granted), 0) <> o.granted_amount or o.granted_amount > o.total_amount
  union all
  select t.order_id, t.number, t.granted, (select sum((step->>'amount')::bigint) from jsonb_array_elements(t.payout->'steps') step), null
  from returns t
  where t.state = 'refunded' and (
    t.payout is null or (t.granted > 0) <> (t.credit_note is not null)
    or t.granted <> coalesce((select sum((step->>'amount')::bigint) from jsonb_array_elements(t.payout->'steps') step), 0)
    or t.granted <> (t.payout->>'setOff')::bigint
       + coalesce((select sum((part->>'amount')::bigint) from jsonb_array_elements(t.payout->'paidBack') part), 0))
  union all
  select t.order_id, t.number, t.granted, 0, null from returns t
  where t.state <> 'refunded' and (t.granted <> 0 or t.payout is not null or t.credit_note is not null)
     or (t.state = 'replaced') <> (t.replacement_id is not null);
--> statement-breakpoint
-- Money never leaves an order beyond what came in, and after a return no order keeps more than it costs.
create view inv_11_kept_money as
  select o.id, o.number, o.total_amount, o.granted_amount, o.paid_amount, o.refunded_amount from orders o
  where o.source is null and o.refunded_amount > o.paid_amount
     or exists (select 1 from returns t where t.order_id = o.id and t.state = 'refunded')
        and o.paid_amount - o.refunded_amount > o.total_amount - o.granted_amount;
--> statement-breakpoint
-- Every unit that was inspected stands in the stock ledger once: good ones on the shelf, damaged ones in quarantine.
create view inv_06_restocked as
  select * from (
    select t.id, t.number, sum(coalesce(l.good, 0)) as good, sum(coalesce(l.damaged, 0)) as damaged,
           (select coalesce(sum(e.on_hand), 0) from stock_entries e where e.kind = 'return' and e.cause_type = 'return-good'
              and e.cause_id = t.order_id || ':' || v.version) as shelved,
           (select coalesce(sum(e.quarantine), 0) from stock_entries e where e.kind = 'return' and e.cause_type = 'return-damaged'
              and e.cause_id = t.order_id || ':' || v.version) as quarantined
    from returns t
    join return_lines l on l.return_id = t.id
    join order_events v on v.order_id = t.order_id and v.action = 'inspect-return' and v.facts->>'subjectId' = t.id::text
    group by t.id, v.version) inspected
  where good <> shelved or damaged <> quarantined;
--> statement-breakpoint
-- An order on account charges the limit once, unless a balance paid all of it; it holds exactly what it still owes.
create or replace view inv_13_credit_orders as
  select o.id, o.number, o.approval, o.payment_terms, coalesce(sum(e.amount) filter (where e.kind = 'charge'), 0) as charged,
         coalesce(sum(e.amount), 0) as open
  from orders o left join credit_entries e on e.order_id = o.id
  where o.payment_terms = 'terms' and o.source is null
  group by o.id
  having (o.approval in ('cancelled', 'rejected') and coalesce(sum(e.amount), 0) <> 0)
      or (o.approval not in ('cancelled', 'rejected')
          and coalesce(sum(e.amount), 0) <> greatest(0, o.total_amount - o.granted_amount - o.paid_amount + o.refunded_amount))
      or count(*) filter (where e.kind = 'charge') > 1
      or (count(*) filter (where e.kind = 'charge') = 0
          and o.total_amount > (select coalesce(sum(p.amount), 0) from payments p where p.order_id = o.id and p.kind = 'receipt' and p.method = 'balance'));
