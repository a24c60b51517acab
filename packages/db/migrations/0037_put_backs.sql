CREATE TABLE "put_backs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"sku_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"units" bigint NOT NULL,
	"lots" jsonb,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp (3) with time zone,
	"done_by_name" text,
	CONSTRAINT "put_backs_units" CHECK ("put_backs"."units" > 0)
);
--> statement-breakpoint
ALTER TABLE "put_backs" ADD CONSTRAINT "put_backs_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "put_backs" ADD CONSTRAINT "put_backs_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "put_backs" ADD CONSTRAINT "put_backs_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "put_backs_open" ON "put_backs" USING btree ("created_at") WHERE "put_backs"."done_at" is null;--> statement-breakpoint
CREATE INDEX "put_backs_order" ON "put_backs" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "put_backs_sku" ON "put_backs" USING btree ("sku_id");--> statement-breakpoint
CREATE INDEX "put_backs_warehouse" ON "put_backs" USING btree ("warehouse_id");