import { daysBetween, monthsBetween, plusDays, plusMonths } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { type CreditHistory, type InvoiceRecord, type OrderRecord, openOn, settledOn } from './credit-history.ts';
import { paymentStats } from './payment-stats.ts';

/**
 * What a credit score looks at, as one flat row; ratios are shares of 1, null = no data, which every card treats as a bin of its
 * own. Behaviour is that of the twelve months up to and including the day of the look.
 */
export type CreditFeatures = {
  readonly onTimeByCount: number | null;
  readonly onTimeByAmount: number | null;
  readonly weightedDaysLate: number | null;
  readonly maxDaysLate: number | null;
  /** Overdue part of what is open now. */
  readonly overdueRatio: number | null;
  /** Shares of what is open now, by days past due. */
  readonly share1to30: number | null;
  readonly share31to60: number | null;
  readonly share61to90: number | null;
  readonly shareOver90: number | null;
  readonly utilisation: number | null;
  /** Highest share of the limit in open invoices at six month ends, the day of the look the last. */
  readonly utilisationMax6m: number | null;
  readonly ordersPerMonth: number | null;
  /** Purchases of the last 90 days against the 90 before, as a change: 0.1 = ten percent more. */
  readonly orderTrend: number | null;
  readonly monthsSinceFirstOrder: number | null;
  /** Cancelled and returned value per ordered value. */
  readonly cancelReturnRatio: number | null;
  readonly disputeRatio: number | null;
  readonly prepaidShare: number | null;
  readonly registeredCapital: number | null;
  readonly yearsInBusiness: number | null;
  readonly openLawsuits: number | null;
  /** 1 when the company is blacklisted or has an open lawsuit, else 0. */
  readonly publicRecord: number | null;
  readonly licenceVerified: number | null;
};

const WINDOW_MONTHS = 12;
const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);
const total = (amounts: readonly number[]): number => amounts.reduce((a, b) => a + b, 0);

const netOf = (order: OrderRecord): number => (order.cancelled ? 0 : order.amount - order.returned);

const openNow = (invoices: readonly InvoiceRecord[], asOf: Day) => {
  const open = invoices.map((invoice) => ({ days: daysBetween(invoice.due, asOf), amount: openOn(invoice, asOf) }));
  const whole = total(open.map(({ amount }) => amount));
  // Who owes nothing has nothing overdue; who was never billed is not known.
  const share = (from: number, to: number): number | null =>
    whole === 0
      ? invoices.length > 0
        ? 0
        : null
      : ratio(total(open.filter(({ days }) => days >= from && days <= to).map(({ amount }) => amount)), whole);
  return {
    overdueRatio: share(1, Number.POSITIVE_INFINITY),
    share1to30: share(1, 30),
    share31to60: share(31, 60),
    share61to90: share(61, 90),
    shareOver90: share(91, Number.POSITIVE_INFINITY),
  };
};

const ordering = (orders: readonly OrderRecord[], asOf: Day) => {
  const known = orders.filter((order) => order.placedOn <= asOf);
  const first = known.map((order) => order.placedOn).sort()[0];
  const since = plusMonths(asOf, -WINDOW_MONTHS);
  const recent = known.filter((order) => order.placedOn > since);
  const between = (from: number, to: number): number =>
    total(
      known
        .filter((order) => order.placedOn > plusDays(asOf, -from) && order.placedOn <= plusDays(asOf, -to))
        .map(netOf),
    );
  const months = first === undefined ? null : monthsBetween(first, asOf);
  const before = between(180, 90);
  return {
    ordersPerMonth:
      months === null ? null : recent.filter((order) => !order.cancelled).length / Math.min(12, Math.max(1, months)),
    orderTrend: before > 0 ? between(90, 0) / before - 1 : null,
    monthsSinceFirstOrder: months,
    cancelReturnRatio: ratio(
      total(recent.map((order) => order.amount - netOf(order))),
      total(recent.map((order) => order.amount)),
    ),
    prepaidShare: ratio(
      total(recent.filter((order) => !order.cancelled).map((order) => order.prepaid)),
      total(recent.filter((order) => !order.cancelled).map((order) => order.amount)),
    ),
  };
};

/** The features of a customer as of a day; later records are not looked at, so a past score can be computed again. */
export const creditFeatures = (
  { invoices, orders, external, limit, exposure }: CreditHistory,
  asOf: Day,
): CreditFeatures => {
  const since = plusMonths(asOf, -WINDOW_MONTHS);
  const issued = invoices.filter((invoice) => invoice.issued <= asOf);
  const judged = issued
    .map((invoice) => ({ due: invoice.due, paid: settledOn(invoice, asOf), amount: invoice.amount }))
    .filter(({ due, paid }) => (paid === null ? due <= asOf : due > since || paid > since));
  const stats = paymentStats(judged, asOf);
  const recent = issued.filter((invoice) => invoice.issued > since);
  const peaks = [0, 1, 2, 3, 4, 5].map((back) =>
    total(issued.map((invoice) => openOn(invoice, plusMonths(asOf, -back)))),
  );
  const { registeredCapital, foundedOn, openLawsuits, blacklisted, licenceVerified } = external;
  const record =
    openLawsuits === undefined && blacklisted === undefined ? null : blacklisted || (openLawsuits ?? 0) > 0;
  return {
    onTimeByCount: stats.onTimeRatio,
    onTimeByAmount: stats.onTimeRatioByAmount,
    weightedDaysLate: stats.weightedDaysLate,
    maxDaysLate: stats.maxDaysLate,
    ...openNow(issued, asOf),
    utilisation: ratio(exposure, limit),
    utilisationMax6m: ratio(Math.max(...peaks), limit),
    ...ordering(orders, asOf),
    disputeRatio: ratio(recent.filter((invoice) => invoice.disputed).length, recent.length),
    registeredCapital: registeredCapital ?? null,
    yearsInBusiness: foundedOn === undefined ? null : monthsBetween(foundedOn, asOf) / 12,
    openLawsuits: openLawsuits ?? null,
    publicRecord: record === null ? null : Number(record),
    licenceVerified: licenceVerified === undefined ? null : Number(licenceVerified),
  };
};
