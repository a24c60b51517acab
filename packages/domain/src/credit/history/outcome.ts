import { plusDays, plusMonths } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { type InvoiceRecord, openOn } from './credit-history.ts';

export type OutcomeRule = {
  readonly months: number;
  /** An undisputed invoice past due by more days than this is a default. */
  readonly days: number;
};
/** Basel's definition of default; take 60 days while defaults are too few to learn from. */
export const DEFAULT_OUTCOME_RULE: OutcomeRule = { months: 12, days: 90 };

/**
 * What became of a customer after a day: the label a card is fitted on, beside the features of that day. `unknown` until the
 * months are over, unless the default has happened already. A customer in default on the day itself has no outcome to learn.
 */
export const outcomeAfter = (
  invoices: readonly InvoiceRecord[],
  observedOn: Day,
  knownUntil: Day,
  { months, days }: OutcomeRule = DEFAULT_OUTCOME_RULE,
): 'good' | 'bad' | 'unknown' | 'in-default' => {
  const until = plusMonths(observedOn, months);
  const defaults = invoices
    .filter((invoice) => !invoice.disputed)
    .map((invoice) => ({ invoice, on: plusDays(invoice.due, days + 1) }))
    .filter(({ invoice, on }) => on <= knownUntil && openOn(invoice, plusDays(on, -1)) > 0);
  if (defaults.some(({ invoice, on }) => on <= observedOn && openOn(invoice, observedOn) > 0)) return 'in-default';
  if (defaults.some(({ on }) => on > observedOn && on <= until)) return 'bad';
  return until <= knownUntil ? 'good' : 'unknown';
};
