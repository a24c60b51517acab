import type { Day, Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { stockTransferLines, stockTransfers } from '../schema/index.ts';
import type { Page } from './catalog.ts';
import { documentNumber, instantOf, moneyOf } from './documents.ts';
import { insertMany } from './insert-many.ts';
import { unpromisedUnits } from './stock-figures.ts';
import { goodsColumns, type StockGoods } from './stock-lists.ts';

export type TransferState = 'draft' | 'in-transit' | 'received' | 'cancelled';
export type TransferWish = { fromId: string; toId: string; note: string; expectedOn: string | null };
export type Transfer = TransferWish & {
  id: string;
  number: string;
  fromName: Bilingual;
  toName: Bilingual;
  state: TransferState;
  expectedOn: Day | null;
  receipts: number;
  createdByName: string;
  createdAt: Instant;
  sentByName: string | null;
  sentAt: Instant | null;
  receivedByName: string | null;
  receivedAt: Instant | null;
  lines: number;
  units: number;
  open: number;
};
export type TransferLine = StockGoods & {
  quantity: number;
  received: number;
  lost: number;
  unitCost: Minor;
  /** What could leave the first warehouse now. */
  available: number;
};
/** One SKU where somewhere less is left than should be, site by site, with what it sells. */
export type TransferNeed = StockGoods & {
  multiple: number;
  sites: { warehouseId: string; available: number; safety: number; coming: number; shipped90: number }[];
};

const columns = sql`t.id, t.number, t.from_id as "fromId", t.to_id as "toId", f.name as "fromName", o.name as "toName", t.state, t.note,
  t.expected_on::text as "expectedOn", t.receipts, t.created_by_name as "createdByName", ${instantOf(sql`t.created_at`)} as "createdAt",
  t.sent_by_name as "sentByName", ${instantOf(sql`t.sent_at`)} as "sentAt", t.received_by_name as "receivedByName",
  ${instantOf(sql`t.received_at`)} as "receivedAt", l.lines, l.units, l.open`;
const source = sql`stock_transfers t join warehouses f on f.id = t.from_id join warehouses o on o.id = t.to_id
  cross join lateral (select count(*)::int as lines, coalesce(sum(quantity), 0)::float8 as units,
    coalesce(sum(quantity - received - lost), 0)::float8 as open from stock_transfer_lines where transfer_id = t.id) l`;

export const transferStore = {
  add: async (
    tx: Tx,
    wish: TransferWish,
    lines: readonly { skuId: string; quantity: number }[],
    by: string,
  ): Promise<{ id: string; number: string }> => {
    const [id, number] = [newId(), await documentNumber(tx, 'transfer')];
    await tx.insert(stockTransfers).values({ ...wish, id, number, createdByName: by });
    await insertMany(
      tx,
      stockTransferLines,
      lines.map(({ skuId, quantity }) => ({ transferId: id, skuId, quantity })),
    );
    return { id, number };
  },

  /** Puts other lines in place of those of a draft; false when it is none any more. */
  edit: async (
    tx: Tx,
    id: string,
    { note, expectedOn }: Pick<TransferWish, 'note' | 'expectedOn'>,
    lines: readonly { skuId: string; quantity: number }[],
  ): Promise<boolean> => {
    const held = await tx
      .update(stockTransfers)
      .set({ note, expectedOn })
      .where(and(eq(stockTransfers.id, id), eq(stockTransfers.state, 'draft')))
      .returning({ id: stockTransfers.id });
    if (held.length === 0) return false;
    await tx.delete(stockTransferLines).where(eq(stockTransferLines.transferId, id));
    await insertMany(
      tx,
      stockTransferLines,
      lines.map(({ skuId, quantity }) => ({ transferId: id, skuId, quantity })),
    );
    return true;
  },

  /** Takes the document for this transaction, so that of two receipts one waits for the other. */
  lock: async (tx: Tx, id: string): Promise<{ state: TransferState; receipts: number } | undefined> => {
    const [row] = await tx
      .select({ state: sql<TransferState>`${stockTransfers.state}`, receipts: stockTransfers.receipts })
      .from(stockTransfers)
      .where(eq(stockTransfers.id, id))
      .for('no key update');
    return row;
  },

  send: async (tx: Tx, id: string, by: string): Promise<boolean> => {
    const done = await tx
      .update(stockTransfers)
      .set({ state: 'in-transit', sentByName: by, sentAt: sql`now()` })
      .where(and(eq(stockTransfers.id, id), eq(stockTransfers.state, 'draft')))
      .returning({ id: stockTransfers.id });
    return done.length === 1;
  },

  cancel: async (tx: Tx, id: string): Promise<boolean> => {
    const done = await tx
      .update(stockTransfers)
      .set({ state: 'cancelled' })
      .where(and(eq(stockTransfers.id, id), eq(stockTransfers.state, 'draft')))
      .returning({ id: stockTransfers.id });
    return done.length === 1;
  },

  /** Adds what came and what was lost to the lines; the transfer is over when nothing of it is on its way any more. */
  receive: async (
    tx: Tx,
    id: string,
    parts: readonly { skuId: string; received: number; lost: number }[],
    by: string,
  ): Promise<boolean> => {
    const done = await tx.execute(sql`
      update stock_transfer_lines l set received = l.received + v.received, lost = l.lost + v.lost
      from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as v("skuId" uuid, received bigint, lost bigint)
      where l.transfer_id = ${id} and l.sku_id = v."skuId" and l.received + l.lost + v.received + v.lost <= l.quantity returning 1`);
    if (done.length !== parts.length) return false;
    await tx.execute(sql`
      update stock_transfers t set receipts = receipts + 1, received_by_name = ${by}, received_at = now(),
        state = case when exists (select from stock_transfer_lines l where l.transfer_id = t.id and l.received + l.lost < l.quantity)
                then 'in-transit' else 'received' end
      where t.id = ${id}`);
    return true;
  },

  find: async (tx: Tx, id: string): Promise<Transfer | undefined> =>
    (await tx.execute<Transfer>(sql`select ${columns} from ${source} where t.id = ${id}`))[0],

  lines: async (tx: Tx, id: string): Promise<TransferLine[]> => [
    ...(await tx.execute<TransferLine>(sql`
      select ${goodsColumns}, l.quantity::float8 as quantity, l.received::float8 as received, l.lost::float8 as lost,
        ${moneyOf(sql`coalesce(k.cost, 0)`)} as "unitCost", coalesce(${unpromisedUnits()}, 0)::float8 as available
      from stock_transfer_lines l join stock_transfers t on t.id = l.transfer_id join skus k on k.id = l.sku_id
      join products p on p.id = k.product_id left join stock s on s.sku_id = l.sku_id and s.warehouse_id = t.from_id
      where l.transfer_id = ${id} order by k.item_number`)),
  ],

  page: async (tx: Tx, state: TransferState | undefined, { page, size }: Page) => {
    const where = state ? sql`where t.state = ${state}` : sql``;
    const [rows, [counted]] = await Promise.all([
      tx.execute<Transfer>(
        sql`select ${columns} from ${source} ${where} order by t.created_at desc, t.id limit ${size} offset ${(page - 1) * size}`,
      ),
      tx.execute<{ total: number }>(sql`select count(*)::int as total from stock_transfers t ${where}`),
    ]);
    return { rows: [...rows], total: counted?.total ?? 0 };
  },

  /** Goods of which a warehouse has less than it should, the shortest first, with what every warehouse has of them. */
  needs: async (tx: Tx, limit: number): Promise<TransferNeed[]> => [
    ...(await tx.execute<TransferNeed>(sql`
      with short as (
        select s.sku_id, max(s.safety - ${unpromisedUnits()}) as by from stock s
        join warehouses w on w.id = s.warehouse_id and w.active where s.is_low group by 1 order by 2 desc, 1 limit ${limit})
      select ${goodsColumns}, k.multiple::float8 as multiple, (
        select json_agg(json_build_object('warehouseId', s.warehouse_id, 'available', ${unpromisedUnits()},
          'safety', s.safety, 'coming', s.in_transit_in, 'shipped90', (
            select coalesce(-sum(e.on_hand), 0) from stock_entries e where e.sku_id = s.sku_id and e.warehouse_id = s.warehouse_id
              and e.kind = 'ship' and e.at > now() - interval '90 days')) order by w.priority, w.code)
        from stock s join warehouses w on w.id = s.warehouse_id and w.active where s.sku_id = k.id) as sites
      from short join skus k on k.id = short.sku_id join products p on p.id = k.product_id order by short.by desc, k.item_number`)),
  ],
};
