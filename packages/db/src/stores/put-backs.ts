import type { Instant } from '@tradeline/domain/kernel';
import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { putBacks } from '../schema/index.ts';
import { instantOf } from './documents.ts';
import { insertMany } from './insert-many.ts';
import type { NamedLot } from './lots.ts';
import { goodsColumns, type StockGoods } from './stock-lists.ts';

/** Units that lay picked for an order that does not get them. */
export type PutBackRow = StockGoods & {
  id: string;
  orderId: string;
  orderNumber: string;
  warehouseId: string;
  warehouseName: Bilingual;
  units: number;
  zone: string | null;
  bin: string | null;
  lots: NamedLot[] | null;
  since: Instant;
};
export type PutBackUnits = {
  orderId: string;
  skuId: string;
  warehouseId: string;
  units: number;
  lots: readonly { lotId: string; quantity: number }[];
};

/** Where goods lie in a warehouse: the first bin on the way. */
const place = sql`lateral (select b.zone, b.code from bin_goods g join bins b on b.id = g.bin_id
  where g.sku_id = u.sku_id and b.warehouse_id = u.warehouse_id order by b.zone, b.code limit 1)`;

/** 放回货架: goods in boxes of orders that were cancelled or closed. They are set aside until somebody has put them back. */
export const putBackStore = {
  /** Lots are kept by name, as a document names them. */
  add: async (tx: Tx, parts: readonly PutBackUnits[]): Promise<void> => {
    const ids = [...new Set(parts.flatMap(({ lots }) => lots.map(({ lotId }) => lotId)))];
    const named = new Map(
      ids.length === 0
        ? []
        : (
            await tx.execute<{ id: string; code: string; expiresOn: string | null }>(sql`
              select id, code, expires_on::text as "expiresOn" from lots where id = any(${`{${ids.join(',')}}`}::uuid[])`)
          ).map(({ id, ...lot }) => [id, lot] as const),
    );
    await insertMany(
      tx,
      putBacks,
      parts.map(({ lots, ...part }) => ({
        id: newId(),
        ...part,
        lots: lots.length === 0 ? null : lots.flatMap(({ lotId, quantity }) => ({ ...named.get(lotId)!, quantity })),
      })),
    );
  },

  /** What is to be put back, in the order in which the shelves are walked. */
  open: async (tx: Tx): Promise<PutBackRow[]> => [
    ...(await tx.execute<PutBackRow>(sql`
      select ${goodsColumns}, u.id, u.order_id as "orderId", o.number as "orderNumber", u.warehouse_id as "warehouseId",
        w.name as "warehouseName", u.units::float8 as units, b.zone, b.code as bin, u.lots, ${instantOf(sql`u.created_at`)} as since
      from put_backs u join orders o on o.id = u.order_id join warehouses w on w.id = u.warehouse_id
      join skus k on k.id = u.sku_id join products p on p.id = k.product_id left join ${place} b on true
      where u.done_at is null order by w.priority, w.code, b.zone nulls last, b.code, k.item_number, u.created_at limit 500`)),
  ],

  /** Marks it done; `already` when somebody was faster, undefined when there is no such thing. */
  done: async (tx: Tx, id: string, byName: string): Promise<typeof putBacks.$inferSelect | 'already' | undefined> => {
    const [row] = await tx
      .update(putBacks)
      .set({ doneAt: sql`now()`, doneByName: byName })
      .where(sql`${putBacks.id} = ${id} and ${putBacks.doneAt} is null`)
      .returning();
    if (row) return row;
    return (await tx.execute(sql`select 1 from put_backs where id = ${id}`)).length === 1 ? 'already' : undefined;
  },
};
