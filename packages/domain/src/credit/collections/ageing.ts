import { daysBetween } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import type { DueInvoice } from './apply-payments.ts';

export type AgeBucket = {
  /** Days past due, both included; `to` null = no end. */
  readonly from: number;
  readonly to: number | null;
  readonly amount: Minor;
  readonly invoices: readonly string[];
};

export type Ageing = {
  /** Not past due, the due day itself included. */
  readonly current: Minor;
  readonly buckets: readonly AgeBucket[];
  readonly overdue: Minor;
  readonly maxDaysPastDue: number;
};

export const DEFAULT_AGE_EDGES: readonly number[] = [30, 60, 90];

/** Open amounts by days past due: up to each edge, then beyond the last. `current` and the buckets sum to all that is open. */
export const ageInvoices = (
  invoices: readonly DueInvoice[],
  asOf: Day,
  edges: readonly number[] = DEFAULT_AGE_EDGES,
): Ageing => {
  const aged = invoices
    .map((invoice) => ({ ...invoice, days: daysBetween(invoice.due, asOf) }))
    .filter((invoice) => invoice.open !== 0);
  const sumOf = (some: readonly { readonly open: Minor }[]): Minor =>
    minor(some.reduce((total, { open }) => total + open, 0));
  const late = aged.filter(({ days }) => days > 0);
  const buckets = [0, ...edges].map((edge, at): AgeBucket => {
    const to = edges[at] ?? null;
    const within = late.filter(({ days }) => days > edge && (to === null || days <= to));
    return { from: edge + 1, to, amount: sumOf(within), invoices: within.map(({ id }) => id).sort() };
  });
  return {
    current: sumOf(aged.filter(({ days }) => days <= 0)),
    buckets,
    overdue: sumOf(late),
    maxDaysPastDue: late.reduce((most, { days }) => Math.max(most, days), 0),
  };
};

/** Share of each bucket expected to be lost, basis points: current first, then the buckets in order. */
export const DEFAULT_PROVISION_BP: readonly number[] = [50, 200, 1000, 3000, 10_000];

/** Allowance for expected loss by age; every part is rounded half up and the total is their sum. */
export const provisionOf = (
  ageing: Ageing,
  rates: readonly number[] = DEFAULT_PROVISION_BP,
): { readonly total: Minor; readonly parts: readonly Minor[] } => {
  const amounts = [ageing.current, ...ageing.buckets.map(({ amount }) => amount)];
  const parts = amounts.map((amount, at) => minor(Math.round((Math.max(0, amount) * (rates[at] ?? 10_000)) / 10_000)));
  return { total: minor(parts.reduce((total, part) => total + part, 0)), parts };
};
