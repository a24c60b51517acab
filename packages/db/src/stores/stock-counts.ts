import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { type CountedLot, stockCounts } from '../schema/index.ts';
import type { Page } from './catalog.ts';
import { documentNumber, instantOf, moneyOf } from './documents.ts';
import { goodsColumns, type StockGoods } from './stock-lists.ts';

export type { CountedLot };
export type CountScope = 'full' | 'cyclic' | 'chosen';
export type CountState = 'open' | 'posted' | 'cancelled';
export type Count = {
  id: string;
  number: string;
  warehouseId: string;
  warehouseName: Bilingual;
  scope: CountScope;
  blind: boolean;
  state: CountState;
  note: string;
  startedByName: string;
  startedAt: Instant;
  endedByName: string | null;
  endedAt: Instant | null;
  lines: number;
  counted: number;
};
export type CountLine = StockGoods & {
  barcode: string | null;
  bin: string | null;
  counted: number | null;
  bookOnHand: number | null;
  bookReserved: number | null;
  bookAllocated: number | null;
  /** What the books say now. */
  onHand: number;
  unitCost: Minor;
  countedBy: string | null;
  countedByName: string | null;
  countedAt: Instant | null;
  /** Of goods kept by lot, what was counted of each. */
  lots: CountedLot[] | null;
  firstCounted: number | null;
  firstCountedBy: string | null;
};

const columns = sql`c.id, c.number, c.warehouse_id as "warehouseId", w.name as "warehouseName", c.scope, c.blind, c.state, c.note,
  c.started_by_name as "startedByName", ${instantOf(sql`c.started_at`)} as "startedAt", c.ended_by_name as "endedByName",
  ${instantOf(sql`c.ended_at`)} as "endedAt", (select count(*)::int from stock_count_lines l where l.count_id = c.id) as lines,
  (select count(*)::int from stock_count_lines l where l.count_id = c.id and l.counted is not null) as counted`;
const source = sql`stock_counts c join warehouses w on w.id = c.warehouse_id`;

/** Bins are walked in order; goods without one come last, by item number. */
const walk = sql`(select min(b.zone || ' ' || b.code) from bin_goods g join bins b on b.id = g.bin_id
  where g.sku_id = k.id and b.warehouse_id = s.warehouse_id)`;

const binCode = sql`(select b.code from bin_goods g join bins b on b.id = g.bin_id
  where g.sku_id = k.id and b.warehouse_id = s.warehouse_id order by b.zone, b.code limit 1)`;

/** Which shelves a count begins with, as a condition and an order on `stock s` and `skus k`. */
const shelves = (scope: CountScope, skuIds: readonly string[], size: number) => {
  if (scope === 'chosen') return { where: sql`k.id = any(${`{${skuIds.join(',')}}`}::uuid[])`, limit: sql`` };
  const there = sql`(s.on_hand > 0 or s.reserved > 0)`;
  if (scope === 'full') return { where: there, limit: sql`` };
  // Those not counted for longest, among them the dearest shelves.
  return {
    where: there,
    limit: sql`order by (select max(l.counted_at) from stock_count_lines l join stock_counts c on c.id = l.count_id
      where l.sku_id = k.id and c.warehouse_id = s.warehouse_id) nulls first, s.on_hand * coalesce(k.cost, 0) desc, k.id limit ${size}`,
  };
};

export const countStore = {
  /** Opens a count and its lines in the order they are walked in. */
  start: async (
    tx: Tx,
    row: Omit<typeof stockCounts.$inferInsert, 'id' | 'number' | 'scope'> & { scope: CountScope },
    skuIds: readonly string[],
    size: number,
  ): Promise<{ id: string; number: string; lines: number }> => {
    const [id, number] = [newId(), await documentNumber(tx, 'count')];
    await tx.insert(stockCounts).values({ ...row, id, number });
    const { where, limit } = shelves(row.scope, skuIds, size);
    const [done] = await tx.execute<{ lines: number }>(sql`
      with chosen as (
        select k.id, k.item_number, ${walk} as bin from stock s join skus k on k.id = s.sku_id
        where s.warehouse_id = ${row.warehouseId} and ${where} ${limit}),
      added as (
        insert into stock_count_lines (count_id, sku_id, position)
        select ${id}, id, row_number() over (order by bin nulls last, item_number) from chosen returning 1)
      select count(*)::int as lines from added`);
    return { id, number, lines: done?.lines ?? 0 };
  },

  /** Notes what was counted beside what the books say in that moment; false when the count is over or lacks the shelf. */
  enter: async (
    tx: Tx,
    countId: string,
    skuId: string,
    counted: number,
    by: { id: string; name: string },
    lots: readonly CountedLot[] | null = null,
  ): Promise<boolean> => {
    const done = await tx.execute(sql`
      update stock_count_lines l set
        first_counted = case when l.counted is not null and l.counted_by <> ${by.id} then l.counted else l.first_counted end,
        first_counted_by = case when l.counted is not null and l.counted_by <> ${by.id} then l.counted_by else l.first_counted_by end,
        counted = ${counted}, lots = ${lots && JSON.stringify(lots)}::jsonb, book_on_hand = s.on_hand, book_reserved = s.reserved, book_allocated = s.allocated,
        counted_by = ${by.id}, counted_by_name = ${by.name}, counted_at = now()
      from stock_counts c join stock s on s.warehouse_id = c.warehouse_id
      where l.count_id = c.id and c.id = ${countId} and c.state = 'open' and l.sku_id = ${skuId} and s.sku_id = l.sku_id
      returning 1`);
    return done.length === 1;
  },

  /** Adds a shelf that nobody expected goods on. */
  addLine: async (tx: Tx, countId: string, skuId: string): Promise<void> => {
    await tx.execute(sql`
      with opened as (
        insert into stock (sku_id, warehouse_id) select ${skuId}, warehouse_id from stock_counts where id = ${countId} on conflict do nothing)
      insert into stock_count_lines (count_id, sku_id, position)
      select ${countId}, ${skuId}, coalesce(max(position), 0) + 1 from stock_count_lines where count_id = ${countId} on conflict do nothing`);
  },

  /** Ends an open count; false when somebody ended it meanwhile. */
  end: async (tx: Tx, id: string, state: 'posted' | 'cancelled', by: string): Promise<boolean> => {
    const done = await tx
      .update(stockCounts)
      .set({ state, endedByName: by, endedAt: sql`now()` })
      .where(and(eq(stockCounts.id, id), eq(stockCounts.state, 'open')))
      .returning({ id: stockCounts.id });
    return done.length === 1;
  },

  find: async (tx: Tx, id: string): Promise<Count | undefined> =>
    (await tx.execute<Count>(sql`select ${columns} from ${source} where c.id = ${id}`))[0],

  lines: async (tx: Tx, id: string): Promise<CountLine[]> => [
    ...(await tx.execute<CountLine>(sql`
      select ${goodsColumns}, k.barcode, ${binCode} as bin, l.counted::float8 as counted, l.book_on_hand::float8 as "bookOnHand",
        l.book_reserved::float8 as "bookReserved", l.book_allocated::float8 as "bookAllocated", s.on_hand::float8 as "onHand",
        ${moneyOf(sql`coalesce(k.cost, 0)`)} as "unitCost", l.counted_by as "countedBy", l.counted_by_name as "countedByName",
        ${instantOf(sql`l.counted_at`)} as "countedAt", l.first_counted::float8 as "firstCounted", l.first_counted_by as "firstCountedBy",
        l.lots
      from stock_count_lines l join stock_counts c on c.id = l.count_id join skus k on k.id = l.sku_id
      join products p on p.id = k.product_id join stock s on s.sku_id = l.sku_id and s.warehouse_id = c.warehouse_id
      where l.count_id = ${id} order by l.position`)),
  ],

  page: async (tx: Tx, state: CountState | undefined, { page, size }: Page) => {
    const where = state ? sql`where c.state = ${state}` : sql``;
    const [rows, [counted]] = await Promise.all([
      tx.execute<Count>(
        sql`select ${columns} from ${source} ${where} order by c.started_at desc, c.id limit ${size} offset ${(page - 1) * size}`,
      ),
      tx.execute<{ total: number }>(sql`select count(*)::int as total from stock_counts c ${where}`),
    ]);
    return { rows: [...rows], total: counted?.total ?? 0 };
  },
};
