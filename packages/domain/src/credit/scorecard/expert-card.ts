import type { BinScope } from './bin.ts';
import { type PointsAttribute, pointsSteps } from './points-card.ts';
import { DEFAULT_SCALING, pdOfScore, type Scaling } from './scaling.ts';
import type { Scored } from './score-row.ts';
import type { Row } from './table.ts';

/** A card written down by people: a base, points per bin, nothing for missing data. */
export type ExpertCard = {
  readonly base: number;
  readonly scaling: Scaling;
  readonly attributes: readonly PointsAttribute[];
};

type Bound = { readonly points: number; readonly scope: BinScope };
const from = (low: number, points: number): Bound => ({ points, scope: { kind: 'range', from: low, to: null } });
const above = (low: number, points: number): Bound => ({
  points,
  scope: { kind: 'range', from: low, to: null, fromExcluded: true },
});
const below = (high: number, points: number): Bound => ({ points, scope: { kind: 'range', from: null, to: high } });
const upTo = (high: number, points: number): Bound => ({
  points,
  scope: { kind: 'range', from: null, to: high, toIncluded: true },
});

/** Rules in the order of a person's table; of several that hold the first counts, so each is cut to what the former left. */
const inOrder = (column: string, rules: readonly Bound[]): PointsAttribute => ({
  column,
  bins: rules.map(({ points, scope }, at) => {
    const before = rules[at - 1]?.scope;
    if (scope.kind !== 'range' || before?.kind !== 'range') return { scope, points };
    const rising = before.to !== null;
    const cut: BinScope = rising
      ? { ...scope, from: before.to, fromExcluded: before.toIncluded === true }
      : { ...scope, to: before.from, toIncluded: before.fromExcluded === true };
    return { scope: cut, points };
  }),
});

/** Everything the rules before it did not take. */
const rest = (points: number): Bound => ({ points, scope: { kind: 'range', from: null, to: null } });

/** For customers without a fitted card, and blended with one while its data are thin. */
export const EXPERT_CARD: ExpertCard = {
  base: 560,
  scaling: DEFAULT_SCALING,
  attributes: [
    inOrder('onTimeByAmount', [from(0.98, 40), from(0.9, 20), from(0.75, 0), from(0.5, -35), rest(-70)]),
    inOrder('maxDaysLate', [upTo(0, 25), upTo(15, 5), upTo(30, -20), upTo(60, -50), upTo(90, -80), rest(-120)]),
    inOrder('overdueRatio', [upTo(0, 20), upTo(0.05, 0), upTo(0.2, -30), rest(-60)]),
    inOrder('utilisation', [below(0.3, 10), below(0.7, 0), below(0.9, -10), upTo(1, -25), rest(-40)]),
    inOrder('orderTrend', [above(0.1, 10), from(-0.1, 0), from(-0.4, -15), rest(-30)]),
    inOrder('monthsSinceFirstOrder', [below(6, -20), below(12, -5), below(36, 5), rest(15)]),
    inOrder('cancelReturnRatio', [below(0.02, 5), upTo(0.1, 0), rest(-15)]),
    inOrder('licenceVerified', [from(1, 10), rest(0)]),
    inOrder('publicRecord', [upTo(0, 0), rest(-60)]),
  ],
};

/** Scores a row of features with a written card; missing data give no points. */
export const scoreByExpert = (row: Row, card: ExpertCard = EXPERT_CARD): Scored => {
  const steps = pointsSteps(card.attributes, row, 0);
  const score = steps.reduce((total, step) => total + step.points, card.base);
  return { score, base: card.base, pd: pdOfScore(score, card.scaling), steps };
};
