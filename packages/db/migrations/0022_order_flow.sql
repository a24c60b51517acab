CREATE TABLE "order_flow" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"event" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"outcome" jsonb,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"done_at" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "order_flow" ADD CONSTRAINT "order_flow_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "order_flow_waiting" ON "order_flow" USING btree ("at") WHERE "order_flow"."done_at" is null;--> statement-breakpoint
CREATE INDEX "order_flow_order" ON "order_flow" USING btree ("order_id");