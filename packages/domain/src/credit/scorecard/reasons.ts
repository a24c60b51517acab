import type { BinScope } from './bin.ts';
import type { ScoreStep } from './points-card.ts';
import type { Scored } from './score-row.ts';
import type { Cell } from './table.ts';

/** Stable codes; R01 late payments, R02 days past due, R03 overdue now, R04 utilisation, R05 falling purchases, R06 short history, R07 cancellations and returns, R08 external facts, R09 any other feature of a fitted card. */
export type ReasonCode = 'R01' | 'R02' | 'R03' | 'R04' | 'R05' | 'R06' | 'R07' | 'R08' | 'R09';

const CODES: Readonly<Record<string, ReasonCode>> = {
  onTimeByCount: 'R01',
  onTimeByAmount: 'R01',
  weightedDaysLate: 'R02',
  maxDaysLate: 'R02',
  overdueRatio: 'R03',
  share1to30: 'R03',
  share31to60: 'R03',
  share61to90: 'R03',
  shareOver90: 'R03',
  utilisation: 'R04',
  utilisationMax6m: 'R04',
  ordersPerMonth: 'R05',
  orderTrend: 'R05',
  monthsSinceFirstOrder: 'R06',
  cancelReturnRatio: 'R07',
  disputeRatio: 'R07',
  registeredCapital: 'R08',
  yearsInBusiness: 'R08',
  openLawsuits: 'R08',
  publicRecord: 'R08',
  licenceVerified: 'R08',
};

export type ScoreReason = {
  readonly code: ReasonCode;
  readonly column: string;
  /** The value that cost the points; null = no data yet. */
  readonly value: Cell;
  readonly bin: BinScope | null;
  /** Points below the best bin. */
  readonly loss: number;
  /** The nearest bin that gives more, and how much. */
  readonly lift: ScoreStep['lift'];
};

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Why the score is not higher: the features that cost most, worst first, ties by code, at most `most`. */
export const scoreReasons = (scored: Pick<Scored, 'steps'>, most = 4): readonly ScoreReason[] =>
  scored.steps
    .map((step) => ({
      code: CODES[step.column] ?? ('R09' as const),
      column: step.column,
      value: step.value,
      bin: step.bin,
      loss: step.best - step.points,
      lift: step.lift,
    }))
    .filter((reason) => reason.loss > 0)
    .sort((a, b) => b.loss - a.loss || order(`${a.code} ${a.column}`, `${b.code} ${b.column}`))
    .slice(0, most);

export type WaterfallStep = { readonly column: string | null; readonly points: number; readonly total: number };

/** The score built up from its base (column null), step by step; the last total is the score. */
export const waterfall = ({ base, steps }: Pick<Scored, 'base' | 'steps'>): readonly WaterfallStep[] => {
  let total = base;
  const rows: WaterfallStep[] = [{ column: null, points: base, total }];
  for (const { column, points } of steps) {
    total += points;
    rows.push({ column, points, total });
  }
  return rows;
};
