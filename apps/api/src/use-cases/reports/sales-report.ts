import type { Database } from '@tradeline/db';
import {
  type OrderScope,
  type Period,
  type SalesGroup,
  type SalesRow,
  type SalesSum,
  salesReportStore,
} from '@tradeline/db/stores';
import { daysBetween, plusDays } from '@tradeline/domain/calendar';

export type SalesReport = {
  rows: SalesRow[];
  sum: SalesSum;
  /** As many days, right before. */
  before: Period & SalesSum;
};

/** What was sold in a period, and beside it what was sold in the same number of days before. */
export const salesReport = async (
  db: Database,
  scope: OrderScope,
  period: Period,
  group: SalesGroup,
): Promise<SalesReport> => {
  const days = daysBetween(period.from, period.to) + 1;
  const earlier: Period = { from: plusDays(period.from, -days), to: plusDays(period.from, -1) };
  const [rows, [sum, before]] = await Promise.all([
    salesReportStore.rows(db, scope, period, group),
    salesReportStore.sums(db, scope, [period, earlier]),
  ]);
  return { rows, sum: sum!, before: { ...earlier, ...before! } };
};
