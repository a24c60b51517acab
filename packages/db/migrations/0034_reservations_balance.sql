ALTER TABLE "reservations" DROP CONSTRAINT "reservations_sku_id_skus_id_fk";
--> statement-breakpoint
ALTER TABLE "reservations" DROP CONSTRAINT "reservations_warehouse_id_warehouses_id_fk";
--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_balance" FOREIGN KEY ("sku_id","warehouse_id") REFERENCES "public"."stock"("sku_id","warehouse_id") ON DELETE no action ON UPDATE no action;