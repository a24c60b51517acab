ALTER TABLE "stock_entries" DROP CONSTRAINT "stock_entries_kind";--> statement-breakpoint
ALTER TABLE "stock" ADD COLUMN "quarantine" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stock" ADD COLUMN "in_transit_in" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stock" ADD COLUMN "in_transit_out" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stock_entries" ADD COLUMN "quarantine" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stock_entries" ADD COLUMN "in_transit_in" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stock_entries" ADD COLUMN "in_transit_out" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "stock_entries" ADD COLUMN "counterpart" uuid;--> statement-breakpoint
ALTER TABLE "stock" ADD CONSTRAINT "stock_beside" CHECK ("stock"."quarantine" >= 0 and "stock"."in_transit_in" >= 0 and "stock"."in_transit_out" >= 0);--> statement-breakpoint
-- The ledger in the domain's terms. Its rows are never changed by the product; here their kinds get their names of today and the
-- figures that were not kept before. No sum of a balance changes.
alter table stock_entries disable trigger append_only;
--> statement-breakpoint
update stock_entries set kind = replace(kind, '_', '-') where kind in ('transfer_out', 'transfer_in');
--> statement-breakpoint
-- Goods whose picking was given up went back to the shelf in one entry; in the domain's terms they are promised again, then released.
with undone as (
  update stock_entries set reserved = -allocated where kind = 'deallocate' and reserved = 0
  returning sku_id, warehouse_id, reserved, cause_type, cause_id, actor, reason, at)
insert into stock_entries (sku_id, warehouse_id, kind, reserved, cause_type, cause_id, actor, reason, at)
select sku_id, warehouse_id, 'release', -reserved, cause_type, cause_id, actor, reason, at from undone
on conflict (cause_type, cause_id, kind, sku_id, warehouse_id) do update set reserved = stock_entries.reserved + excluded.reserved;
--> statement-breakpoint
-- Goods that changed warehouses were on their way from one leg to the other.
with pairs as (
  select o.seq as sent, i.seq as came, o.sku_id, o.warehouse_id as origin, i.warehouse_id as target, i.on_hand as units,
         o.cause_type, o.cause_id, o.actor as sender, i.actor as receiver, o.at as sent_at, i.at as came_at
  from stock_entries o join stock_entries i
    on i.cause_type = o.cause_type and i.cause_id = o.cause_id and i.sku_id = o.sku_id and i.kind = 'transfer-in' and i.on_hand = -o.on_hand
  where o.kind = 'transfer-out'),
sent as (
  update stock_entries e set in_transit_out = p.units, counterpart = p.target from pairs p where e.seq = p.sent),
came as (
  update stock_entries e set in_transit_in = -p.units, counterpart = p.origin from pairs p where e.seq = p.came)
insert into stock_entries (sku_id, warehouse_id, kind, in_transit_in, in_transit_out, counterpart, cause_type, cause_id, actor, at)
select sku_id, target, 'transfer-out', units, 0, origin, cause_type, cause_id, sender, sent_at from pairs
union all
select sku_id, origin, 'transfer-in', 0, -units, target, cause_type, cause_id, receiver, came_at from pairs;
--> statement-breakpoint
alter table stock_entries enable trigger append_only;
--> statement-breakpoint
ALTER TABLE "stock_entries" ADD CONSTRAINT "stock_entries_kind" CHECK ("stock_entries"."kind" in ('receive', 'reserve', 'release', 'allocate', 'deallocate', 'ship', 'return', 'adjust', 'transfer-out', 'transfer-in', 'transfer-loss', 'count', 'quarantine', 'restock', 'scrap'));--> statement-breakpoint
drop view inv_01_stock_balance;
--> statement-breakpoint
create view inv_01_stock_balance as
  select s.sku_id, s.warehouse_id, s.on_hand, s.reserved, s.allocated, s.quarantine, s.in_transit_in, s.in_transit_out,
         coalesce(e.on_hand, 0) as ledger_on_hand, coalesce(e.reserved, 0) as ledger_reserved, coalesce(e.allocated, 0) as ledger_allocated,
         coalesce(e.quarantine, 0) as ledger_quarantine, coalesce(e.in_transit_in, 0) as ledger_in_transit_in,
         coalesce(e.in_transit_out, 0) as ledger_in_transit_out
  from stock s
  left join (select sku_id, warehouse_id, sum(on_hand) as on_hand, sum(reserved) as reserved, sum(allocated) as allocated,
                    sum(quarantine) as quarantine, sum(in_transit_in) as in_transit_in, sum(in_transit_out) as in_transit_out
             from stock_entries group by 1, 2) e using (sku_id, warehouse_id)
  where (s.on_hand, s.reserved, s.allocated, s.quarantine, s.in_transit_in, s.in_transit_out)
     <> (coalesce(e.on_hand, 0), coalesce(e.reserved, 0), coalesce(e.allocated, 0), coalesce(e.quarantine, 0),
         coalesce(e.in_transit_in, 0), coalesce(e.in_transit_out, 0));
--> statement-breakpoint
drop view inv_06_transfers;
--> statement-breakpoint
-- What left one warehouse has come to the other, is on its way for both, or was written off as lost. The receipts of a transfer
-- are causes `<transfer>:<number>`.
create view inv_06_transfers as
  select split_part(cause_id, ':', 1) as transfer, sku_id, sum(on_hand) as on_hand, sum(in_transit_in) as coming, sum(in_transit_out) as going,
         coalesce(-sum(in_transit_in) filter (where kind = 'transfer-loss'), 0) as lost
  from stock_entries where kind in ('transfer-out', 'transfer-in', 'transfer-loss')
  group by 1, 2
  having sum(in_transit_in) <> sum(in_transit_out) or sum(in_transit_in) < 0
      or sum(on_hand) + sum(in_transit_in) + coalesce(-sum(in_transit_in) filter (where kind = 'transfer-loss'), 0) <> 0;
