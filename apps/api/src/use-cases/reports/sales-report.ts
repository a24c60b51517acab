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
  return inTurn(() =>
    db.transaction(async (tx) => {
      await salesReportStore.takeTime(tx);
      const rows = await salesReportStore.rows(tx, scope, period, group);
      const [sum, before] = await salesReportStore.sums(tx, scope, [period, earlier]);
      return { rows, sum: sum!, before: { ...earlier, ...before! } };
    }),
  );
};

let last: Promise<unknown> = Promise.resolve();
/** One report of a process at a time: who reads about a quarter waits a little, and nobody who orders waits for him. */
const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
  const turn = last.then(work);
  last = turn.catch(() => {});
  return turn;
};
