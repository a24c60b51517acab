CREATE INDEX "shipments_lost" ON "shipments" USING btree ("id") WHERE "shipments"."state" = 'lost';
--> statement-breakpoint
CREATE INDEX "pick_lines_missed" ON "pick_lines" USING btree ("order_line_id") WHERE "pick_lines"."short" > 0;
--> statement-breakpoint
-- What was picked before it was kept by what is held: a line's units lie picked where they are held.
update reservations r set picked = r.quantity from order_lines l
where l.id = r.order_line_id and r.state = 'allocated' and r.picked = 0 and l.picked >= (
  select sum(h.quantity) from reservations h where h.order_line_id = l.id and h.state = 'allocated');
--> statement-breakpoint
-- Units of a line that lie picked lie picked somewhere.
create view inv_28_picked as
  select l.id, l.order_id, l.picked, coalesce(h.picked, 0) as held from order_lines l
  left join (select order_line_id, sum(picked) as picked from reservations where state = 'allocated' group by 1) h on h.order_line_id = l.id
  where l.picked > coalesce(h.picked, 0);
