CREATE TABLE "joined_carts" (
	"buyer_id" uuid PRIMARY KEY NOT NULL,
	"cart_id" uuid NOT NULL,
	"joined_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cart_lines" ADD COLUMN "added_by" uuid;--> statement-breakpoint
ALTER TABLE "joined_carts" ADD CONSTRAINT "joined_carts_buyer_id_buyers_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."buyers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "joined_carts" ADD CONSTRAINT "joined_carts_cart_id_carts_id_fk" FOREIGN KEY ("cart_id") REFERENCES "public"."carts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "joined_carts_cart" ON "joined_carts" USING btree ("cart_id");--> statement-breakpoint
-- Lines until now were put in by the cart's owner, and only he has looked.
UPDATE "cart_lines" SET "added_by" = c."buyer_id" FROM "carts" c WHERE c."id" = "cart_id" AND c."state" = 'open';--> statement-breakpoint
UPDATE "carts" SET "seen" = jsonb_build_object("buyer_id", "seen") WHERE "seen" IS NOT NULL;
