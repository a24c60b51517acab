import { daysBetween, plusMonths } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { type Minor, minor } from '../../money/index.ts';
import { type CreditHistory, openOn, settledOn } from './credit-history.ts';

/** What rating and limit ask of a history besides the features of the score. */
export type HistoryFacts = {
  readonly firstOrderOn: Day | undefined;
  readonly paidInvoices: number;
  readonly lastOverdueOn: Day | undefined;
  /** Worst of the undisputed invoices that are open now. */
  readonly daysPastDueNow: number;
  readonly purchases12m: Minor;
  readonly averageOrder: Minor;
};

export const historyFacts = ({ invoices, orders }: CreditHistory, asOf: Day): HistoryFacts => {
  const issued = invoices.filter((invoice) => invoice.issued <= asOf);
  const settled = issued.map((invoice) => ({ invoice, on: settledOn(invoice, asOf) }));
  const overdueDays = settled
    .filter(({ invoice, on }) => (on ?? asOf) > invoice.due)
    .map(({ on }) => on ?? asOf)
    .sort();
  const placed = orders.filter((order) => order.placedOn <= asOf);
  const recent = placed.filter((order) => order.placedOn > plusMonths(asOf, -12) && !order.cancelled);
  const purchases = recent.reduce((total, order) => total + order.amount - order.returned, 0);
  const openNow = issued.filter((invoice) => !invoice.disputed && openOn(invoice, asOf) > 0);
  return {
    firstOrderOn: placed.map((order) => order.placedOn).sort()[0],
    paidInvoices: settled.filter(({ on }) => on !== null).length,
    lastOverdueOn: overdueDays.at(-1),
    daysPastDueNow: openNow.reduce((most, invoice) => Math.max(most, daysBetween(invoice.due, asOf)), 0),
    purchases12m: minor(purchases),
    averageOrder: minor(recent.length === 0 ? 0 : Math.round(purchases / recent.length)),
  };
};
