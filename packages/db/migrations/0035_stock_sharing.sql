CREATE TABLE "stock_sharing" (
	"id" uuid PRIMARY KEY NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"party" text NOT NULL,
	"group_id" uuid,
	"all_goods" boolean NOT NULL,
	"quota" bigint,
	"quota_from" date,
	"quota_until" date,
	"cap" bigint,
	"share_bp" integer,
	"buffer" bigint DEFAULT 0 NOT NULL,
	"breaks_quotas" boolean DEFAULT false NOT NULL,
	"counted_since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "stock_sharing_party" CHECK (("stock_sharing"."group_id" is null and "stock_sharing"."party" like 'channel:%') or "stock_sharing"."party" = 'group:' || "stock_sharing"."group_id"::text),
	CONSTRAINT "stock_sharing_figures" CHECK ("stock_sharing"."quota" > 0 and "stock_sharing"."cap" >= 0 and "stock_sharing"."share_bp" between 0 and 10000 and "stock_sharing"."buffer" >= 0 and "stock_sharing"."quota_from" <= "stock_sharing"."quota_until")
);
--> statement-breakpoint
CREATE TABLE "stock_sharing_goods" (
	"rule_id" uuid NOT NULL,
	"sku_id" uuid NOT NULL,
	CONSTRAINT "stock_sharing_goods_rule_id_sku_id_pk" PRIMARY KEY("rule_id","sku_id")
);
--> statement-breakpoint
ALTER TABLE "stock_sharing" ADD CONSTRAINT "stock_sharing_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_sharing" ADD CONSTRAINT "stock_sharing_group_id_customer_groups_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."customer_groups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_sharing_goods" ADD CONSTRAINT "stock_sharing_goods_rule_id_stock_sharing_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."stock_sharing"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_sharing_goods" ADD CONSTRAINT "stock_sharing_goods_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "stock_sharing_warehouse" ON "stock_sharing" USING btree ("warehouse_id");--> statement-breakpoint
CREATE INDEX "stock_sharing_group" ON "stock_sharing" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "stock_sharing_goods_sku" ON "stock_sharing_goods" USING btree ("sku_id");
--> statement-breakpoint
-- What everybody's orders go by is kept in memory: a changed rule is told like a change of the catalogue.
create trigger catalogue_inserted after insert on stock_sharing referencing new table as changed for each statement execute function log_catalogue_change('sharing', 'id');
--> statement-breakpoint
create trigger catalogue_updated after update on stock_sharing referencing new table as changed for each statement execute function log_catalogue_change('sharing', 'id');
--> statement-breakpoint
create trigger catalogue_deleted after delete on stock_sharing referencing old table as changed for each statement execute function log_catalogue_change('sharing', 'id');
