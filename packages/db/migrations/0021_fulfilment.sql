CREATE TABLE "pick_lines" (
	"id" uuid PRIMARY KEY NOT NULL,
	"list_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"slot" integer NOT NULL,
	"order_id" uuid NOT NULL,
	"order_line_id" uuid NOT NULL,
	"reservation_id" uuid NOT NULL,
	"sku_id" uuid NOT NULL,
	"zone" text,
	"bin" text,
	"quantity" bigint NOT NULL,
	"picked" bigint DEFAULT 0 NOT NULL,
	"short" bigint DEFAULT 0 NOT NULL,
	"dropped" bigint DEFAULT 0 NOT NULL,
	"short_reason" text,
	"short_rest" text,
	"done_by_name" text,
	"done_at" timestamp (3) with time zone,
	CONSTRAINT "pick_lines_figures" CHECK ("pick_lines"."quantity" > 0 and "pick_lines"."picked" >= 0 and "pick_lines"."short" >= 0 and "pick_lines"."dropped" >= 0 and "pick_lines"."picked" + "pick_lines"."short" + "pick_lines"."dropped" <= "pick_lines"."quantity"),
	CONSTRAINT "pick_lines_short" CHECK (("pick_lines"."short" = 0) = ("pick_lines"."short_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "pick_lists" (
	"id" uuid PRIMARY KEY NOT NULL,
	"number" text NOT NULL,
	"warehouse_id" uuid NOT NULL,
	"grouped_by" text NOT NULL,
	"group_key" text,
	"state" text DEFAULT 'open' NOT NULL,
	"created_by_name" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp (3) with time zone,
	CONSTRAINT "pick_lists_state_known" CHECK ("pick_lists"."state" in ('open', 'done', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "tracking_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"shipment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"text" text NOT NULL,
	"heard_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"heard_by" text NOT NULL,
	CONSTRAINT "tracking_events_kind" CHECK ("tracking_events"."kind" in ('accepted', 'in-transit', 'out-for-delivery', 'delivered', 'problem', 'returning', 'returned')),
	CONSTRAINT "tracking_events_heard_by" CHECK ("tracking_events"."heard_by" in ('push', 'poll'))
);
--> statement-breakpoint
ALTER TABLE "reservations" ADD COLUMN "picked" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "priority" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "carrier_code" text;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "weight_g" integer;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "length_mm" integer;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "width_mm" integer;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "height_mm" integer;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "subscribed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "shipments" ADD COLUMN "asked_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "pick_lines" ADD CONSTRAINT "pick_lines_list_id_pick_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "public"."pick_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_lines" ADD CONSTRAINT "pick_lines_order_id_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "public"."orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_lines" ADD CONSTRAINT "pick_lines_order_line_id_order_lines_id_fk" FOREIGN KEY ("order_line_id") REFERENCES "public"."order_lines"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_lines" ADD CONSTRAINT "pick_lines_reservation_id_reservations_id_fk" FOREIGN KEY ("reservation_id") REFERENCES "public"."reservations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_lines" ADD CONSTRAINT "pick_lines_sku_id_skus_id_fk" FOREIGN KEY ("sku_id") REFERENCES "public"."skus"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pick_lists" ADD CONSTRAINT "pick_lists_warehouse_id_warehouses_id_fk" FOREIGN KEY ("warehouse_id") REFERENCES "public"."warehouses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tracking_events" ADD CONSTRAINT "tracking_events_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "public"."shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "pick_lines_position" ON "pick_lines" USING btree ("list_id","position");--> statement-breakpoint
CREATE INDEX "pick_lines_order" ON "pick_lines" USING btree ("order_id");--> statement-breakpoint
CREATE INDEX "pick_lines_order_line" ON "pick_lines" USING btree ("order_line_id");--> statement-breakpoint
CREATE INDEX "pick_lines_reservation" ON "pick_lines" USING btree ("reservation_id");--> statement-breakpoint
CREATE INDEX "pick_lines_sku" ON "pick_lines" USING btree ("sku_id");--> statement-breakpoint
CREATE UNIQUE INDEX "pick_lines_one_open" ON "pick_lines" USING btree ("reservation_id") WHERE "pick_lines"."quantity" > "pick_lines"."picked" + "pick_lines"."short" + "pick_lines"."dropped";--> statement-breakpoint
CREATE UNIQUE INDEX "pick_lists_number" ON "pick_lists" USING btree ("number");--> statement-breakpoint
CREATE INDEX "pick_lists_state" ON "pick_lists" USING btree ("state","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "pick_lists_warehouse" ON "pick_lists" USING btree ("warehouse_id");--> statement-breakpoint
CREATE UNIQUE INDEX "tracking_events_once" ON "tracking_events" USING btree ("shipment_id","at","text");--> statement-breakpoint
CREATE INDEX "shipments_watched" ON "shipments" USING btree ("shipped_at") WHERE "shipments"."carrier_code" is not null and "shipments"."tracking_number" is not null and "shipments"."state" in ('shipped', 'in-transit');--> statement-breakpoint
ALTER TABLE "reservations" ADD CONSTRAINT "reservations_picked" CHECK ("reservations"."picked" >= 0 and "reservations"."picked" <= "reservations"."quantity");--> statement-breakpoint
create sequence pick_list_numbers start 100001;
--> statement-breakpoint
create trigger append_only before update or delete on tracking_events for each statement execute function refuse_change();
--> statement-breakpoint
-- A unit of a line is held, shipped or cancelled, or it is owed: then a picker did not find it, or its parcel was lost.
create or replace view inv_04_line_quantities as
  select l.order_id, l.id as order_line_id, l.quantity, l.cancelled, l.shipped, l.returned, coalesce(r.held, 0) as held, o.approval
  from order_lines l
  join orders o on o.id = l.order_id
  left join (select order_line_id, sum(quantity) as held from reservations where state in ('reserved', 'allocated') group by 1) r
    on r.order_line_id = l.id
  where l.returned > l.shipped
     or (o.source is null and l.quantity <> coalesce(r.held, 0) + l.shipped + l.cancelled
         and (o.approval in ('cancelled', 'rejected', 'closed')
              or l.quantity - coalesce(r.held, 0) - l.shipped - l.cancelled not between 0 and
                 coalesce((select sum(p.short) from pick_lines p where p.order_line_id = l.id), 0)
                 + coalesce((select sum(s.quantity) from shipment_lines s join shipments t on t.id = s.shipment_id
                             where s.order_line_id = l.id and t.state = 'lost'), 0)));
--> statement-breakpoint
-- What a list still asks for is held for its order and not picked yet; a list is open while anything on it is.
create view inv_26_picks as
  select p.id, p.list_id, p.order_id, p.quantity - p.picked - p.short - p.dropped as open,
         case when r.state = 'allocated' then r.quantity - r.picked else 0 end as held
  from pick_lines p join reservations r on r.id = p.reservation_id
  where p.quantity - p.picked - p.short - p.dropped > greatest(0, case when r.state = 'allocated' then r.quantity - r.picked else 0 end)
  union all
  select null, t.id, null, count(p.id), 0 from pick_lists t
  left join pick_lines p on p.list_id = t.id and p.quantity > p.picked + p.short + p.dropped
  group by t.id having (t.state = 'open') <> (count(p.id) > 0);
--> statement-breakpoint
-- A parcel that its carrier says is with the customer, or under way, is so here.
create view inv_27_tracking as
  select s.id, s.number, s.state, e.kind from shipments s join tracking_events e on e.shipment_id = s.id
  where (e.kind = 'delivered' and s.state not in ('delivered', 'lost')) or s.state = 'shipped';
