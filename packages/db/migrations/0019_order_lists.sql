CREATE TABLE "order_tallies" (
	"display_status" text NOT NULL,
	"orders" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "notifications_person";--> statement-breakpoint
DROP INDEX "jobs_owner";--> statement-breakpoint
DROP INDEX "orders_company_placed";--> statement-breakpoint
DROP INDEX "orders_placed";--> statement-breakpoint
DROP INDEX "orders_status_placed";--> statement-breakpoint
DROP INDEX "returns_company";--> statement-breakpoint
DROP INDEX "searches_buyer";--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("person_type","person_id","at");--> statement-breakpoint
CREATE INDEX "jobs_owner" ON "jobs" USING btree ("owner_type","owner_id","created_at");--> statement-breakpoint
CREATE INDEX "orders_company_placed" ON "orders" USING btree ("company_id","placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_placed" ON "orders" USING btree ("placed_at","id");--> statement-breakpoint
CREATE INDEX "orders_status_placed" ON "orders" USING btree ("display_status","placed_at","id");--> statement-breakpoint
CREATE INDEX "returns_company" ON "returns" USING btree ("company_id","requested_at");--> statement-breakpoint
CREATE INDEX "searches_buyer" ON "searches" USING btree ("buyer_id","at");
--> statement-breakpoint
create function tally_order() returns trigger language plpgsql as $$
begin
  if tg_op <> 'INSERT' then insert into order_tallies (display_status, orders) values (old.display_status, -1); end if;
  if tg_op <> 'DELETE' then insert into order_tallies (display_status, orders) values (new.display_status, 1); end if;
  return null;
end $$;
--> statement-breakpoint
create trigger orders_tallied after insert or delete on orders for each row execute function tally_order();
--> statement-breakpoint
create trigger orders_retallied after update of display_status on orders for each row
  when (old.display_status is distinct from new.display_status) execute function tally_order();
--> statement-breakpoint
insert into order_tallies (display_status, orders) select display_status, count(*) from orders group by display_status;
--> statement-breakpoint
create view inv_25_order_tallies as
  select display_status, coalesce(t.orders, 0) as told, coalesce(o.orders, 0) as counted
  from (select display_status, sum(orders) as orders from order_tallies group by display_status) t
  full join (select display_status, count(*) as orders from orders group by display_status) o using (display_status)
  where coalesce(t.orders, 0) <> coalesce(o.orders, 0);
--> statement-breakpoint
-- A part of a number, of a purchase order or of a name is found by trigrams where the server has them; without them the
-- same question is answered by looking at every order.
do $$
begin
  create extension if not exists pg_trgm;
  create index orders_number_part on orders using gin (number gin_trgm_ops);
  create index orders_purchase_order_part on orders using gin (purchase_order_number gin_trgm_ops) where purchase_order_number is not null;
  create index companies_name_part on companies using gin (name gin_trgm_ops);
exception when undefined_file or insufficient_privilege or feature_not_supported or undefined_object then
  raise notice 'pg_trgm is not available: orders are searched without it';
end $$;
