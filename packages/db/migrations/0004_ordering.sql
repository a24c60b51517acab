CREATE TABLE "consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"buyer_id" uuid NOT NULL,
	"document" text NOT NULL,
	"version" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "delivery_methods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"hint" jsonb,
	"rule" jsonb NOT NULL,
	"tax_rate" text DEFAULT '9' NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "invoice_titles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"kind" text DEFAULT 'ordinary' NOT NULL,
	"title" text NOT NULL,
	"tax_number" text,
	"bank" text,
	"account" text,
	"address" text,
	"phone" text,
	"email" text,
	"is_default" boolean DEFAULT false NOT NULL,
	"archived_at" timestamp (3) with time zone,
	CONSTRAINT "invoice_titles_kind" CHECK ("invoice_titles"."kind" in ('ordinary', 'special'))
);
--> statement-breakpoint
CREATE TABLE "notification_preferences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_type" text NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"channels" text[] NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notifications" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_type" text NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" text NOT NULL,
	"payload" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"cause" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "notifications_person_type" CHECK ("notifications"."person_type" in ('buyer', 'staff'))
);
--> statement-breakpoint
CREATE TABLE "order_attachments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"message_id" uuid,
	"upload_id" uuid NOT NULL,
	"by_type" text NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_messages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"author_type" text NOT NULL,
	"author_id" uuid,
	"author_name" text NOT NULL,
	"text" text NOT NULL,
	"internal" boolean DEFAULT false NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp (3) with time zone,
	CONSTRAINT "order_messages_author" CHECK ("order_messages"."author_type" in ('buyer', 'staff', 'system'))
);
--> statement-breakpoint
CREATE TABLE "sendings" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"template" text NOT NULL,
	"payload" jsonb NOT NULL,
	"cause" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"error" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp (3) with time zone,
	CONSTRAINT "sendings_state" CHECK ("sendings"."channel" in ('mail', 'sms') and "sendings"."state" in ('waiting', 'sent', 'failed', 'unknown'))
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_by" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "coupon_templates" (
	"id" uuid PRIMARY KEY NOT NULL,
	"promotion_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	"validity" jsonb NOT NULL,
	"issue_limit" integer,
	"per_company_limit" integer,
	"issued" integer DEFAULT 0 NOT NULL,
	"keep_on_cancel" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "coupon_templates_kind" CHECK ("coupon_templates"."kind" in ('public', 'personal')),
	CONSTRAINT "coupon_templates_issued" CHECK ("coupon_templates"."issued" >= 0 and ("coupon_templates"."issue_limit" is null or "coupon_templates"."issued" <= "coupon_templates"."issue_limit"))
);
--> statement-breakpoint
CREATE TABLE "coupons" (
	"id" uuid PRIMARY KEY NOT NULL,
	"template_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"state" text DEFAULT 'issued' NOT NULL,
	"order_id" uuid,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"valid_to" timestamp (3) with time zone NOT NULL,
	"issued_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"issued_by" text NOT NULL,
	CONSTRAINT "coupons_state" CHECK ("coupons"."state" in ('issued', 'locked', 'used') and ("coupons"."state" = 'issued') = ("coupons"."order_id" is null))
);
--> statement-breakpoint
CREATE TABLE "point_accounts" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"usable" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "point_entries" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "point_entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" uuid NOT NULL,
	"order_id" uuid,
	"kind" text NOT NULL,
	"points" integer NOT NULL,
	"on" date NOT NULL,
	"event" jsonb NOT NULL,
	"cause_type" text NOT NULL,
	"cause_id" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "promotion_counters" (
	"promotion_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"uses" integer DEFAULT 0 NOT NULL,
	"amount" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "promotion_counters_promotion_id_scope_pk" PRIMARY KEY("promotion_id","scope"),
	CONSTRAINT "promotion_counters_not_negative" CHECK ("promotion_counters"."uses" >= 0 and "promotion_counters"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "promotion_uses" (
	"promotion_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"state" text DEFAULT 'held' NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "promotion_uses_promotion_id_order_id_pk" PRIMARY KEY("promotion_id","order_id"),
	CONSTRAINT "promotion_uses_state" CHECK ("promotion_uses"."state" in ('held', 'committed', 'released'))
);
--> statement-breakpoint
CREATE TABLE "balance_accounts" (
	"company_id" uuid PRIMARY KEY NOT NULL,
	"balance" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "balance_not_negative" CHECK ("balance_accounts"."balance" >= 0)
);
--> statement-breakpoint
CREATE TABLE "balance_entries" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "balance_entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" uuid NOT NULL,
	"order_id" uuid,
	"kind" text NOT NULL,
	"amount" bigint NOT NULL,
	"cause_type" text NOT NULL,
	"cause_id" text NOT NULL,
	"actor" text NOT NULL,
	"note" text,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "balance_entries_kind" CHECK ("balance_entries"."kind" in ('top-up', 'use', 'return', 'adjust', 'pay-out'))
);
--> statement-breakpoint
CREATE TABLE "inbound_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"channel" text NOT NULL,
	"notice_id" text NOT NULL,
	"headers" jsonb NOT NULL,
	"body" text NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"handled_at" timestamp (3) with time zone,
	"outcome" text
);
--> statement-breakpoint
CREATE TABLE "payment_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"channel" text NOT NULL,
	"number" text NOT NULL,
	"transaction" text,
	"amount" bigint NOT NULL,
	"state" text DEFAULT 'started' NOT NULL,
	"invitation" jsonb,
	"error" text,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	"asked_at" timestamp (3) with time zone,
	"started_by" text NOT NULL,
	CONSTRAINT "payment_attempts_channel" CHECK ("payment_attempts"."channel" in ('wechat', 'alipay') and "payment_attempts"."amount" > 0),
	CONSTRAINT "payment_attempts_state" CHECK ("payment_attempts"."state" in ('started', 'unknown', 'captured', 'failed', 'voided'))
);
--> statement-breakpoint
CREATE TABLE "refund_attempts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"attempt_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"number" text NOT NULL,
	"amount" bigint NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"cause_type" text NOT NULL,
	"cause_id" text NOT NULL,
	"transaction" text,
	"error" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "refund_attempts_state" CHECK ("refund_attempts"."state" in ('waiting', 'unknown', 'succeeded', 'failed') and "refund_attempts"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "transfer_vouchers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"order_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"upload_id" uuid NOT NULL,
	"amount" bigint NOT NULL,
	"reference" text,
	"state" text DEFAULT 'submitted' NOT NULL,
	"reason" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	CONSTRAINT "transfer_vouchers_state" CHECK ("transfer_vouchers"."state" in ('submitted', 'accepted', 'rejected') and "transfer_vouchers"."amount" > 0)
);
--> statement-breakpoint
CREATE TABLE "return_lines" (
	"return_id" uuid NOT NULL,
	"order_line_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"received" bigint,
	"good" bigint,
	"damaged" bigint,
	"note" text,
	CONSTRAINT "return_lines_return_id_order_line_id_pk" PRIMARY KEY("return_id","order_line_id"),
	CONSTRAINT "return_lines_quantities" CHECK ("return_lines"."quantity" > 0 and coalesce("return_lines"."received", 0) between 0 and "return_lines"."quantity" and coalesce("return_lines"."good", 0) >= 0 and coalesce("return_lines"."damaged", 0) >= 0 and coalesce("return_lines"."good", 0) + coalesce("return_lines"."damaged", 0) <= coalesce("return_lines"."received", 0))
);
--> statement-breakpoint
CREATE TABLE "return_pictures" (
	"upload_id" uuid PRIMARY KEY NOT NULL,
	"return_id" uuid NOT NULL,
	"stem" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "returns" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"order_id" uuid NOT NULL,
	"company_id" uuid NOT NULL,
	"state" text DEFAULT 'requested' NOT NULL,
	"wish" text NOT NULL,
	"reason" text NOT NULL,
	"comment" text,
	"warehouse_id" uuid,
	"carrier" text,
	"tracking_number" text,
	"granted" bigint DEFAULT 0 NOT NULL,
	"payout" jsonb,
	"replacement_id" uuid,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"settled_at" timestamp (3) with time zone,
	CONSTRAINT "returns_state_known" CHECK ("returns"."state" in ('requested', 'approved', 'sent-back', 'received', 'inspected', 'refunded', 'replaced', 'rejected', 'cancelled')),
	CONSTRAINT "returns_wish" CHECK ("returns"."wish" in ('refund', 'replace') and "returns"."granted" >= 0)
);
--> statement-breakpoint
ALTER TABLE "carts" DROP CONSTRAINT "carts_state";--> statement-breakpoint
DROP INDEX "carts_one_open";--> statement-breakpoint
DROP INDEX "carts_company";--> statement-breakpoint
ALTER TABLE "cart_lines" ADD COLUMN "pack_unit" text;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD COLUMN "seen_price_e_4" bigint;--> statement-breakpoint
ALTER TABLE "cart_lines" ADD COLUMN "seen_available" bigint;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "name" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "shared" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "current" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "coupons" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "points" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "gift_choices" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "carts" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "placed_by_staff_id" uuid;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "delivery_method" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "invoice_title" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "prepay_amount" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "points_used" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "points_amount" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "promotion_names" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "pay_until" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "terms_version" text;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_buyer_id_buyers_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."buyers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_titles" ADD CONSTRAINT "invoice_titles_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_attachments" ADD CONSTRAINT "order_attachments_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_attachments" ADD CONSTRAINT "order_attachments_message_id_order_messages_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."order_messages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_attachments" ADD CONSTRAINT "order_attachments_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_messages" ADD CONSTRAINT "order_messages_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_messages" ADD CONSTRAINT "order_messages_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupon_templates" ADD CONSTRAINT "coupon_templates_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_template_id_coupon_templates_id_fk" FOREIGN KEY ("template_id") REFERENCES "public"."coupon_templates"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "coupons" ADD CONSTRAINT "coupons_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_accounts" ADD CONSTRAINT "point_accounts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_company_id_point_accounts_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."point_accounts"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "point_entries" ADD CONSTRAINT "point_entries_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_counters" ADD CONSTRAINT "promotion_counters_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_uses" ADD CONSTRAINT "promotion_uses_promotion_id_promotions_id_fk" FOREIGN KEY ("promotion_id") REFERENCES "public"."promotions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_uses" ADD CONSTRAINT "promotion_uses_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "promotion_uses" ADD CONSTRAINT "promotion_uses_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_accounts" ADD CONSTRAINT "balance_accounts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_entries" ADD CONSTRAINT "balance_entries_company_id_balance_accounts_company_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."balance_accounts"("company_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "balance_entries" ADD CONSTRAINT "balance_entries_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_attempts" ADD CONSTRAINT "payment_attempts_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_attempts" ADD CONSTRAINT "refund_attempts_attempt_id_payment_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."payment_attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refund_attempts" ADD CONSTRAINT "refund_attempts_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_vouchers" ADD CONSTRAINT "transfer_vouchers_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_vouchers" ADD CONSTRAINT "transfer_vouchers_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfer_vouchers" ADD CONSTRAINT "transfer_vouchers_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_lines" ADD CONSTRAINT "return_lines_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_pictures" ADD CONSTRAINT "return_pictures_upload_id_uploads_id_fk" FOREIGN KEY ("upload_id") REFERENCES "public"."uploads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "return_pictures" ADD CONSTRAINT "return_pictures_return_id_returns_id_fk" FOREIGN KEY ("return_id") REFERENCES "public"."returns"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "returns" ADD CONSTRAINT "returns_replacement_id_orders_id_fk" FOREIGN KEY ("replacement_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "consents_one" ON "consents" USING btree ("buyer_id","document","version");--> statement-breakpoint
CREATE UNIQUE INDEX "delivery_methods_code" ON "delivery_methods" USING btree ("code");--> statement-breakpoint
CREATE INDEX "invoice_titles_company" ON "invoice_titles" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "invoice_titles_one_default" ON "invoice_titles" USING btree ("company_id") WHERE "invoice_titles"."is_default" and "invoice_titles"."archived_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "notification_preferences_one" ON "notification_preferences" USING btree ("person_type","person_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "notifications_cause" ON "notifications" USING btree ("person_type","person_id","cause");--> statement-breakpoint
CREATE INDEX "notifications_person" ON "notifications" USING btree ("person_type","person_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "order_attachments_order" ON "order_attachments" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "order_attachments_message" ON "order_attachments" USING btree ("message_id");--> statement-breakpoint
CREATE UNIQUE INDEX "order_attachments_upload" ON "order_attachments" USING btree ("upload_id");--> statement-breakpoint
CREATE INDEX "order_messages_order" ON "order_messages" USING btree ("order_id","at");--> statement-breakpoint
CREATE INDEX "order_messages_unread" ON "order_messages" USING btree ("company_id") WHERE "order_messages"."read_at" is null and not "order_messages"."internal";--> statement-breakpoint
CREATE UNIQUE INDEX "sendings_cause" ON "sendings" USING btree ("channel","recipient","cause");--> statement-breakpoint
CREATE INDEX "sendings_waiting" ON "sendings" USING btree ("created_at") WHERE "sendings"."state" = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "coupon_templates_code" ON "coupon_templates" USING btree (upper("code"));--> statement-breakpoint
CREATE INDEX "coupon_templates_promotion" ON "coupon_templates" USING btree ("promotion_id");--> statement-breakpoint
CREATE INDEX "coupons_company" ON "coupons" USING btree ("company_id","state");--> statement-breakpoint
CREATE INDEX "coupons_template" ON "coupons" USING btree ("template_id");--> statement-breakpoint
CREATE INDEX "coupons_order" ON "coupons" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "point_entries_company" ON "point_entries" USING btree ("company_id","seq");--> statement-breakpoint
CREATE INDEX "point_entries_order" ON "point_entries" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "point_entries_cause" ON "point_entries" USING btree ("cause_type","cause_id","kind");--> statement-breakpoint
CREATE INDEX "promotion_uses_order" ON "promotion_uses" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "promotion_uses_company" ON "promotion_uses" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "balance_entries_company" ON "balance_entries" USING btree ("company_id","seq");--> statement-breakpoint
CREATE INDEX "balance_entries_order" ON "balance_entries" USING btree ("order_id");--> statement-breakpoint
CREATE UNIQUE INDEX "balance_entries_cause" ON "balance_entries" USING btree ("cause_type","cause_id","kind");--> statement-breakpoint
CREATE UNIQUE INDEX "inbound_notices_one" ON "inbound_notices" USING btree ("channel","notice_id");--> statement-breakpoint
CREATE INDEX "inbound_notices_open" ON "inbound_notices" USING btree ("received_at") WHERE "inbound_notices"."handled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_number" ON "payment_attempts" USING btree ("channel","number");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_attempts_transaction" ON "payment_attempts" USING btree ("channel","transaction");--> statement-breakpoint
CREATE INDEX "payment_attempts_order" ON "payment_attempts" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "payment_attempts_company" ON "payment_attempts" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "payment_attempts_open" ON "payment_attempts" USING btree ("created_at") WHERE "payment_attempts"."state" in ('started', 'unknown');--> statement-breakpoint
CREATE UNIQUE INDEX "refund_attempts_number" ON "refund_attempts" USING btree ("number");--> statement-breakpoint
CREATE UNIQUE INDEX "refund_attempts_cause" ON "refund_attempts" USING btree ("cause_type","cause_id","attempt_id");--> statement-breakpoint
CREATE INDEX "refund_attempts_attempt" ON "refund_attempts" USING btree ("attempt_id");--> statement-breakpoint
CREATE INDEX "refund_attempts_order" ON "refund_attempts" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "refund_attempts_open" ON "refund_attempts" USING btree ("created_at") WHERE "refund_attempts"."state" in ('waiting', 'unknown');--> statement-breakpoint
CREATE INDEX "transfer_vouchers_order" ON "transfer_vouchers" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "transfer_vouchers_company" ON "transfer_vouchers" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "transfer_vouchers_upload" ON "transfer_vouchers" USING btree ("upload_id");--> statement-breakpoint
CREATE INDEX "transfer_vouchers_open" ON "transfer_vouchers" USING btree ("created_at") WHERE "transfer_vouchers"."state" = 'submitted';--> statement-breakpoint
CREATE INDEX "return_lines_line" ON "return_lines" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "return_pictures_return" ON "return_pictures" USING btree ("return_id");--> statement-breakpoint
CREATE UNIQUE INDEX "returns_number" ON "returns" USING btree ("number");--> statement-breakpoint
CREATE INDEX "returns_order" ON "returns" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "returns_company" ON "returns" USING btree ("company_id","requested_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "returns_state" ON "returns" USING btree ("state","requested_at");--> statement-breakpoint
CREATE INDEX "returns_replacement" ON "returns" USING btree ("replacement_id");--> statement-breakpoint
CREATE INDEX "carts_buyer" ON "carts" USING btree ("buyer_id");--> statement-breakpoint
CREATE UNIQUE INDEX "carts_one_current" ON "carts" USING btree ("buyer_id") WHERE "carts"."state" = 'open' and "carts"."current";--> statement-breakpoint
CREATE INDEX "orders_pay_until" ON "orders" USING btree ("pay_until") WHERE "orders"."approval" = 'awaiting-payment';--> statement-breakpoint
CREATE INDEX "carts_company" ON "carts" USING btree ("company_id","state");--> statement-breakpoint
ALTER TABLE "carts" ADD CONSTRAINT "carts_state" CHECK ("carts"."state" in ('open', 'waiting', 'ordered', 'discarded'));--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_prepay" CHECK ("orders"."prepay_amount" >= 0 and "orders"."prepay_amount" <= "orders"."total_amount");--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_points" CHECK ("orders"."points_used" >= 0 and "orders"."points_amount" >= 0);