create sequence return_numbers start 100001;
--> statement-breakpoint
create trigger append_only before update or delete on balance_entries for each statement execute function refuse_change();
--> statement-breakpoint
create trigger append_only before update or delete on point_entries for each statement execute function refuse_change();
--> statement-breakpoint
-- Money that a gateway has taken stands in exactly one receipt of its order, of the same amount.
create view inv_10_gateway_payments as
  select a.id, a.channel, a.number, a.transaction, a.amount, a.order_id, count(p.id) as receipts from payment_attempts a
  left join payments p on p.order_id = a.order_id and p.kind = 'receipt' and p.method = a.channel and p.reference = a.number and p.amount = a.amount
  where a.state = 'captured' group by a.id having count(p.id) <> 1
  union all
  select null, p.method, p.reference, null, p.amount, p.order_id, 0 from payments p
  where p.method in ('wechat', 'alipay') and p.kind = 'receipt' and p.recorded_by <> 'import'
    and exists (select 1 from payment_attempts a where a.order_id = p.order_id)
    and not exists (select 1 from payment_attempts a where a.order_id = p.order_id and a.number = p.reference and a.state = 'captured');
--> statement-breakpoint
create view inv_10_refunds as
  select a.id, a.number, a.amount, sum(r.amount) as refunded from payment_attempts a join refund_attempts r on r.attempt_id = a.id
  where r.state <> 'failed' group by a.id having sum(r.amount) > a.amount;
--> statement-breakpoint
create view inv_14_balances as
  select b.company_id, b.balance, coalesce(e.amount, 0) as ledger from balance_accounts b
  left join (select company_id, sum(amount) as amount from balance_entries group by 1) e using (company_id)
  where b.balance <> coalesce(e.amount, 0);
--> statement-breakpoint
create view inv_15_coupons as
  select c.id, c.state, c.order_id, o.approval from coupons c join orders o on o.id = c.order_id
  join coupon_templates t on t.id = c.template_id
  where o.approval in ('cancelled', 'rejected') and not (c.state = 'used' and t.keep_on_cancel)
  union all
  select t.id, 'issued', null, count(c.id)::text from coupon_templates t left join coupons c on c.template_id = t.id
  group by t.id having t.issued <> count(c.id);
--> statement-breakpoint
create view inv_15_promotion_uses as
  select c.promotion_id, c.scope, c.uses, c.amount, count(u.order_id) as counted, coalesce(sum(u.amount), 0) as summed
  from promotion_counters c
  left join promotion_uses u on u.promotion_id = c.promotion_id and u.state <> 'released' and (c.scope = 'all' or c.scope = u.company_id::text)
  group by c.promotion_id, c.scope, c.uses, c.amount
  having c.uses <> count(u.order_id) or c.amount <> coalesce(sum(u.amount), 0);
--> statement-breakpoint
create view inv_04_returns as
  select l.id as order_line_id, l.order_id, l.shipped, l.returned, coalesce(sum(r.received), 0) as received
  from order_lines l
  join return_lines r on r.order_line_id = l.id
  join returns t on t.id = r.return_id
  group by l.id
  having coalesce(sum(r.received) filter (where t.state not in ('rejected', 'cancelled')), 0) <> l.returned;
