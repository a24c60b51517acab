-- The first picture of a product stands on its card, and documents and goods beside it on its page: cards and pages kept
-- in memory follow their changes too.
create trigger catalogue_inserted after insert on pictures referencing new table as changed for each statement execute function log_catalogue_change('product', 'product_id');
--> statement-breakpoint
create trigger catalogue_updated after update on pictures referencing new table as changed for each statement execute function log_catalogue_change('product', 'product_id');
--> statement-breakpoint
create trigger catalogue_deleted after delete on pictures referencing old table as changed for each statement execute function log_catalogue_change('product', 'product_id');
--> statement-breakpoint
create trigger catalogue_inserted after insert on documents referencing new table as changed for each statement execute function log_catalogue_change('page', 'product_id');
--> statement-breakpoint
create trigger catalogue_updated after update on documents referencing new table as changed for each statement execute function log_catalogue_change('page', 'product_id');
--> statement-breakpoint
create trigger catalogue_deleted after delete on documents referencing old table as changed for each statement execute function log_catalogue_change('page', 'product_id');
--> statement-breakpoint
create trigger catalogue_inserted after insert on related_products referencing new table as changed for each statement execute function log_catalogue_change('page', 'product_id');
--> statement-breakpoint
create trigger catalogue_updated after update on related_products referencing new table as changed for each statement execute function log_catalogue_change('page', 'product_id');
--> statement-breakpoint
create trigger catalogue_deleted after delete on related_products referencing old table as changed for each statement execute function log_catalogue_change('page', 'product_id');
--> statement-breakpoint
create trigger catalogue_inserted after insert on bought_together referencing new table as changed for each statement execute function log_catalogue_change('page', 'product_id');
--> statement-breakpoint
create trigger catalogue_updated after update on bought_together referencing new table as changed for each statement execute function log_catalogue_change('page', 'product_id');
--> statement-breakpoint
create trigger catalogue_deleted after delete on bought_together referencing old table as changed for each statement execute function log_catalogue_change('page', 'product_id');
