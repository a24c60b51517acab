import { day } from '@tradeline/domain/calendar';
import {
  ageInvoices,
  applyPayments,
  auc,
  brier,
  dso,
  dsoCountBack,
  exposureWith,
  gini,
  gradeWithin,
  ks,
  openOrdersWithin,
  paymentStats,
  pdOfScore,
  provisionOf,
  psi,
  type Scaling,
  scaleOf,
  scoreOfPd,
  weightOfEvidence,
} from '@tradeline/domain/credit';
import type { Day } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { fitLogistic, linearPredictor, sigmoid } from '@tradeline/domain/statistics';
import { creditCheck } from './credit-check.ts';

const snake = (text: string): string => text.replaceAll('-', '_');
const dayOf = (text: string): Day => day(text.slice(0, 10));

type WoeInput = {
  readonly bins: readonly { readonly good: number; readonly bad: number }[];
  readonly sign?: string;
};
const woe = ({ bins, sign }: WoeInput) => {
  const { woe: values, iv } = weightOfEvidence(bins);
  const badFirst = sign?.startsWith('ln(bad') === true;
  return { woe: badFirst ? values.map((value) => -value) : values, iv };
};

type FitInput = {
  readonly rows: readonly (readonly number[])[];
  readonly columns?: readonly string[];
  readonly target?: string;
  readonly lambda?: number;
  readonly ridge?: number;
};
const logisticFit = ({ rows, columns, target, lambda, ridge }: FitInput) => {
  const at = Math.max(0, columns?.indexOf(target ?? columns[0]!) ?? 0);
  const labels = rows.map((row) => row[at]!);
  const data = rows.map((row) => row.filter((_, index) => index !== at));
  const fit = fitLogistic(data, labels, lambda ?? ridge ?? 0);
  if (!fit.ok) return { ok: false, reason: snake(fit.error.kind) };
  const fitted = data.map((row) => sigmoid(linearPredictor(fit.value.coefficients, row)));
  return { ok: true, ...fit.value, fitted, auc: auc({ labels, scores: fitted }) };
};

type AgingInput = {
  readonly asOf: string;
  readonly edges?: readonly number[];
  readonly invoices: readonly { readonly id: string; readonly due: string; readonly open: number }[];
  readonly payments?: readonly { readonly amount: number; readonly invoice?: string }[];
};
const aging = ({ asOf, edges, invoices, payments = [] }: AgingInput) => {
  const open = invoices.map((invoice) => ({ id: invoice.id, due: dayOf(invoice.due), open: minor(invoice.open) }));
  const applied = applyPayments(
    open,
    payments.map((payment) => ({ ...payment, amount: minor(payment.amount) })),
  );
  const aged = ageInvoices(applied.invoices, dayOf(asOf), edges);
  const buckets = aged.buckets.map(({ from, to, amount }) => [
    to === null ? `d${from - 1}_plus` : `d${from}_${to}`,
    amount,
  ]);
  return {
    ...aged,
    buckets: Object.fromEntries(buckets),
    unapplied: applied.unapplied,
    provision: provisionOf(aged).total,
  };
};

type PartsInput = {
  readonly limit: number;
  readonly openItems?: number;
  readonly openBilling?: number;
  readonly openDeliveries?: number;
  readonly openOrders?: number | readonly { readonly amount: number; readonly date?: string }[];
  readonly horizon?: string;
  readonly secured?: number;
  readonly newOrder?: number;
  readonly prepaid?: number;
};
const openOrdersOf = ({ openOrders = 0, horizon }: PartsInput): Minor =>
  typeof openOrders === 'number'
    ? minor(openOrders)
    : openOrdersWithin(
        openOrders.map((order) => ({
          unpaid: minor(order.amount),
          deliveryOn: order.date === undefined ? undefined : dayOf(order.date),
        })),
        horizon === undefined ? undefined : dayOf(horizon),
      );
const exposure = (input: PartsInput) => {
  const total = exposureWith(
    {
      openItems: minor(input.openItems ?? 0),
      openBilling: minor(input.openBilling ?? 0),
      openDeliveries: minor(input.openDeliveries ?? 0),
      openOrders: openOrdersOf(input),
      secured: minor(input.secured ?? 0),
    },
    minor(Math.max(0, (input.newOrder ?? 0) - (input.prepaid ?? 0))),
  );
  const over = Math.max(0, total - input.limit);
  return {
    exposure: total,
    available: input.limit - total,
    allowed: over === 0,
    exceededBy: over,
    shortBy: over,
    prepay: over,
  };
};

type PaymentInput = {
  readonly asOf?: string;
  readonly invoices: readonly { readonly due: string; readonly paid?: string | null; readonly amount: number }[];
};
const payments = ({ asOf, invoices }: PaymentInput) =>
  paymentStats(
    invoices.map(({ due, paid, amount }) => ({ due: dayOf(due), paid: paid ? dayOf(paid) : null, amount })),
    asOf === undefined ? undefined : dayOf(asOf),
  );

type DsoInput = {
  readonly receivables: number;
  readonly sales?: number;
  readonly days?: number;
  readonly periods?: readonly { readonly sales: number; readonly days: number }[];
  readonly months?: readonly { readonly sales: number; readonly days: number }[];
};

/** How each `fn` of the credit file is asked of the domain. */
export const credit: Readonly<Record<string, (input: never) => unknown>> = {
  scoreScaling: scaleOf,
  scoreOfPd: ({ pd, score, ...scaling }: Scaling & { readonly pd?: number; readonly score?: number }) =>
    pd === undefined ? { pd: pdOfScore(score ?? 0, scaling) } : { score: scoreOfPd(pd, scaling) },
  woe,
  logisticFit,
  auc: (judged: { readonly labels: readonly number[]; readonly scores: readonly number[] }) => ({
    auc: auc(judged),
    gini: gini(judged),
    ks: ks(judged)?.ks,
    brier: brier(judged),
  }),
  psi: (input: { readonly expected: readonly number[]; readonly actual: readonly number[] }) =>
    psi(input.expected, input.actual),
  aging,
  exposure,
  creditCheck,
  ratingOfPd: (input: { pd: number; grades: readonly { readonly grade: string; readonly maxPd: number }[] }) => ({
    grade: gradeWithin(input.pd, input.grades),
  }),
  paymentStats: payments,
  dso: ({ receivables, sales = 0, days = 0, months, periods = months }: DsoInput) => ({
    dso: periods ? dsoCountBack(receivables, periods) : dso(receivables, sales, days),
  }),
};
