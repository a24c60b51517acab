ALTER TABLE "stock" ADD COLUMN "is_low" boolean GENERATED ALWAYS AS (on_hand - reserved - allocated < safety) STORED NOT NULL;--> statement-breakpoint
ALTER TABLE "stock" ADD COLUMN "is_out" boolean GENERATED ALWAYS AS (on_hand - reserved - allocated <= 0) STORED NOT NULL;--> statement-breakpoint
CREATE INDEX "stock_low" ON "stock" USING btree ("sku_id","warehouse_id") WHERE "stock"."is_low";--> statement-breakpoint
CREATE INDEX "stock_out" ON "stock" USING btree ("sku_id","warehouse_id") WHERE "stock"."is_out";--> statement-breakpoint
CREATE INDEX "stock_quarantine" ON "stock" USING btree ("sku_id","warehouse_id") WHERE "stock"."quarantine" > 0;--> statement-breakpoint
CREATE INDEX "stock_in_transit" ON "stock" USING btree ("sku_id","warehouse_id") WHERE "stock"."in_transit_in" > 0;