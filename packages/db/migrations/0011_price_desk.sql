CREATE TABLE "price_what_ifs" (
	"subject" text PRIMARY KEY NOT NULL,
	"basis" text NOT NULL,
	"result" jsonb NOT NULL,
	"took_ms" integer NOT NULL,
	"computed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "shop" ADD COLUMN "price_four_eyes" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shop" ADD COLUMN "price_min_margin" text DEFAULT '0' NOT NULL;--> statement-breakpoint
ALTER TABLE "price_lists" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "price_versions" ADD COLUMN "revision" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "price_versions" ADD COLUMN "editors" text[] DEFAULT '{}'::text[] NOT NULL;
--> statement-breakpoint
create view inv_30_price_versions as
select l.id, l.code, l.version, max(v.number) as newest, count(v.id) as published
from price_lists l left join price_versions v on v.price_list_id = l.id and v.state = 'published'
group by l.id having l.version <> coalesce(max(v.number), 0) or l.version <> count(v.id);
--> statement-breakpoint
create view inv_31_price_changes as
select c.version_id, c.sku_id, c.min_quantity, c.before_e_4, c.after_e_4
from price_changes c join price_versions v on v.id = c.version_id
where v.state = 'published' and c.before_e_4 is not distinct from c.after_e_4;
