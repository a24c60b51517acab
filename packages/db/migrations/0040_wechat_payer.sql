ALTER TABLE "buyer_sessions" ADD COLUMN "payer_state" text;--> statement-breakpoint
ALTER TABLE "buyer_sessions" ADD COLUMN "payer_state_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "buyer_sessions" ADD COLUMN "payer" text;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD COLUMN "payer" text;