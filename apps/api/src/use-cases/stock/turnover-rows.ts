import type { YearOfStock } from '@tradeline/db/stores';
import { abcClasses, deadStock, turnover, xyzClass } from '@tradeline/domain/analytics';
import type { Instant } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';

/** Turnover, class and rest of every SKU, by the domain's analytics, from what the ledger says of a year. */
export const turnoverRows = (items: readonly YearOfStock[], now: Instant, slowDays: number) => {
  const cogsOf = ({ shipped, unitCost }: YearOfStock): number =>
    shipped.reduce((sum, units) => sum + Math.max(0, units), 0) * unitCost;
  const abc = new Map(
    abcClasses(items.map((item) => ({ id: item.skuId, value: cogsOf(item) }))).map((row) => [row.id, row.class]),
  );
  const dead = new Map(
    deadStock(
      items.flatMap(({ firstReceivedAt, lastSoldAt, ...item }) =>
        firstReceivedAt ? [{ ...item, firstReceiptAt: firstReceivedAt, lastSaleAt: lastSoldAt ?? undefined }] : [],
      ),
      now,
      slowDays,
    ).map((row) => [row.skuId, row.since]),
  );
  return items.map((item) => {
    const cogs = cogsOf(item);
    const stockValues = item.levels.map((level) => Math.max(0, level) * item.unitCost);
    const { averageStock, turns, daysOfStock } = turnover({ cogs, stockValues, days: 365 });
    return {
      skuId: item.skuId,
      shipped90: item.shipped90,
      shipped365: item.shipped.reduce((sum, units) => sum + units, 0),
      cogs: minor(cogs),
      averageValue: minor(Math.round(averageStock)),
      value: minor(item.onHand * item.unitCost),
      onHand: item.onHand,
      turnsBp: turns === undefined ? null : Math.round(turns * 100),
      daysOfStock: daysOfStock === undefined ? null : Math.min(99_999, Math.round(daysOfStock)),
      abc: abc.get(item.skuId) ?? 'C',
      xyz: xyzClass(item.shipped).class,
      lastSoldAt: item.lastSoldAt,
      firstReceivedAt: item.firstReceivedAt,
      deadSince: dead.get(item.skuId) ?? null,
    };
  });
};
