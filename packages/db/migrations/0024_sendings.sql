DROP INDEX "sendings_waiting";--> statement-breakpoint
ALTER TABLE "sendings" ADD COLUMN "person_type" text DEFAULT 'buyer' NOT NULL;--> statement-breakpoint
ALTER TABLE "sendings" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "sendings" ADD COLUMN "due_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
CREATE INDEX "sendings_created" ON "sendings" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "sendings_waiting" ON "sendings" USING btree ("due_at") WHERE "sendings"."state" = 'waiting';