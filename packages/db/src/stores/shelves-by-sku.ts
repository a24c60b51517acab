import { type SQL, sql } from 'drizzle-orm';
import { unpromisedUnits } from './stock-figures.ts';

/**
 * What stands on the shelves of the SKUs that `wanted` selects, as one JSON value by SKU: a column of a statement that reads
 * more than that at the same moment. Days of receipts are those from the shop's today on.
 */
export const shelvesBySku = (wanted: SQL): SQL => sql`
  (select coalesce(json_object_agg(sku_id, shelves), '{}') from (
    select s.sku_id, json_agg(json_build_object('warehouseId', w.id, 'warehouseName', w.name,
        'available', ${unpromisedUnits()},
        'expectedOn', (select min(e.expected_on) from expected_receipts e
          where e.sku_id = s.sku_id and e.warehouse_id = s.warehouse_id and e.received < e.quantity
            and e.expected_on >= (now() at time zone coalesce((select time_zone from shop), 'Asia/Shanghai'))::date))
        order by w.priority, w.code) as shelves
    from stock s join warehouses w on w.id = s.warehouse_id and w.active
    where s.sku_id = any(array(${wanted})) group by s.sku_id) own)`;
