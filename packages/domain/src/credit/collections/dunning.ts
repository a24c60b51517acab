import { daysBetween, plusDays } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { type Minor, minor } from '../../money/index.ts';

export type DunningStep =
  | 'reminder'
  | 'notice'
  | 'call-task'
  | 'no-new-terms'
  | 'hold-and-letter'
  | 'formal-notice'
  | 'default-and-collection';

/** Days relative to the due day on which a step is taken. */
export type DunningPlan = readonly { readonly step: DunningStep; readonly day: number }[];

export const DEFAULT_DUNNING_PLAN: DunningPlan = [
  { step: 'reminder', day: -3 },
  { step: 'notice', day: 1 },
  { step: 'call-task', day: 7 },
  { step: 'no-new-terms', day: 15 },
  { step: 'hold-and-letter', day: 30 },
  { step: 'formal-notice', day: 60 },
  { step: 'default-and-collection', day: 90 },
];

export type DunnedInvoice = {
  readonly id: string;
  readonly due: Day;
  readonly open: Minor;
  readonly disputed?: boolean | undefined;
  /** The customer promised to pay by this day; the invoice rests until it has passed. */
  readonly promisedFor?: Day | undefined;
};

export type DunningState = {
  readonly today: Day;
  readonly invoices: readonly DunnedInvoice[];
  /** Steps taken before, of any plan of the customer. */
  readonly done: readonly { readonly step: DunningStep; readonly on: Day }[];
};

export type Dunning = {
  /** The invoice that sets the pace: the oldest that is open and not resting. Absent when nothing is to be asked for. */
  readonly pace?: { readonly invoice: string; readonly daysPastDue: number } | undefined;
  /** The step to take now, if it was not taken in this plan yet. Steps that were missed are not made up for. */
  readonly act?:
    | {
        readonly step: DunningStep;
        readonly amount: Minor;
        readonly invoices: readonly { readonly id: string; readonly open: Minor; readonly daysPastDue: number }[];
      }
    | undefined;
  readonly next?: { readonly step: DunningStep; readonly on: Day } | undefined;
  readonly resting: readonly {
    readonly id: string;
    readonly why: 'disputed' | 'promised';
    readonly until?: Day | undefined;
  }[];
  /** What holds while the plan stands where it stands, whether or not the step was sent. */
  readonly noNewTerms: boolean;
  readonly hold: boolean;
  readonly inDefault: boolean;
};

const oldestFirst = (a: DunnedInvoice, b: DunnedInvoice): number =>
  a.due < b.due ? -1 : a.due > b.due ? 1 : a.id < b.id ? -1 : 1;

/**
 * One running plan per customer, paced by the oldest invoice that counts. It ends when that invoice is paid and starts anew at
 * the place of the next oldest, so a customer is never asked by two plans at once.
 */
export const dunning = ({ today, invoices, done }: DunningState, plan: DunningPlan = DEFAULT_DUNNING_PLAN): Dunning => {
  const open = invoices.filter((invoice) => invoice.open > 0).sort(oldestFirst);
  const promised = (invoice: DunnedInvoice): boolean =>
    invoice.promisedFor !== undefined && today <= invoice.promisedFor;
  const resting = open
    .filter((invoice) => invoice.disputed || promised(invoice))
    .map((invoice) =>
      invoice.disputed
        ? { id: invoice.id, why: 'disputed' as const }
        : { id: invoice.id, why: 'promised' as const, until: invoice.promisedFor },
    );
  const running = open.filter((invoice) => !invoice.disputed && !promised(invoice));
  const steps = [...plan].sort((a, b) => a.day - b.day);
  const leader = running[0];
  const days = leader ? daysBetween(leader.due, today) : Number.NEGATIVE_INFINITY;
  const has = (step: DunningStep): boolean => steps.some((at) => at.step === step && at.day <= days);
  const effects = {
    noNewTerms: has('no-new-terms'),
    hold: has('hold-and-letter'),
    inDefault: has('default-and-collection'),
  };
  if (!leader) return { resting, ...effects };

  const reached = steps.filter((at) => at.day <= days).at(-1);
  const following = steps.find((at) => at.day > days);
  const next = following && { step: following.step, on: plusDays(leader.due, following.day) };
  const taken =
    reached !== undefined &&
    done.some(({ step, on }) => step === reached.step && on >= plusDays(leader.due, reached.day));
  const asked = running
    .map(({ id, due, open: amount }) => ({ id, open: amount, daysPastDue: daysBetween(due, today) }))
    .filter(({ daysPastDue }) => daysPastDue >= Math.min(1, steps[0]?.day ?? 1));
  return {
    pace: { invoice: leader.id, daysPastDue: days },
    ...(reached && !taken
      ? {
          act: {
            step: reached.step,
            amount: minor(asked.reduce((total, invoice) => total + invoice.open, 0)),
            invoices: asked,
          },
        }
      : {}),
    ...(next ? { next } : {}),
    resting,
    ...effects,
  };
};
