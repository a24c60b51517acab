import type { PriceRow, PriceWish } from '@tradeline/db/stores';
import { type UnitPriceE4, unitPriceE4 } from '@tradeline/domain/money';
import { decimalText } from '@tradeline/domain/sheet';
import type { ImportProblem, PlannedRow } from './import-report.ts';
import type { ReadRow } from './read-cells.ts';

export type PricePlan = { rows: PlannedRow[]; problems: ImportProblem[]; byList: Map<string, PriceWish[]> };

/** Where a row names no list, the base list is meant; where it names no quantity, the price from one unit on. */
export const priceKey = (values: Readonly<Record<string, unknown>>, baseList: string): string =>
  `${values.list ?? baseList}/${values.itemNumber}/${values.minQuantity ?? 1}`;

/** Decides which prices are new, changed or taken off (`-`). */
export const planPrices = (read: readonly ReadRow[], stored: readonly PriceRow[], baseList: string): PricePlan => {
  const known = new Map(stored.map((row) => [`${row.priceListId}/${row.skuId}/${row.minQuantity}`, row.unitPriceE4]));
  const plan: PricePlan = { rows: [], problems: [], byList: new Map() };
  const show = (price: UnitPriceE4 | null): string => (price === null ? '' : decimalText(price, 4));
  for (const row of read) {
    plan.problems.push(...row.problems);
    if (row.problems.length > 0) {
      plan.rows.push({ row: row.row, item: row.item, state: 'rejected', changes: [] });
      continue;
    }
    const before = known.get(priceKey(row.values, baseList)) ?? null;
    const after = row.values.price === null ? null : unitPriceE4(Number(row.values.price));
    const changes = before === after ? [] : [{ key: 'price', before: show(before), after: show(after) }];
    const state = changes.length === 0 ? 'unchanged' : before === null ? 'new' : 'changed';
    plan.rows.push({ row: row.row, item: row.item, state, changes });
    if (changes.length === 0) continue;
    const list = String(row.values.list ?? baseList);
    const wish = {
      skuId: String(row.values.itemNumber),
      minQuantity: Number(row.values.minQuantity ?? 1),
      beforeE4: before,
      afterE4: after,
    };
    const wishes = plan.byList.get(list);
    if (wishes) wishes.push(wish);
    else plan.byList.set(list, [wish]);
  }
  return plan;
};
