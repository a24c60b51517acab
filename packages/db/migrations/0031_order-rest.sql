ALTER TABLE "order_lines" ADD COLUMN "closed_gross" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "order_lines" ADD COLUMN "closed_net" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
-- What fell off with closed units is what the history of the order says, and falls off lines of which units were closed.
create view inv_29_closed_rests as
  select l.order_id, l.id as order_line_id, l.cancelled, l.closed_gross as closed, l.closed_net as told from order_lines l
  where (l.closed_net <> 0 or l.closed_gross <> 0) and (l.closed_net < 0 or l.closed_gross < l.closed_net or l.cancelled = 0)
  union all
  select v.order_id, null, null, (select sum(l.closed_net) from order_lines l where l.order_id = v.order_id),
         sum((v.facts #>> '{closed,total,before}')::bigint - (v.facts #>> '{closed,total,after}')::bigint)
  from order_events v where v.action = 'close-rest' and v.facts ? 'closed'
  group by v.order_id
  having sum((v.facts #>> '{closed,total,before}')::bigint - (v.facts #>> '{closed,total,after}')::bigint)
      <> (select sum(l.closed_net) from order_lines l where l.order_id = v.order_id);
