ALTER TABLE "carts" ADD COLUMN "seen" jsonb;--> statement-breakpoint
ALTER TABLE "cart_lines" DROP COLUMN "seen_price_e_4";--> statement-breakpoint
ALTER TABLE "cart_lines" DROP COLUMN "seen_available";