ALTER TABLE "pictures" ADD COLUMN "original" text;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "original_width" integer;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "crop" jsonb;--> statement-breakpoint
CREATE INDEX "products_publish_at" ON "products" USING btree ("publish_at") WHERE "products"."publish_at" is not null;--> statement-breakpoint
CREATE INDEX "products_withdraw_at" ON "products" USING btree ("withdraw_at") WHERE "products"."withdraw_at" is not null;