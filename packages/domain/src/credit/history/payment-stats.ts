import { daysBetween } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';

/** An invoice that has come due or was settled. */
export type SettledInvoice = {
  readonly due: Day;
  /** The day its last part was paid; null = still open. */
  readonly paid: Day | null;
  readonly amount: number;
};

/** How punctually a customer pays; null where there is nothing to judge. */
export type PaymentStats = {
  readonly invoices: number;
  readonly onTimeRatio: number | null;
  readonly onTimeRatioByAmount: number | null;
  readonly meanDaysLate: number | null;
  /** Days late weighted by the amount. */
  readonly weightedDaysLate: number | null;
  readonly maxDaysLate: number | null;
};

/** Days late are never negative: paying early does not make up for paying late. Open invoices are as late as the day of the look. */
export const paymentStats = (invoices: readonly SettledInvoice[], asOf?: Day): PaymentStats => {
  const judged = invoices.flatMap(({ due, paid, amount }) => {
    const end = paid ?? asOf;
    if (end === undefined || (paid === null && end <= due)) return [];
    return [{ amount, late: Math.max(0, daysBetween(due, end)) }];
  });
  if (judged.length === 0)
    return {
      invoices: 0,
      onTimeRatio: null,
      onTimeRatioByAmount: null,
      meanDaysLate: null,
      weightedDaysLate: null,
      maxDaysLate: null,
    };
  const total = judged.reduce((sum, { amount }) => sum + amount, 0);
  const onTime = judged.filter(({ late }) => late === 0);
  return {
    invoices: judged.length,
    onTimeRatio: onTime.length / judged.length,
    onTimeRatioByAmount: total === 0 ? null : onTime.reduce((sum, { amount }) => sum + amount, 0) / total,
    meanDaysLate: judged.reduce((sum, { late }) => sum + late, 0) / judged.length,
    weightedDaysLate: total === 0 ? null : judged.reduce((sum, { amount, late }) => sum + amount * late, 0) / total,
    maxDaysLate: Math.max(...judged.map(({ late }) => late)),
  };
};
