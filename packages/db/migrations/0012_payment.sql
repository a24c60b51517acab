ALTER TABLE "inbound_notices" ADD COLUMN "subject" text;--> statement-breakpoint
ALTER TABLE "refund_attempts" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "inbound_notices_subject" ON "inbound_notices" USING btree ("channel","subject");--> statement-breakpoint
CREATE INDEX "payment_attempts_unsettled" ON "payment_attempts" USING btree ("created_at") WHERE "payment_attempts"."settled_at" is null;--> statement-breakpoint
-- Money that came through a gateway for an order that ended without goods has been asked back.
create view inv_10_ended_orders as
  select o.id, o.number, o.approval, o.paid_amount, o.refunded_amount from orders o
  where o.approval in ('cancelled', 'rejected') and o.paid_amount > o.refunded_amount
    and exists (select 1 from payment_attempts a where a.order_id = o.id and a.state = 'captured');
--> statement-breakpoint
-- What an order says was given back through a gateway stands in attempts to give it back, to the cent.
create view inv_10_refunds_asked as
  select a.order_id, a.channel, coalesce(sum(r.amount), 0) as asked, (
    select coalesce(sum(p.amount), 0) from payments p
    where p.order_id = a.order_id and p.kind = 'refund' and p.method = a.channel) as recorded
  from payment_attempts a left join refund_attempts r on r.attempt_id = a.id
  where a.state = 'captured' group by a.order_id, a.channel
  having coalesce(sum(r.amount), 0) <> (select coalesce(sum(p.amount), 0) from payments p
    where p.order_id = a.order_id and p.kind = 'refund' and p.method = a.channel);
