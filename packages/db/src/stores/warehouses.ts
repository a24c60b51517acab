import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { binGoods, bins, warehouses } from '../schema/index.ts';
import { insertMany } from './insert-many.ts';

export type WarehouseFields = Pick<
  typeof warehouses.$inferSelect,
  'code' | 'name' | 'region' | 'address' | 'priority' | 'active'
>;
export type WarehouseView = WarehouseFields & {
  id: string;
  name: Bilingual;
  skus: number;
  units: number;
  bins: number;
  zones: number;
};
export type BinView = { id: string; zone: string; code: string; goods: { skuId: string; itemNumber: string }[] };

export const warehouseStore = {
  all: async (tx: Tx): Promise<WarehouseView[]> => [
    ...(await tx.execute<WarehouseView>(sql`
      select w.id, w.code, w.name, w.region, w.address, w.priority, w.active, coalesce(h.skus, 0) as skus, coalesce(h.units, 0) as units,
        b.bins, b.zones
      from warehouses w
      left join (select warehouse_id, (count(*) filter (where on_hand > 0))::int as skus, sum(on_hand + quarantine + in_transit_in)::float8 as units
                 from stock group by 1) h on h.warehouse_id = w.id
      cross join lateral (select count(*)::int as bins, count(distinct zone)::int as zones from bins where warehouse_id = w.id) b
      order by w.active desc, w.priority, w.code`)),
  ],
  find: async (tx: Tx, id: string) => (await tx.select().from(warehouses).where(eq(warehouses.id, id)))[0],
  /** Adds a warehouse or changes one; undefined when its code is taken. */
  save: async (tx: Tx, id: string | undefined, fields: WarehouseFields): Promise<string | undefined> => {
    const [taken] = await tx.select({ id: warehouses.id }).from(warehouses).where(eq(warehouses.code, fields.code));
    if (taken && taken.id !== id) return undefined;
    if (id) {
      await tx.update(warehouses).set(fields).where(eq(warehouses.id, id));
      return id;
    }
    const made = newId();
    const added = await tx
      .insert(warehouses)
      .values({ ...fields, id: made })
      .onConflictDoNothing()
      .returning({ id: warehouses.id });
    return added[0]?.id;
  },
  /** What still lies in a warehouse or is on its way there: while there is any, it stays open. */
  holds: async (tx: Tx, id: string): Promise<{ units: number; skus: number }> => {
    const [row] = await tx.execute<{ units: number; skus: number }>(sql`
      select coalesce(sum(on_hand + quarantine + in_transit_in + in_transit_out), 0)::float8 as units, count(*)::int as skus from stock
      where warehouse_id = ${id} and on_hand + quarantine + in_transit_in + in_transit_out > 0`);
    return row!;
  },

  bins: async (tx: Tx, warehouseId: string): Promise<BinView[]> => [
    ...(await tx.execute<BinView>(sql`
      select b.id, b.zone, b.code, coalesce((select json_agg(json_build_object('skuId', k.id, 'itemNumber', k.item_number) order by k.item_number)
        from bin_goods g join skus k on k.id = g.sku_id where g.bin_id = b.id), '[]') as goods
      from bins b where b.warehouse_id = ${warehouseId} order by b.zone, b.code`)),
  ],
  findBin: async (tx: Tx, id: string) => (await tx.select().from(bins).where(eq(bins.id, id)))[0],
  /** Saves a bin with its goods; undefined when its code is taken in this warehouse. */
  saveBin: async (
    tx: Tx,
    warehouseId: string,
    { id, zone, code, skuIds }: { id?: string | undefined; zone: string; code: string; skuIds: readonly string[] },
  ): Promise<string | undefined> => {
    const [taken] = await tx.execute<{ id: string }>(
      sql`select id from bins where warehouse_id = ${warehouseId} and code = ${code}`,
    );
    if (taken && taken.id !== id) return undefined;
    const bin = id ?? newId();
    if (id) await tx.update(bins).set({ zone, code }).where(eq(bins.id, id));
    else await tx.insert(bins).values({ id: bin, warehouseId, zone, code });
    await tx.delete(binGoods).where(eq(binGoods.binId, bin));
    await insertMany(
      tx,
      binGoods,
      skuIds.map((skuId) => ({ binId: bin, skuId })),
    );
    return bin;
  },
  removeBin: async (tx: Tx, id: string): Promise<void> => {
    await tx.delete(bins).where(eq(bins.id, id));
  },
};
