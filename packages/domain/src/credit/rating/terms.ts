import type { Minor } from '../../money/index.ts';
import { minor } from '../../money/index.ts';
import type { CreditAccount } from '../exposure/index.ts';
import type { Grade } from './grade.ts';

/** What a grade may have. */
export type GradeTerms = {
  /** Multiple of an average month's purchases, in tenths. */
  readonly monthsTenths: number;
  readonly termDays: number;
  readonly prepayPercent: number;
  readonly autoConfirmPercent: number;
  /** The largest unpaid part of one order. */
  readonly orderCap: 'none' | 'half-of-limit' | 'average-order-and-half';
  /** New orders only prepaid and by decision of finance. */
  readonly hold: boolean;
};

const open = { prepayPercent: 0, orderCap: 'none', hold: false } as const;
const closed = { monthsTenths: 0, termDays: 0, prepayPercent: 100, autoConfirmPercent: 0, orderCap: 'none' } as const;

export const GRADE_TERMS: Readonly<Record<Grade, GradeTerms>> = {
  AAA: { ...open, monthsTenths: 30, termDays: 60, autoConfirmPercent: 100 },
  AA: { ...open, monthsTenths: 25, termDays: 45, autoConfirmPercent: 100 },
  A: { ...open, monthsTenths: 20, termDays: 30, autoConfirmPercent: 80 },
  BBB: { ...open, monthsTenths: 15, termDays: 30, autoConfirmPercent: 50 },
  BB: { ...open, monthsTenths: 10, termDays: 15, autoConfirmPercent: 0, orderCap: 'half-of-limit' },
  B: {
    monthsTenths: 5,
    termDays: 7,
    prepayPercent: 30,
    autoConfirmPercent: 0,
    orderCap: 'average-order-and-half',
    hold: false,
  },
  CCC: { ...closed, hold: false },
  D: { ...closed, hold: true },
};

const orderCapOf = (terms: GradeTerms, limit: Minor, averageOrder: Minor): Minor | undefined => {
  if (terms.orderCap === 'half-of-limit') return minor(Math.floor(limit / 2));
  return terms.orderCap === 'average-order-and-half' ? minor(Math.floor((averageOrder * 3) / 2)) : undefined;
};

/** The account that a grade and a limit give: what `checkExposure` holds orders against. */
export const accountOf = (
  grade: Grade,
  limit: Minor,
  averageOrder: Minor,
  table: Readonly<Record<Grade, GradeTerms>> = GRADE_TERMS,
): CreditAccount => {
  const terms = table[grade];
  return {
    limit,
    termDays: terms.termDays,
    prepayPercent: terms.prepayPercent,
    autoConfirmPercent: terms.autoConfirmPercent,
    orderCap: orderCapOf(terms, limit, averageOrder),
  };
};
