CREATE TABLE "lot_entries" (
	"seq" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "lot_entries_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lot_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"on_hand" bigint DEFAULT 0 NOT NULL,
	"quarantine" bigint DEFAULT 0 NOT NULL,
	"in_transit_in" bigint DEFAULT 0 NOT NULL,
	"in_transit_out" bigint DEFAULT 0 NOT NULL,
	"cause_type" text NOT NULL,
	"cause_id" text NOT NULL,
	"actor" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lot_stock" (
	"lot_id" uuid NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"on_hand" bigint DEFAULT 0 NOT NULL,
	"quarantine" bigint DEFAULT 0 NOT NULL,
	"in_transit_in" bigint DEFAULT 0 NOT NULL,
	"in_transit_out" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "lot_stock_lot_id_warehouse_id_pk" PRIMARY KEY("lot_id","warehouse_id"),
	CONSTRAINT "lot_stock_figures" CHECK ("lot_stock"."on_hand" >= 0 and "lot_stock"."quarantine" >= 0 and "lot_stock"."in_transit_in" >= 0 and "lot_stock"."in_transit_out" >= 0)
);
--> statement-breakpoint
CREATE TABLE "lots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sku_id" uuid NOT NULL,
	"code" text NOT NULL,
	"expires_on" date,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"snoozed_until" timestamp (3) with time zone,
	"snoozed_by_name" text
);
--> statement-breakpoint
CREATE TABLE "picked_lots" (
	"reservation_id" uuid NOT NULL,
	"lot_id" uuid NOT NULL,
	"units" bigint NOT NULL,
	CONSTRAINT "picked_lots_reservation_id_lot_id_pk" PRIMARY KEY("reservation_id","lot_id"),
	CONSTRAINT "picked_lots_units" CHECK ("picked_lots"."units" > 0)
);
--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "lot_tracking" text DEFAULT 'none' NOT NULL;--> statement-breakpoint
ALTER TABLE "shipment_lines" ADD COLUMN "lots" jsonb;--> statement-breakpoint
ALTER TABLE "stock_adjustment_lines" ADD COLUMN "lots" jsonb;--> statement-breakpoint
ALTER TABLE "stock_count_lines" ADD COLUMN "lots" jsonb;--> statement-breakpoint
ALTER TABLE "lot_entries" ADD CONSTRAINT "lot_entries_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_stock" ADD CONSTRAINT "lot_stock_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lot_stock" ADD CONSTRAINT "lot_stock_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lots" ADD CONSTRAINT "lots_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picked_lots" ADD CONSTRAINT "picked_lots_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "picked_lots" ADD CONSTRAINT "picked_lots_lot_id_lots_id_fk" FOREIGN KEY ("lot_id") REFERENCES "public"."lots"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "lot_entries_lot" ON "lot_entries" USING btree ("lot_id","seq");--> statement-breakpoint
CREATE INDEX "lot_entries_cause" ON "lot_entries" USING btree ("cause_type","cause_id");--> statement-breakpoint
CREATE INDEX "lot_entries_warehouse" ON "lot_entries" USING btree ("warehouse_id");--> statement-breakpoint
CREATE INDEX "lot_stock_warehouse" ON "lot_stock" USING btree ("warehouse_id");--> statement-breakpoint
CREATE UNIQUE INDEX "lots_code" ON "lots" USING btree ("sku_id","code");--> statement-breakpoint
CREATE INDEX "lots_expiry" ON "lots" USING btree ("expires_on") WHERE "lots"."expires_on" is not null;--> statement-breakpoint
CREATE INDEX "picked_lots_lot" ON "picked_lots" USING btree ("lot_id");--> statement-breakpoint
CREATE INDEX "products_lots" ON "products" USING btree ("id") WHERE "products"."lot_tracking" <> 'none';--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "products_lot_tracking" CHECK ("products"."lot_tracking" in ('none', 'lot', 'lot-expiry'));
--> statement-breakpoint
create trigger append_only before update or delete on lot_entries for each statement execute function refuse_change();
--> statement-breakpoint
-- Units that no longer lie in an order's box are of no lot there: what keeps longest goes back first.
create function trim_picked_lots() returns trigger language plpgsql as $$
declare
  over bigint;
  one record;
begin
  select coalesce(sum(units), 0) - case new.state when 'allocated' then new.picked else 0 end into over
    from picked_lots where reservation_id = new.id;
  for one in select p.lot_id, p.units from picked_lots p join lots l on l.id = p.lot_id
      where p.reservation_id = new.id order by l.expires_on desc nulls first, l.code desc loop
    exit when over <= 0;
    if one.units <= over then delete from picked_lots where reservation_id = new.id and lot_id = one.lot_id;
    else update picked_lots set units = units - over where reservation_id = new.id and lot_id = one.lot_id;
    end if;
    over := over - one.units;
  end loop;
  return null;
end $$;
--> statement-breakpoint
create trigger reservations_trim_lots after update of picked, state on reservations for each row
  when (old.picked > 0 and (new.picked < old.picked or new.state <> 'allocated')) execute function trim_picked_lots();
--> statement-breakpoint
-- What lies of a lot is what its ledger says.
create view inv_35_lot_balances as
  select lot_id, warehouse_id, s.on_hand, e.on_hand as ledger_on_hand, s.quarantine, e.quarantine as ledger_quarantine
  from lot_stock s
  full join (select lot_id, warehouse_id, sum(on_hand) as on_hand, sum(quarantine) as quarantine, sum(in_transit_in) as in_transit_in,
                    sum(in_transit_out) as in_transit_out from lot_entries group by 1, 2) e using (lot_id, warehouse_id)
  where (coalesce(s.on_hand, 0), coalesce(s.quarantine, 0), coalesce(s.in_transit_in, 0), coalesce(s.in_transit_out, 0))
     <> (coalesce(e.on_hand, 0), coalesce(e.quarantine, 0), coalesce(e.in_transit_in, 0), coalesce(e.in_transit_out, 0));
--> statement-breakpoint
-- Over its lots, goods kept by lot have what their balance has; goods that are not have none in lots.
create view inv_36_lots_sum as
  select k.id as sku_id, s.warehouse_id, p.lot_tracking, s.on_hand, coalesce(l.on_hand, 0) as of_lots
  from products p join skus k on k.product_id = p.id join stock s on s.sku_id = k.id
  left join (select o.sku_id, b.warehouse_id, sum(b.on_hand) as on_hand, sum(b.quarantine) as quarantine, sum(b.in_transit_in) as in_transit_in,
                    sum(b.in_transit_out) as in_transit_out from lot_stock b join lots o on o.id = b.lot_id group by 1, 2) l
    on l.sku_id = k.id and l.warehouse_id = s.warehouse_id
  where case when p.lot_tracking = 'none' then coalesce(l.on_hand + l.quarantine + l.in_transit_in + l.in_transit_out, 0) <> 0
        else (s.on_hand, s.quarantine, s.in_transit_in, s.in_transit_out)
          <> (coalesce(l.on_hand, 0), coalesce(l.quarantine, 0), coalesce(l.in_transit_in, 0), coalesce(l.in_transit_out, 0)) end;
--> statement-breakpoint
-- Lots lie in boxes only as far as units were picked, and no more of a lot than is there.
create view inv_37_picked_lots as
  select r.id as reservation_id, r.picked, sum(p.units) as of_lots, null::uuid as lot_id
  from picked_lots p join reservations r on r.id = p.reservation_id
  group by r.id having sum(p.units) > r.picked or r.state <> 'allocated'
  union all
  select null, coalesce(min(s.on_hand), 0), sum(p.units), p.lot_id
  from picked_lots p join reservations r on r.id = p.reservation_id
  left join lot_stock s on s.lot_id = p.lot_id and s.warehouse_id = r.warehouse_id
  group by p.lot_id, r.warehouse_id having sum(p.units) > coalesce(min(s.on_hand), 0);
