import {
  type Assessment,
  ageInvoices,
  describeBin,
  type InvoiceRecord,
  openOn,
  waterfall,
} from '@tradeline/domain/credit';
import type { Day } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import { showAmount } from './amount.ts';

const share = (value: number): string => `${Math.round(value * 1000) / 10}%`;
const RATIOS = new Set([
  'onTimeByCount',
  'onTimeByAmount',
  'overdueRatio',
  'utilisation',
  'utilisationMax6m',
  'orderTrend',
  'cancelReturnRatio',
  'disputeRatio',
  'prepaidShare',
]);
const show = (column: string, value: unknown): string => {
  if (value === null) return 'no data';
  return typeof value === 'number' && RATIOS.has(column) ? share(value) : String(value);
};

/** What decides a customer's credit, for a person to read. */
export const assessmentLines = (
  customer: string,
  assessment: Assessment,
  invoices: readonly InvoiceRecord[],
  asOf: Day,
): string[] => {
  const { scored, rating, limit, account, reasons } = assessment;
  const open = invoices.map(({ id, due, ...invoice }) => ({
    id,
    due,
    open: minor(openOn({ id, due, ...invoice }, asOf)),
  }));
  const aged = ageInvoices(open, asOf);
  return [
    `${customer} as of ${asOf}`,
    `  score ${scored.score}, probability of default ${share(scored.pd)}`,
    `  rating ${rating.grade}${rating.modelGrade === rating.grade ? '' : ` (by the score alone ${rating.modelGrade})`}`,
    ...rating.reasons.map((reason) => `    because ${JSON.stringify(reason)}`),
    `  limit ${showAmount(limit.limit)}, decided by ${limit.decidedBy}`,
    ...limit.bounds.map(({ bound, amount }) => `    ${bound}: ${showAmount(amount)}`),
    `  terms ${account.termDays} days, ${account.prepayPercent}% before delivery, confirmed unseen up to ${account.autoConfirmPercent}% of the limit`,
    ...(account.orderCap === undefined ? [] : [`    one order at most ${showAmount(account.orderCap)} on credit`]),
    `  open ${showAmount(minor(aged.current + aged.overdue))}, overdue ${showAmount(aged.overdue)}, oldest ${aged.maxDaysPastDue} days`,
    '  how the score came about',
    ...waterfall(scored).map(
      ({ column, points, total }) =>
        `    ${(column ?? 'base').padEnd(24)}${String(points).padStart(6)}${String(total).padStart(7)}`,
    ),
    '  what would lift it',
    ...reasons.map(({ code, column, value, loss, lift }) => {
      const way = lift ? `; ${describeBin(lift.scope)} would give ${lift.gain} more` : '';
      return `    ${code} ${column}: ${show(column, value)} costs ${loss} points${way}`;
    }),
  ];
};
