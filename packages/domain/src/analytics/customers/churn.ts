import type { Rhythm } from './rhythm.ts';

/** none: as usual. watch: look at it. warn: call. lost: it has very likely gone. */
export type ChurnLevel = 'none' | 'watch' | 'warn' | 'lost';
const LEVELS: readonly ChurnLevel[] = ['none', 'watch', 'warn', 'lost'];

export type ChurnEdges = {
  /** Gap over usual gap from which a level holds. */
  readonly ratio: readonly [watch: number, warn: number, lost: number];
  /** P(alive) below which a level holds. */
  readonly alive: readonly [watch: number, warn: number, lost: number];
};
export const CHURN_EDGES: ChurnEdges = { ratio: [2, 3, 4], alive: [0.9, 0.75, 0.5] };

export type ChurnWarning = {
  readonly level: ChurnLevel;
  readonly reason:
    | { readonly kind: 'too-few-orders'; readonly occasions: number }
    | {
        readonly kind: 'rhythm';
        /** What the own rhythm alone says, and P(alive) alone (absent without a fitted model). */
        readonly byRhythm: ChurnLevel;
        readonly byChance?: ChurnLevel;
        readonly chanceAlive?: number;
        readonly gapDays: number;
        readonly usualDays: number;
        readonly ratio: number;
        readonly trend: Rhythm['trend'];
        readonly recentDays: number;
      };
};

const levelBy = (passed: readonly boolean[]): ChurnLevel => LEVELS[passed.filter(Boolean).length]!;
const milder = (a: ChurnLevel, b: ChurnLevel): ChurnLevel => (LEVELS.indexOf(a) < LEVELS.indexOf(b) ? a : b);

/**
 * Whether a customer is leaving: the milder of what its own rhythm and P(alive) say, so that a warning has two witnesses. Never
 * before the third order, when there is no rhythm to break.
 */
export const churnWarning = (
  occasions: number,
  rhythm: Rhythm | undefined,
  chanceAlive?: number | undefined,
  edges: ChurnEdges = CHURN_EDGES,
): ChurnWarning => {
  if (!rhythm) return { level: 'none', reason: { kind: 'too-few-orders', occasions } };
  const { gapDays, usualDays, ratio, trend, recentDays } = rhythm;
  const byRhythm = levelBy(edges.ratio.map((edge) => ratio >= edge));
  const byChance = chanceAlive === undefined ? undefined : levelBy(edges.alive.map((edge) => chanceAlive < edge));
  return {
    level: byChance === undefined ? byRhythm : milder(byRhythm, byChance),
    reason: {
      kind: 'rhythm',
      byRhythm,
      ...(byChance === undefined || chanceAlive === undefined ? {} : { byChance, chanceAlive }),
      gapDays,
      usualDays,
      ratio,
      trend,
      recentDays,
    },
  };
};
