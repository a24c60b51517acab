CREATE TABLE "assortment_audiences" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assortment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ref" text DEFAULT '' NOT NULL,
	CONSTRAINT "assortment_audiences_kind" CHECK ("assortment_audiences"."kind" in ('company', 'group', 'level', 'stranger', 'everyone'))
);
--> statement-breakpoint
CREATE TABLE "assortment_goods" (
	"id" uuid PRIMARY KEY NOT NULL,
	"assortment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"ref" text NOT NULL,
	CONSTRAINT "assortment_goods_kind" CHECK ("assortment_goods"."kind" in ('product', 'category', 'brand', 'tag'))
);
--> statement-breakpoint
CREATE TABLE "assortments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"effect" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "assortments_effect" CHECK ("assortments"."effect" in ('only', 'hide'))
);
--> statement-breakpoint
CREATE TABLE "attributes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"category_id" uuid,
	"code" text NOT NULL,
	"name" jsonb NOT NULL,
	"kind" text NOT NULL,
	"unit" text,
	"choices" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"filterable" boolean DEFAULT true NOT NULL,
	"required" boolean DEFAULT false NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "attributes_kind" CHECK ("attributes"."kind" in ('choice', 'number', 'text'))
);
--> statement-breakpoint
CREATE TABLE "customer_codes" (
	"company_id" uuid NOT NULL,
	"normalised" text NOT NULL,
	"code" text NOT NULL,
	"sku_id" uuid NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "customer_codes_company_id_normalised_pk" PRIMARY KEY("company_id","normalised")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"product_id" uuid NOT NULL,
	"name" jsonb NOT NULL,
	"file" text NOT NULL,
	"bytes" integer NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "related_products" (
	"product_id" uuid NOT NULL,
	"related_id" uuid NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "related_products_product_id_related_id_pk" PRIMARY KEY("product_id","related_id")
);
--> statement-breakpoint
CREATE TABLE "expected_receipts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sku_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"expected_on" date NOT NULL,
	"reference" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "expected_receipts_quantity" CHECK ("expected_receipts"."quantity" > 0 and "expected_receipts"."received" >= 0 and "expected_receipts"."received" <= "expected_receipts"."quantity")
);
--> statement-breakpoint
CREATE TABLE "goods_list_lines" (
	"list_id" uuid NOT NULL,
	"sku_id" uuid NOT NULL,
	"quantity" bigint,
	"position" integer DEFAULT 0 NOT NULL,
	"added_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "goods_list_lines_list_id_sku_id_pk" PRIMARY KEY("list_id","sku_id"),
	CONSTRAINT "goods_list_lines_quantity" CHECK ("goods_list_lines"."quantity" > 0)
);
--> statement-breakpoint
CREATE TABLE "goods_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"company_id" uuid NOT NULL,
	"buyer_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"shared" boolean DEFAULT false NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "goods_lists_kind" CHECK ("goods_lists"."kind" in ('favourites', 'list'))
);
--> statement-breakpoint
CREATE TABLE "jobs" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"payload" jsonb NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"unique_key" text,
	"done" integer DEFAULT 0 NOT NULL,
	"total" integer,
	"result" jsonb,
	"error" text,
	"attempts" integer DEFAULT 0 NOT NULL,
	"cancel_requested" boolean DEFAULT false NOT NULL,
	"run_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"lease_until" timestamp (3) with time zone,
	"owner_type" text NOT NULL,
	"owner_id" uuid,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	CONSTRAINT "jobs_state" CHECK ("jobs"."state" in ('queued', 'running', 'done', 'failed', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"id" uuid PRIMARY KEY NOT NULL,
	"owner_type" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"company_id" uuid,
	"purpose" text NOT NULL,
	"name" text NOT NULL,
	"mime" text NOT NULL,
	"bytes" integer NOT NULL,
	"sha256" text NOT NULL,
	"file" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "price_changes" (
	"version_id" uuid NOT NULL,
	"sku_id" uuid NOT NULL,
	"min_quantity" bigint DEFAULT 1 NOT NULL,
	"before_e_4" bigint,
	"after_e_4" bigint,
	CONSTRAINT "price_changes_version_id_sku_id_min_quantity_pk" PRIMARY KEY("version_id","sku_id","min_quantity"),
	CONSTRAINT "price_changes_amounts" CHECK ("price_changes"."min_quantity" > 0 and ("price_changes"."after_e_4" is null or "price_changes"."after_e_4" >= 0))
);
--> statement-breakpoint
CREATE TABLE "price_versions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"price_list_id" uuid NOT NULL,
	"number" integer,
	"state" text DEFAULT 'draft' NOT NULL,
	"note" text,
	"undoes" integer,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"published_by" text,
	"published_at" timestamp (3) with time zone,
	CONSTRAINT "price_versions_state" CHECK ("price_versions"."state" in ('draft', 'published', 'discarded')),
	CONSTRAINT "price_versions_published" CHECK (("price_versions"."state" = 'published') = ("price_versions"."number" is not null))
);
--> statement-breakpoint
CREATE TABLE "search_synonyms" (
	"id" uuid PRIMARY KEY NOT NULL,
	"terms" text[] NOT NULL,
	"mode" text DEFAULT 'both' NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "search_synonyms_mode" CHECK ("search_synonyms"."mode" in ('both', 'one-way') and cardinality("search_synonyms"."terms") >= 2)
);
--> statement-breakpoint
CREATE TABLE "search_words" (
	"id" uuid PRIMARY KEY NOT NULL,
	"word" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "searches" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "searches_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"company_id" uuid,
	"buyer_id" uuid,
	"text" text NOT NULL,
	"normalised" text NOT NULL,
	"results" integer NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "description" jsonb;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "logo_stem" text;--> statement-breakpoint
ALTER TABLE "brands" ADD COLUMN "position" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "pictures" ADD COLUMN "sku_id" uuid;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "attributes" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "tags" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "publish_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "withdraw_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "skus" ADD COLUMN "pack_units" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "price_display" text;--> statement-breakpoint
ALTER TABLE "companies" ADD COLUMN "stock_display" text;--> statement-breakpoint
ALTER TABLE "customer_groups" ADD COLUMN "prices_hidden" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "shop" ADD COLUMN "storefront" text DEFAULT 'login-required' NOT NULL;--> statement-breakpoint
ALTER TABLE "shop" ADD COLUMN "stock_display" text DEFAULT 'exact' NOT NULL;--> statement-breakpoint
ALTER TABLE "shop" ADD COLUMN "stock_by_warehouse" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "price_lists" ADD COLUMN "note" text;--> statement-breakpoint
ALTER TABLE "price_lists" ADD COLUMN "version" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "assortment_audiences" ADD CONSTRAINT "assortment_audiences_assortment_id_assortments_id_fk" FOREIGN KEY ("assortment_id") REFERENCES "public"."assortments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assortment_goods" ADD CONSTRAINT "assortment_goods_assortment_id_assortments_id_fk" FOREIGN KEY ("assortment_id") REFERENCES "public"."assortments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attributes" ADD CONSTRAINT "attributes_category_id_categories_id_fk" FOREIGN KEY ("category_id") REFERENCES "public"."categories"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_codes" ADD CONSTRAINT "customer_codes_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "customer_codes" ADD CONSTRAINT "customer_codes_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_products" ADD CONSTRAINT "related_products_product_id_products_id_fk" FOREIGN KEY ("product_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_products" ADD CONSTRAINT "related_products_related_id_products_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."products"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_receipts" ADD CONSTRAINT "expected_receipts_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_receipts" ADD CONSTRAINT "expected_receipts_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goods_list_lines" ADD CONSTRAINT "goods_list_lines_list_id_goods_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."goods_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goods_list_lines" ADD CONSTRAINT "goods_list_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goods_lists" ADD CONSTRAINT "goods_lists_company_id_companies_id_fk" FOREIGN KEY ("company_id") REFERENCES "public"."companies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "goods_lists" ADD CONSTRAINT "goods_lists_buyer_id_buyers_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."buyers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_changes" ADD CONSTRAINT "price_changes_version_id_price_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."price_versions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_changes" ADD CONSTRAINT "price_changes_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "price_versions" ADD CONSTRAINT "price_versions_price_list_id_price_lists_id_fk" FOREIGN KEY ("price_list_id") REFERENCES "public"."price_lists"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "assortment_audiences_one" ON "assortment_audiences" USING btree ("assortment_id","kind","ref");--> statement-breakpoint
CREATE INDEX "assortment_audiences_ref" ON "assortment_audiences" USING btree ("kind","ref");--> statement-breakpoint
CREATE UNIQUE INDEX "assortment_goods_one" ON "assortment_goods" USING btree ("assortment_id","kind","ref");--> statement-breakpoint
CREATE UNIQUE INDEX "assortments_code" ON "assortments" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "attributes_code" ON "attributes" USING btree ("code");--> statement-breakpoint
CREATE INDEX "attributes_category" ON "attributes" USING btree ("category_id");--> statement-breakpoint
CREATE INDEX "customer_codes_sku" ON "customer_codes" USING btree ("sku_id");--> statement-breakpoint
CREATE INDEX "documents_product" ON "documents" USING btree ("product_id","position");--> statement-breakpoint
CREATE INDEX "related_products_related" ON "related_products" USING btree ("related_id");--> statement-breakpoint
CREATE INDEX "expected_receipts_sku" ON "expected_receipts" USING btree ("sku_id","expected_on");--> statement-breakpoint
CREATE INDEX "expected_receipts_warehouse" ON "expected_receipts" USING btree ("warehouse_id");--> statement-breakpoint
CREATE INDEX "goods_list_lines_sku" ON "goods_list_lines" USING btree ("sku_id");--> statement-breakpoint
CREATE INDEX "goods_lists_company" ON "goods_lists" USING btree ("company_id");--> statement-breakpoint
CREATE UNIQUE INDEX "goods_lists_favourites" ON "goods_lists" USING btree ("buyer_id") WHERE "goods_lists"."kind" = 'favourites';--> statement-breakpoint
CREATE INDEX "goods_lists_buyer" ON "goods_lists" USING btree ("buyer_id");--> statement-breakpoint
CREATE INDEX "jobs_due" ON "jobs" USING btree ("run_at") WHERE "jobs"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "jobs_owner" ON "jobs" USING btree ("owner_type","owner_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "jobs_unique" ON "jobs" USING btree ("unique_key") WHERE "jobs"."state" in ('queued', 'running');--> statement-breakpoint
CREATE INDEX "uploads_owner" ON "uploads" USING btree ("owner_type","owner_id");--> statement-breakpoint
CREATE INDEX "price_changes_sku" ON "price_changes" USING btree ("sku_id");--> statement-breakpoint
CREATE UNIQUE INDEX "price_versions_number" ON "price_versions" USING btree ("price_list_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "search_words_word" ON "search_words" USING btree ("word");--> statement-breakpoint
CREATE INDEX "searches_buyer" ON "searches" USING btree ("buyer_id","at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "searches_at" ON "searches" USING btree ("at");--> statement-breakpoint
CREATE INDEX "searches_nothing" ON "searches" USING btree ("at") WHERE "searches"."results" = 0;--> statement-breakpoint
ALTER TABLE "pictures" ADD CONSTRAINT "pictures_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "pictures_sku" ON "pictures" USING btree ("sku_id");--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_price_display" CHECK ("companies"."price_display" in ('shown', 'hidden'));--> statement-breakpoint
ALTER TABLE "companies" ADD CONSTRAINT "companies_stock_display" CHECK ("companies"."stock_display" in ('exact', 'level', 'yes-no'));--> statement-breakpoint
ALTER TABLE "shop" ADD CONSTRAINT "shop_storefront" CHECK ("shop"."storefront" in ('login-required', 'prices-hidden', 'public'));--> statement-breakpoint
ALTER TABLE "shop" ADD CONSTRAINT "shop_stock_display" CHECK ("shop"."stock_display" in ('exact', 'level', 'yes-no'));