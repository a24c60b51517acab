ALTER TABLE "orders" ADD COLUMN "granted_amount" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_granted_within_total" CHECK ("orders"."granted_amount" >= 0 and "orders"."granted_amount" <= "orders"."total_amount");--> statement-breakpoint
create or replace view inv_09_payments as
  select o.id, o.number, o.paid_amount, o.refunded_amount, coalesce(p.received, 0) as received, coalesce(p.refunded, 0) as refunded, o.payment_status
  from orders o
  left join (select order_id, sum(amount) filter (where kind = 'receipt') as received, sum(amount) filter (where kind = 'refund') as refunded
             from payments group by 1) p on p.order_id = o.id
  where o.paid_amount <> coalesce(p.received, 0) or o.refunded_amount <> coalesce(p.refunded, 0)
     or o.refunded_amount > o.paid_amount
     or (o.payment_status = 'paid' and o.approval not in ('cancelled', 'rejected') and o.paid_amount - o.refunded_amount <> o.total_amount - o.granted_amount);
