-- Stock moves with every line of every order. Where one warehouse alone has the least quantity before and after, nothing has
-- been crossed whatever the others have (no balance is ever below nothing), so they are not asked.
create or replace function log_stock_crossing() returns trigger language plpgsql as $$
declare
  least_quantity bigint;
  here_now bigint := new.on_hand - new.reserved - new.allocated;
  here_before bigint := old.on_hand - old.reserved - old.allocated;
  left_now bigint;
  left_before bigint;
begin
  select greatest(min_quantity, 1) into least_quantity from skus where id = new.sku_id;
  if here_now >= least_quantity and here_before >= least_quantity then return null; end if;
  select coalesce(sum(k.on_hand - k.reserved - k.allocated), 0) into left_now
    from stock k join warehouses w on w.id = k.warehouse_id and w.active where k.sku_id = new.sku_id;
  left_before := left_now - here_now + here_before;
  if (left_now >= least_quantity) is distinct from (left_before >= least_quantity) then
    perform catalogue_changed('stock', array[new.sku_id]);
  end if;
  return null;
end $$;
