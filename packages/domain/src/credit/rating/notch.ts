import { plusMonths } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { compareGrades, type Grade, gradeOfPd, oneBetter, worseGrade } from './grade.ts';

/** Basel's definition: more than 90 days past due, or unlikely to pay. */
export type DefaultFlag = 'more-than-90-days-past-due' | 'insolvency' | 'fraud';

export type RatingFacts = {
  readonly today: Day;
  readonly pd: number;
  readonly defaults: readonly DefaultFlag[];
  /** The grade in force; absent for a customer never rated. */
  readonly current?: { readonly grade: Grade; readonly since: Day } | undefined;
  /** The last day on which anything was overdue; absent = never. */
  readonly lastOverdueOn?: Day | undefined;
  readonly paidInvoices: number;
  readonly firstOrderOn?: Day | undefined;
};

/** Why the grade is not the one of the PD. */
export type NotchReason =
  | { readonly kind: 'default'; readonly flags: readonly DefaultFlag[] }
  | { readonly kind: 'new-customer'; readonly cap: Grade; readonly paidInvoices: number; readonly needed: number }
  /** An upgrade waits for its quarter or for time without overdue, until the day given. */
  | { readonly kind: 'upgrade-waits'; readonly until: Day; readonly for: 'quarter' | 'no-overdue' }
  | { readonly kind: 'one-grade-at-a-time'; readonly aim: Grade };

export type Rating = {
  readonly grade: Grade;
  /** What the PD alone would give. */
  readonly modelGrade: Grade;
  readonly reasons: readonly NotchReason[];
};

const NEW_CUSTOMER_CAP: Grade = 'BB';
const NEEDED_INVOICES = 3;
const NEEDED_MONTHS = 6;
const QUARTER_MONTHS = 3;

const capOfNew = ({ today, paidInvoices, firstOrderOn }: RatingFacts): NotchReason | undefined => {
  const seasoned = firstOrderOn !== undefined && plusMonths(firstOrderOn, NEEDED_MONTHS) <= today;
  return seasoned || paidInvoices >= NEEDED_INVOICES
    ? undefined
    : { kind: 'new-customer', cap: NEW_CUSTOMER_CAP, paidInvoices, needed: NEEDED_INVOICES };
};

const later = (a: Day, b: Day): Day => (a > b ? a : b);

/**
 * The grade of today. Down at once; up at most one grade a quarter, and only after three months without overdue; a customer
 * without three paid invoices or six months is capped; a default flag gives D whatever the model says.
 */
export const rate = (facts: RatingFacts): Rating => {
  const modelGrade = gradeOfPd(facts.pd);
  if (facts.defaults.length > 0)
    return { grade: 'D', modelGrade, reasons: [{ kind: 'default', flags: facts.defaults }] };
  const reasons: NotchReason[] = [];
  let aim = modelGrade;
  const capped = capOfNew(facts);
  if (capped && compareGrades(aim, NEW_CUSTOMER_CAP) < 0) {
    reasons.push(capped);
    aim = worseGrade(aim, NEW_CUSTOMER_CAP);
  }
  const { current, today, lastOverdueOn } = facts;
  if (!current || compareGrades(aim, current.grade) >= 0) return { grade: aim, modelGrade, reasons };

  const quarter = plusMonths(current.since, QUARTER_MONTHS);
  const clean = lastOverdueOn === undefined ? today : plusMonths(lastOverdueOn, QUARTER_MONTHS);
  const until = later(quarter, clean);
  if (until > today)
    return {
      grade: current.grade,
      modelGrade,
      reasons: [...reasons, { kind: 'upgrade-waits', until, for: quarter >= clean ? 'quarter' : 'no-overdue' }],
    };
  const grade = oneBetter(current.grade);
  if (grade !== aim) reasons.push({ kind: 'one-grade-at-a-time', aim });
  return { grade, modelGrade, reasons };
};
