CREATE TABLE "stock_total_marks" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "stock_total_marks_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"sku_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_totals" (
	"scope" uuid NOT NULL,
	"sku_id" uuid NOT NULL,
	"item_number" text NOT NULL,
	"active" boolean NOT NULL,
	"by_on_hand" bigint NOT NULL,
	"by_available" bigint NOT NULL,
	"by_short" bigint NOT NULL,
	CONSTRAINT "stock_totals_sku_id_scope_pk" PRIMARY KEY("sku_id","scope")
);
--> statement-breakpoint
CREATE TABLE "stock_totals_state" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"up_to" bigint NOT NULL,
	"scopes" uuid[] NOT NULL,
	CONSTRAINT "stock_totals_state_one" CHECK ("stock_totals_state"."one")
);
--> statement-breakpoint
ALTER TABLE "stock_totals" ADD CONSTRAINT "stock_totals_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stock_totals_on_hand" ON "stock_totals" USING btree ("scope","by_on_hand","item_number","sku_id","active");--> statement-breakpoint
CREATE INDEX "stock_totals_available" ON "stock_totals" USING btree ("scope","by_available","item_number","sku_id","active");--> statement-breakpoint
CREATE INDEX "stock_totals_short" ON "stock_totals" USING btree ("scope","by_short","item_number","sku_id","active");
--> statement-breakpoint
-- What the ledger does not tell of goods. No trigger of these fires when stock moves: the columns that a placement sets are none of theirs.
create function mark_new_goods() returns trigger language plpgsql as $$
begin
  insert into stock_total_marks (sku_id) select id from made;
  return null;
end $$;
--> statement-breakpoint
create function mark_changed_goods() returns trigger language plpgsql as $$
begin
  insert into stock_total_marks (sku_id) values (case tg_table_name when 'stock' then (to_jsonb(new)->>'sku_id')::uuid else (to_jsonb(new)->>'id')::uuid end);
  return null;
end $$;
--> statement-breakpoint
create trigger skus_marked_new after insert on skus referencing new table as made for each statement execute function mark_new_goods();
--> statement-breakpoint
create trigger skus_marked_changed after update of item_number, status on skus for each row
  when ((old.item_number, old.status) is distinct from (new.item_number, new.status)) execute function mark_changed_goods();
--> statement-breakpoint
create trigger stock_marked_safety after update of safety on stock for each row
  when (old.safety is distinct from new.safety) execute function mark_changed_goods();
