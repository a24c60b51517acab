import { daysBetween, plusDays } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { minor } from '../../money/index.ts';
import { blockReasons } from './block-reasons.ts';
import type { CreditCheck } from './credit-check.ts';

export type Fit = {
  readonly on: Day;
  /** The invoices whose payment makes the room, in the order they fall due. */
  readonly after: readonly string[];
};

/**
 * The first day on which the limit holds for this order if the customer pays every open invoice so many days after it is due
 * (its usual delay) and orders nothing else. Undefined when the limit does not hold even then. Invoices overdue by more than
 * the usual delay are taken to come in tomorrow at the earliest.
 */
export const fitsOn = (check: CreditCheck, usualDaysLate: number): Fit | undefined => {
  const exceeds = (state: CreditCheck): boolean =>
    blockReasons(state).some((reason) => reason.kind === 'limit-exceeded');
  if (!exceeds(check)) return { on: check.today, after: [] };
  const expected = check.invoices
    .filter((invoice) => invoice.open > 0 && !invoice.disputed)
    .map((invoice) => {
      const due = plusDays(invoice.due, Math.max(0, Math.round(usualDaysLate)));
      return { ...invoice, on: daysBetween(check.today, due) > 0 ? due : plusDays(check.today, 1) };
    })
    .sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.id < b.id ? -1 : 1));
  let openItems: number = check.exposure.openItems;
  const after: string[] = [];
  for (const invoice of expected) {
    openItems -= invoice.open;
    after.push(invoice.id);
    if (!exceeds({ ...check, exposure: { ...check.exposure, openItems: minor(openItems) } }))
      return { on: invoice.on, after };
  }
  return undefined;
};
