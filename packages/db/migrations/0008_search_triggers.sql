-- What changed of the catalogue is written down where it changes, whoever changes it, in the same transaction.
-- More than 5,000 rows of one statement are not named one by one: readers then look at everything of that kind.
create function catalogue_changed(kind text, ids uuid[]) returns void language plpgsql as $$
begin
  if coalesce(cardinality(ids), 0) = 0 then return; end if;
  insert into catalogue_changes (kind, ids) values (kind, case when cardinality(ids) <= 5000 then ids end);
  perform pg_notify('catalogue', '');
end $$;
--> statement-breakpoint
-- tg_argv: the kind of change, and the column whose values name what changed.
create function log_catalogue_change() returns trigger language plpgsql as $$
declare
  touched uuid[];
begin
  execute format('select array_agg(distinct %I) from changed', tg_argv[1]) into touched;
  perform catalogue_changed(tg_argv[0], touched);
  return null;
end $$;
--> statement-breakpoint
-- Stock moves with every order; the index only asks whether the least quantity can be had, so only a crossing is told.
create function log_stock_crossing() returns trigger language plpgsql as $$
declare
  least bigint;
  left_now bigint;
  left_before bigint;
begin
  select greatest(min_quantity, 1) into least from skus where id = new.sku_id;
  select coalesce(sum(k.on_hand - k.reserved - k.allocated), 0) into left_now
    from stock k join warehouses w on w.id = k.warehouse_id and w.active where k.sku_id = new.sku_id;
  left_before := left_now - (new.on_hand - new.reserved - new.allocated) + (old.on_hand - old.reserved - old.allocated);
  if (left_now >= least) is distinct from (left_before >= least) then
    perform catalogue_changed('stock', array[new.sku_id]);
  end if;
  return null;
end $$;
--> statement-breakpoint
create trigger stock_crossed after update on stock for each row
  when (old.on_hand - old.reserved - old.allocated is distinct from new.on_hand - new.reserved - new.allocated)
  execute function log_stock_crossing();
--> statement-breakpoint
do $$
declare
  source record;
begin
  for source in
    select * from (values
      ('products', 'product', 'id', 'insert update delete'),
      ('skus', 'product', 'product_id', 'insert update delete'),
      ('stock', 'stock', 'sku_id', 'insert delete'),
      ('prices', 'price', 'sku_id', 'insert update delete'),
      ('price_lists', 'price-list', 'id', 'insert update delete'),
      ('promotions', 'promotion', 'id', 'insert update delete'),
      ('assortments', 'assortment', 'id', 'insert update delete'),
      ('assortment_audiences', 'assortment', 'assortment_id', 'insert update delete'),
      ('assortment_goods', 'assortment', 'assortment_id', 'insert update delete'),
      ('categories', 'structure', 'id', 'insert update delete'),
      ('brands', 'structure', 'id', 'insert update delete'),
      ('attributes', 'structure', 'id', 'insert update delete'),
      ('warehouses', 'structure', 'id', 'update'),
      ('search_words', 'structure', 'id', 'insert update delete'),
      ('search_synonyms', 'structure', 'id', 'insert update delete'),
      ('customer_codes', 'codes', 'company_id', 'insert update delete')
    ) as t (source_table, kind, id_column, events)
  loop
    if source.events like '%insert%' then
      execute format('create trigger catalogue_inserted after insert on %I referencing new table as changed for each statement execute function log_catalogue_change(%L, %L)', source.source_table, source.kind, source.id_column);
    end if;
    if source.events like '%update%' then
      execute format('create trigger catalogue_updated after update on %I referencing new table as changed for each statement execute function log_catalogue_change(%L, %L)', source.source_table, source.kind, source.id_column);
    end if;
    if source.events like '%delete%' then
      execute format('create trigger catalogue_deleted after delete on %I referencing old table as changed for each statement execute function log_catalogue_change(%L, %L)', source.source_table, source.kind, source.id_column);
    end if;
  end loop;
end $$;
