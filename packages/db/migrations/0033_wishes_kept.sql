ALTER TABLE "orders" ADD COLUMN "points_asked" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "coupons_asked" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
-- What orders until now wished for is what they used.
UPDATE "orders" SET "points_asked" = "points_used" WHERE "points_used" > 0;
