import type { StockRow, StockWish } from '@tradeline/db/stores';
import type { ImportProblem, PlannedRow } from './import-report.ts';
import { type ReadRow, refuseCell } from './read-cells.ts';

export type StockPlan = { rows: PlannedRow[]; problems: ImportProblem[]; wishes: StockWish[] };

/** Where a row names no warehouse, the first one is meant. */
export const stockKey = (values: Readonly<Record<string, unknown>>, firstWarehouse: string): string =>
  `${values.itemNumber}/${values.warehouse ?? firstWarehouse}`;

/** Decides by how much each balance moves. What is promised to orders cannot be counted away. */
export const planStock = (read: readonly ReadRow[], stored: readonly StockRow[], firstWarehouse: string): StockPlan => {
  const known = new Map(stored.map((row) => [`${row.skuId}/${row.warehouseId}`, row]));
  const plan: StockPlan = { rows: [], problems: [], wishes: [] };
  for (const row of read) {
    const now = known.get(stockKey(row.values, firstWarehouse));
    const onHand = Number(row.values.onHand ?? 0);
    if (row.problems.length === 0 && now && onHand < now.promised)
      refuseCell(row, 'onHand', { kind: 'below-promised', promised: now.promised, nearest: String(now.promised) });
    plan.problems.push(...row.problems);
    if (row.problems.length > 0) {
      plan.rows.push({ row: row.row, item: row.item, state: 'rejected', changes: [] });
      continue;
    }
    const delta = onHand - (now?.onHand ?? 0);
    const changes = delta === 0 ? [] : [{ key: 'onHand', before: String(now?.onHand ?? 0), after: String(onHand) }];
    plan.rows.push({
      row: row.row,
      item: row.item,
      state: delta === 0 ? 'unchanged' : now ? 'changed' : 'new',
      changes,
    });
    if (delta !== 0)
      plan.wishes.push({
        skuId: String(row.values.itemNumber),
        warehouseId: String(row.values.warehouse ?? firstWarehouse),
        delta,
      });
  }
  return plan;
};
