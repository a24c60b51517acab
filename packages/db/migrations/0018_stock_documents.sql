create sequence stock_adjustment_numbers start 100001;
--> statement-breakpoint
create sequence stock_count_numbers start 100001;
--> statement-breakpoint
create sequence stock_transfer_numbers start 100001;
--> statement-breakpoint
CREATE TABLE "bin_goods" (
	"bin_id" uuid NOT NULL,
	"sku_id" uuid NOT NULL,
	CONSTRAINT "bin_goods_bin_id_sku_id_pk" PRIMARY KEY("bin_id","sku_id")
);
--> statement-breakpoint
CREATE TABLE "bins" (
	"id" uuid PRIMARY KEY NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"zone" text NOT NULL,
	"code" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stock_adjustment_lines" (
	"adjustment_id" uuid NOT NULL,
	"sku_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"quantity" bigint NOT NULL,
	"unit_cost" bigint NOT NULL,
	CONSTRAINT "stock_adjustment_lines_adjustment_id_sku_id_kind_pk" PRIMARY KEY("adjustment_id","sku_id","kind"),
	CONSTRAINT "stock_adjustment_lines_kind" CHECK ("stock_adjustment_lines"."kind" in ('adjust', 'quarantine', 'restock', 'scrap')),
	CONSTRAINT "stock_adjustment_lines_quantity" CHECK ("stock_adjustment_lines"."quantity" <> 0 and ("stock_adjustment_lines"."kind" = 'adjust' or "stock_adjustment_lines"."quantity" > 0))
);
--> statement-breakpoint
CREATE TABLE "stock_adjustments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"state" text NOT NULL,
	"value" bigint NOT NULL,
	"requested_by" uuid NOT NULL,
	"requested_by_name" text NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"decided_by" uuid,
	"decided_by_name" text,
	"decided_at" timestamp (3) with time zone,
	"comment" text,
	CONSTRAINT "stock_adjustments_state_known" CHECK ("stock_adjustments"."state" in ('pending', 'booked', 'rejected')),
	CONSTRAINT "stock_adjustments_reason" CHECK ("stock_adjustments"."reason" in ('damage', 'loss', 'found', 'expired', 'sample', 'correction', 'other'))
);
--> statement-breakpoint
CREATE TABLE "stock_count_lines" (
	"count_id" uuid NOT NULL,
	"sku_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"counted" bigint,
	"book_on_hand" bigint,
	"book_reserved" bigint,
	"book_allocated" bigint,
	"counted_by" uuid,
	"counted_by_name" text,
	"counted_at" timestamp (3) with time zone,
	"first_counted" bigint,
	"first_counted_by" uuid,
	CONSTRAINT "stock_count_lines_count_id_sku_id_pk" PRIMARY KEY("count_id","sku_id"),
	CONSTRAINT "stock_count_lines_counted" CHECK ("stock_count_lines"."counted" >= 0 and ("stock_count_lines"."counted" is null) = ("stock_count_lines"."book_on_hand" is null))
);
--> statement-breakpoint
CREATE TABLE "stock_counts" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"scope" text NOT NULL,
	"blind" boolean DEFAULT false NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"started_by" uuid NOT NULL,
	"started_by_name" text NOT NULL,
	"started_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_by_name" text,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "stock_counts_state_known" CHECK ("stock_counts"."state" in ('open', 'posted', 'cancelled')),
	CONSTRAINT "stock_counts_scope" CHECK ("stock_counts"."scope" in ('full', 'cyclic', 'chosen'))
);
--> statement-breakpoint
CREATE TABLE "stock_snoozes" (
	"sku_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"until" timestamp (3) with time zone NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "stock_snoozes_sku_id_warehouse_id_pk" PRIMARY KEY("sku_id","warehouse_id")
);
--> statement-breakpoint
CREATE TABLE "stock_transfer_lines" (
	"transfer_id" uuid NOT NULL,
	"sku_id" uuid NOT NULL,
	"quantity" bigint NOT NULL,
	"received" bigint DEFAULT 0 NOT NULL,
	"lost" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "stock_transfer_lines_transfer_id_sku_id_pk" PRIMARY KEY("transfer_id","sku_id"),
	CONSTRAINT "stock_transfer_lines_quantity" CHECK ("stock_transfer_lines"."quantity" > 0 and "stock_transfer_lines"."received" >= 0 and "stock_transfer_lines"."lost" >= 0 and "stock_transfer_lines"."received" + "stock_transfer_lines"."lost" <= "stock_transfer_lines"."quantity")
);
--> statement-breakpoint
CREATE TABLE "stock_transfers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"expected_on" date,
	"receipts" integer DEFAULT 0 NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"sent_by_name" text,
	"sent_at" timestamp (3) with time zone,
	"received_by_name" text,
	"received_at" timestamp (3) with time zone,
	CONSTRAINT "stock_transfers_state_known" CHECK ("stock_transfers"."state" in ('draft', 'in-transit', 'received', 'cancelled')),
	CONSTRAINT "stock_transfers_ends" CHECK ("stock_transfers"."from_id" <> "stock_transfers"."to_id")
);
--> statement-breakpoint
CREATE TABLE "stock_turnover" (
	"sku_id" uuid PRIMARY KEY NOT NULL,
	"shipped90" bigint NOT NULL,
	"shipped365" bigint NOT NULL,
	"cogs" bigint NOT NULL,
	"average_value" bigint NOT NULL,
	"value" bigint NOT NULL,
	"on_hand" bigint NOT NULL,
	"turns_bp" integer,
	"days_of_stock" integer,
	"abc" text,
	"xyz" text,
	"last_sold_at" timestamp (3) with time zone,
	"first_received_at" timestamp (3) with time zone,
	"dead_since" timestamp (3) with time zone,
	"computed_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bin_goods" ADD CONSTRAINT "bin_goods_bin_id_bins_id_fk" FOREIGN KEY ("bin_id") REFERENCES "public"."bins"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bin_goods" ADD CONSTRAINT "bin_goods_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bins" ADD CONSTRAINT "bins_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_adjustment_lines" ADD CONSTRAINT "stock_adjustment_lines_adjustment_id_stock_adjustments_id_fk" FOREIGN KEY ("adjustment_id") REFERENCES "public"."stock_adjustments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_adjustment_lines" ADD CONSTRAINT "stock_adjustment_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_adjustments" ADD CONSTRAINT "stock_adjustments_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_count_lines" ADD CONSTRAINT "stock_count_lines_count_id_stock_counts_id_fk" FOREIGN KEY ("count_id") REFERENCES "public"."stock_counts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_count_lines" ADD CONSTRAINT "stock_count_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_counts" ADD CONSTRAINT "stock_counts_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_snoozes" ADD CONSTRAINT "stock_snoozes_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_snoozes" ADD CONSTRAINT "stock_snoozes_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_transfer_lines" ADD CONSTRAINT "stock_transfer_lines_transfer_id_stock_transfers_id_fk" FOREIGN KEY ("transfer_id") REFERENCES "public"."stock_transfers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_transfer_lines" ADD CONSTRAINT "stock_transfer_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_from_id_warehouses_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_transfers" ADD CONSTRAINT "stock_transfers_to_id_warehouses_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stock_turnover" ADD CONSTRAINT "stock_turnover_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bin_goods_sku" ON "bin_goods" USING btree ("sku_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bins_code" ON "bins" USING btree ("warehouse_id","code");--> statement-breakpoint
CREATE INDEX "bins_zone" ON "bins" USING btree ("warehouse_id","zone","code");--> statement-breakpoint
CREATE INDEX "stock_adjustment_lines_sku" ON "stock_adjustment_lines" USING btree ("sku_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_adjustments_number" ON "stock_adjustments" USING btree ("number");--> statement-breakpoint
CREATE INDEX "stock_adjustments_state" ON "stock_adjustments" USING btree ("state","requested_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stock_adjustments_warehouse" ON "stock_adjustments" USING btree ("warehouse_id");--> statement-breakpoint
CREATE INDEX "stock_count_lines_place" ON "stock_count_lines" USING btree ("count_id","position");--> statement-breakpoint
CREATE INDEX "stock_count_lines_sku" ON "stock_count_lines" USING btree ("sku_id","counted_at");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_counts_number" ON "stock_counts" USING btree ("number");--> statement-breakpoint
CREATE INDEX "stock_counts_state" ON "stock_counts" USING btree ("state","started_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stock_counts_warehouse" ON "stock_counts" USING btree ("warehouse_id");--> statement-breakpoint
CREATE INDEX "stock_snoozes_warehouse" ON "stock_snoozes" USING btree ("warehouse_id");--> statement-breakpoint
CREATE INDEX "stock_transfer_lines_sku" ON "stock_transfer_lines" USING btree ("sku_id");--> statement-breakpoint
CREATE UNIQUE INDEX "stock_transfers_number" ON "stock_transfers" USING btree ("number");--> statement-breakpoint
CREATE INDEX "stock_transfers_state" ON "stock_transfers" USING btree ("state","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "stock_transfers_from" ON "stock_transfers" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "stock_transfers_to" ON "stock_transfers" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "stock_turnover_dead" ON "stock_turnover" USING btree ("sku_id") WHERE "stock_turnover"."dead_since" is not null;--> statement-breakpoint
-- What a transfer says is still on its way is what the ledger says, line by line.
create view inv_06_transfer_documents as
  select t.number, l.sku_id, t.state, l.quantity, l.received, l.lost, coalesce(e.coming, 0) as coming
  from stock_transfers t join stock_transfer_lines l on l.transfer_id = t.id
  left join (select split_part(cause_id, ':', 1) as number, sku_id, sum(in_transit_in) as coming
             from stock_entries where cause_type = 'transfer' group by 1, 2) e on e.number = t.number and e.sku_id = l.sku_id
  where coalesce(e.coming, 0) <> case when t.state in ('in-transit', 'received') then l.quantity - l.received - l.lost else 0 end
     or (t.state = 'received' and l.quantity <> l.received + l.lost);
--> statement-breakpoint
-- A booked adjustment stands in the ledger as it was decided, another does not stand there at all.
create view inv_01_adjustments as
  select a.number, a.state, l.sku_id, l.kind, l.quantity, count(e.seq) as entries
  from stock_adjustments a join stock_adjustment_lines l on l.adjustment_id = a.id
  left join stock_entries e on e.cause_type = 'adjustment' and e.cause_id = a.number and e.kind = l.kind and e.sku_id = l.sku_id
    and e.warehouse_id = a.warehouse_id
    and l.quantity = case l.kind when 'adjust' then e.on_hand when 'quarantine' then e.quarantine else -e.quarantine end
  group by a.id, l.sku_id, l.kind, l.quantity
  having count(e.seq) <> case when a.state = 'booked' then 1 else 0 end;
