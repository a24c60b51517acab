import type { Instant } from '@tradeline/domain/kernel';
import type { Minor } from '@tradeline/domain/money';
import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import type { Bilingual } from '../schema/columns.ts';
import { type AdjustKind, stockAdjustmentLines, stockAdjustments } from '../schema/index.ts';
import type { NamedLot } from '../schema/lots.ts';
import type { Page } from './catalog.ts';
import { documentNumber, instantOf, moneyOf } from './documents.ts';
import { insertMany } from './insert-many.ts';
import { goodsColumns, type StockGoods } from './stock-lists.ts';

/** `lots`: of goods kept by lot, which, with the sign of the line. */
export type AdjustLine = { skuId: string; kind: AdjustKind; quantity: number; lots?: NamedLot[] | null | undefined };
export type AdjustReason = 'damage' | 'loss' | 'found' | 'expired' | 'sample' | 'correction' | 'other';
export type AdjustState = 'pending' | 'booked' | 'rejected';
export type Adjustment = {
  id: string;
  number: string;
  warehouseId: string;
  warehouseName: Bilingual;
  reason: AdjustReason;
  note: string;
  state: AdjustState;
  value: Minor;
  requestedBy: string;
  requestedByName: string;
  requestedAt: Instant;
  decidedByName: string | null;
  decidedAt: Instant | null;
  comment: string | null;
  lines: number;
};

const columns = sql`a.id, a.number, a.warehouse_id as "warehouseId", w.name as "warehouseName", a.reason, a.note, a.state,
  ${moneyOf(sql`a.value`)} as value, a.requested_by as "requestedBy", a.requested_by_name as "requestedByName",
  ${instantOf(sql`a.requested_at`)} as "requestedAt", a.decided_by_name as "decidedByName", ${instantOf(sql`a.decided_at`)} as "decidedAt",
  a.comment, (select count(*)::int from stock_adjustment_lines l where l.adjustment_id = a.id) as lines`;
const source = sql`stock_adjustments a join warehouses w on w.id = a.warehouse_id`;

export const adjustmentStore = {
  add: async (
    tx: Tx,
    row: Omit<typeof stockAdjustments.$inferInsert, 'id' | 'number'>,
    lines: readonly (AdjustLine & { unitCost: Minor })[],
  ): Promise<{ id: string; number: string }> => {
    const [id, number] = [newId(), await documentNumber(tx, 'adjustment')];
    await tx.insert(stockAdjustments).values({ ...row, id, number });
    await insertMany(
      tx,
      stockAdjustmentLines,
      lines.map(({ skuId, kind, quantity, unitCost, lots = null }) => ({
        ...{ adjustmentId: id, skuId, kind, quantity, unitCost, lots },
      })),
    );
    return { id, number };
  },

  /** Ends what is pending; false when somebody decided meanwhile. */
  decide: async (
    tx: Tx,
    id: string,
    state: 'booked' | 'rejected',
    by: { id: string; name: string },
    comment: string | null,
  ): Promise<boolean> => {
    const done = await tx
      .update(stockAdjustments)
      .set({ state, decidedBy: by.id, decidedByName: by.name, decidedAt: sql`now()`, comment })
      .where(and(eq(stockAdjustments.id, id), eq(stockAdjustments.state, 'pending')))
      .returning({ id: stockAdjustments.id });
    return done.length === 1;
  },

  find: async (tx: Tx, id: string): Promise<Adjustment | undefined> =>
    (await tx.execute<Adjustment>(sql`select ${columns} from ${source} where a.id = ${id}`))[0],

  lines: async (tx: Tx, id: string): Promise<(StockGoods & AdjustLine & { unitCost: Minor })[]> => [
    ...(await tx.execute<StockGoods & AdjustLine & { unitCost: Minor }>(sql`
      select ${goodsColumns}, l.kind, l.quantity::float8 as quantity, ${moneyOf(sql`l.unit_cost`)} as "unitCost", l.lots
      from stock_adjustment_lines l join skus k on k.id = l.sku_id join products p on p.id = k.product_id
      where l.adjustment_id = ${id} order by k.item_number, l.kind`)),
  ],

  page: async (tx: Tx, state: AdjustState | undefined, { page, size }: Page) => {
    const where = state ? sql`where a.state = ${state}` : sql``;
    const [rows, [counted]] = await Promise.all([
      tx.execute<Adjustment>(
        sql`select ${columns} from ${source} ${where} order by a.requested_at desc, a.id limit ${size} offset ${(page - 1) * size}`,
      ),
      tx.execute<{ total: number; pending: number }>(
        sql`select (select count(*)::int from stock_adjustments a ${where}) as total,
          (select count(*)::int from stock_adjustments where state = 'pending') as pending`,
      ),
    ]);
    return { rows: [...rows], total: counted?.total ?? 0, pending: counted?.pending ?? 0 };
  },

  /** What a unit costs, by SKU: nothing where no cost is known. */
  costs: async (tx: Tx, skuIds: readonly string[]): Promise<Map<string, { itemNumber: string; cost: Minor }>> =>
    new Map(
      (
        await tx.execute<{ id: string; itemNumber: string; cost: Minor }>(
          sql`select id, item_number as "itemNumber", ${moneyOf(sql`coalesce(cost, 0)`)} as cost from skus where id = any(${`{${skuIds.join(',')}}`}::uuid[])`,
        )
      ).map(({ id, ...rest }) => [id, rest]),
    ),
};
