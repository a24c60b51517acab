import { daysBetween, plusDays } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { medianOf, quantileOf } from './quantile.ts';

export type RhythmTrend = 'quickening' | 'steady' | 'slowing';

/** How a customer's orders follow each other, from the days on which it ordered. */
export type Rhythm = {
  /** Order days counted. */
  readonly occasions: number;
  readonly lastDay: Day;
  /** Days from the last order to the day of the look. */
  readonly gapDays: number;
  /** Usual days between two orders: the median of the last gaps. */
  readonly usualDays: number;
  /** gapDays / usualDays. */
  readonly ratio: number;
  /** Median of the last three gaps against the usual one before them: over 1.5 slowing, under 0.67 quickening. */
  readonly trend: RhythmTrend;
  readonly recentDays: number;
  readonly nextOrder: NextOrder;
};

export type NextOrder = {
  readonly on: Day;
  /** Half of the customer's own gaps ended between these. */
  readonly from: Day;
  readonly to: Day;
  /** Days since the expected day; 0 when it is still to come. */
  readonly overdueDays: number;
  /** The same rule asked before each past order: mean days it was off, over how many orders. Absent before the fourth. */
  readonly pastError?: { readonly meanDays: number; readonly judged: number };
};

/** Orders before which no rhythm is seen. */
export const LEAST_OCCASIONS = 3;
const REMEMBERED = 12;

const gapsOf = (days: readonly Day[]): number[] => days.slice(1).map((day, at) => daysBetween(days[at]!, day));
const usualOf = (gaps: readonly number[]): number => medianOf(gaps.slice(-REMEMBERED)) ?? 0;

const trendOf = (gaps: readonly number[]): { readonly trend: RhythmTrend; readonly recentDays: number } => {
  const recentDays = medianOf(gaps.slice(-3))!;
  const before = usualOf(gaps.slice(0, -3));
  if (gaps.length < 6 || before === 0) return { trend: 'steady', recentDays };
  const change = recentDays / before;
  return { trend: change > 1.5 ? 'slowing' : change < 0.67 ? 'quickening' : 'steady', recentDays };
};

/** How far off the rule was: from the third gap on each is foretold by those before it. */
const pastErrorOf = (gaps: readonly number[]): { readonly meanDays: number; readonly judged: number } | undefined => {
  const errors = gaps.slice(2).map((gap, at) => Math.abs(gap - usualOf(gaps.slice(0, at + 2))));
  return errors.length === 0
    ? undefined
    : { meanDays: errors.reduce((sum, error) => sum + error, 0) / errors.length, judged: errors.length };
};

/** The rhythm of order days (ascending, each once) on a day; undefined before the third order. */
export const rhythmOf = (days: readonly Day[], asOf: Day): Rhythm | undefined => {
  if (days.length < LEAST_OCCASIONS) return undefined;
  const lastDay = days.at(-1)!;
  const gaps = gapsOf(days);
  const usualDays = usualOf(gaps);
  const gapDays = daysBetween(lastDay, asOf);
  const recent = gaps.slice(-REMEMBERED).sort((a, b) => a - b);
  const after = (share: number): Day => plusDays(lastDay, Math.round(quantileOf(recent, share)!));
  const on = after(0.5);
  const pastError = pastErrorOf(gaps);
  return {
    occasions: days.length,
    lastDay,
    gapDays,
    usualDays,
    ratio: gapDays / usualDays,
    ...trendOf(gaps),
    nextOrder: {
      on,
      from: after(0.25),
      to: after(0.75),
      overdueDays: Math.max(0, daysBetween(on, asOf)),
      ...(pastError ? { pastError } : {}),
    },
  };
};
