import { err, ok, type Result } from '../kernel/index.ts';

/** Demand of one thing per period, oldest first, and what is known about the periods. All lists are as long as `values`. */
export type DemandHistory = {
  /** What was sold; null where nobody knows. */
  readonly values: readonly (number | null)[];
  /** Periods in a season: day 7, week 52, month 12, quarter 4; 1 for none. */
  readonly season: number;
  /** Periods in which goods ran out: demand was at least what was sold. */
  readonly stockOut?: readonly boolean[] | undefined;
  /** By what a promotion multiplied demand; 1 for a period without. */
  readonly promotion?: readonly number[] | undefined;
};

export type HistoryRefusal =
  | { readonly kind: 'history-empty' }
  | { readonly kind: 'history-too-long'; readonly periods: number; readonly limit: number }
  | { readonly kind: 'history-lists-differ'; readonly periods: number }
  | { readonly kind: 'value-invalid'; readonly period: number }
  | { readonly kind: 'season-invalid'; readonly season: number };

/** Periods beyond which a history is refused: fitting is linear in them, and nothing so old bears on next month. */
export const MOST_PERIODS = 5000;

export const checkHistory = (history: DemandHistory): Result<DemandHistory, HistoryRefusal> => {
  const { values, season, stockOut, promotion } = history;
  const periods = values.length;
  if (periods > MOST_PERIODS) return err({ kind: 'history-too-long', periods, limit: MOST_PERIODS });
  if (!Number.isSafeInteger(season) || season < 1 || season > 366) return err({ kind: 'season-invalid', season });
  if ((stockOut && stockOut.length !== periods) || (promotion && promotion.length !== periods))
    return err({ kind: 'history-lists-differ', periods });
  const invalid = values.findIndex((value) => value !== null && !(Math.abs(value) < 1e15));
  const multiplier = promotion?.findIndex((factor) => !(factor > 0 && factor < 1e6)) ?? -1;
  if (invalid >= 0 || multiplier >= 0)
    return err({ kind: 'value-invalid', period: invalid >= 0 ? invalid : multiplier });
  return values.some((value, at) => value !== null && !stockOut?.[at]) ? ok(history) : err({ kind: 'history-empty' });
};
