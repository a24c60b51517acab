alter table "orders" add column "agreed_lines" integer default 0 not null;
--> statement-breakpoint
update "orders" o set "agreed_lines" = a.lines
from (
  select id, (select count(*) from jsonb_path_query(trace, '$.lines[*] ? (@.price.source == "agreed")')) as lines from "orders"
) a
where a.id = o.id and a.lines > 0;
--> statement-breakpoint
drop view inv_18_half_written;
--> statement-breakpoint
alter table "orders" alter column "trace" set data type bytea using convert_to("trace"::text, 'UTF8');
--> statement-breakpoint
-- It comes compressed; trying once more would cost and gain nothing.
alter table "orders" alter column "trace" set storage external;
--> statement-breakpoint
create view inv_18_half_written as
  select o.id, o.number from orders o
  where not exists (select 1 from order_lines l where l.order_id = o.id)
     or o.address = '{}'::jsonb or length(o.trace) = 0;
