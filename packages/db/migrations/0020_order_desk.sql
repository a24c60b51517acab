CREATE TABLE "credit_overrides" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"order_id" uuid NOT NULL,
	"kinds" text[] NOT NULL,
	"reason" text NOT NULL,
	"expires_on" date NOT NULL,
	"staff_id" uuid NOT NULL,
	"staff_name" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "order_reviews" (
	"order_id" uuid NOT NULL,
	"round" integer NOT NULL,
	"step" text NOT NULL,
	"position" integer NOT NULL,
	"roles" text[] NOT NULL,
	"own_person" boolean NOT NULL,
	"passed_by" uuid,
	"passed_by_name" text,
	"passed_at" timestamp (3) with time zone,
	CONSTRAINT "order_reviews_order_id_round_step_pk" PRIMARY KEY("order_id","round","step"),
	CONSTRAINT "order_reviews_step" CHECK ("order_reviews"."step" in ('order', 'finance', 'release')),
	CONSTRAINT "order_reviews_passed" CHECK (("order_reviews"."passed_by" is null) = ("order_reviews"."passed_at" is null))
);
--> statement-breakpoint
CREATE TABLE "order_views" (
	"id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"name" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"search" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credit_overrides" ADD CONSTRAINT "credit_overrides_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_overrides" ADD CONSTRAINT "credit_overrides_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credit_overrides" ADD CONSTRAINT "credit_overrides_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_reviews" ADD CONSTRAINT "order_reviews_passed_by_staff_id_fk" FOREIGN KEY ("passed_by") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_views" ADD CONSTRAINT "order_views_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "public"."staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credit_overrides_order" ON "credit_overrides" USING btree ("order_id","expires_on");--> statement-breakpoint
CREATE INDEX "credit_overrides_company" ON "credit_overrides" USING btree ("company_id");--> statement-breakpoint
CREATE INDEX "order_reviews_open" ON "order_reviews" USING btree ("step","order_id") WHERE "order_reviews"."passed_by" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "order_views_name" ON "order_views" USING btree ("staff_id","name");--> statement-breakpoint
CREATE INDEX "order_views_shared" ON "order_views" USING btree ("shared");--> statement-breakpoint
-- No order is confirmed past an open review of its last round, and none is picked past an open release.
create view inv_26_order_reviews as
  select o.number, o.approval, r.step
  from order_reviews r join orders o on o.id = r.order_id
  where r.passed_by is null
    and (o.approval in ('picking', 'closed') or (o.approval = 'confirmed' and r.step <> 'release'))
  union all
  select o.number, o.approval, 'one person twice'
  from order_reviews r join orders o on o.id = r.order_id
  where r.own_person and r.passed_by is not null
  group by o.number, o.approval, r.order_id, r.round
  having count(distinct r.passed_by) < count(*);
