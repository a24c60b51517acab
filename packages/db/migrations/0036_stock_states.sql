-- Figures that were kept without the number are made anew.
DELETE FROM "stock_totals_state";--> statement-breakpoint
ALTER TABLE "stock_totals_state" ADD COLUMN "active" bigint NOT NULL;--> statement-breakpoint
CREATE INDEX "skus_withdrawn" ON "skus" USING btree ("id") WHERE "skus"."status" <> 'active';
--> statement-breakpoint
-- Deleted goods leave no mark: they take themselves off the number.
create function uncount_deleted_goods() returns trigger language plpgsql as $$
begin
  update stock_totals_state set active = active - n
  from (select count(*) as n from gone where active and scope = '00000000-0000-0000-0000-000000000000') g where n > 0;
  return null;
end $$;
--> statement-breakpoint
create trigger stock_totals_uncounted after delete on stock_totals referencing old table as gone for each statement execute function uncount_deleted_goods();
