import { linearPredictor, sigmoid } from '../../statistics/index.ts';
import { binOf } from './bin.ts';
import { deriveCell } from './derive.ts';
import { pointsSteps, type ScoreStep } from './points-card.ts';
import { scaleOf } from './scaling.ts';
import type { Scorecard } from './scorecard.ts';
import type { Row } from './table.ts';

export type Scored = {
  /** The base and the points of the steps sum to it exactly. */
  readonly score: number;
  readonly base: number;
  readonly pd: number;
  readonly steps: readonly ScoreStep[];
};

/** Points of a value with weight of evidence 0: the attribute's share of the base. */
const neutralPoints = (card: Scorecard): number => {
  const { factor, offset } = scaleOf(card.scaling);
  return Math.round((offset - factor * card.intercept) / card.attributes.length);
};

/** Scores one raw row with a fitted card. The PD comes from the unrounded weights, so it is finer than the score. */
export const scoreRow = (card: Scorecard, raw: Row): Scored => {
  const derived = card.derivations.map((derivation) => [derivation.column, deriveCell(derivation, raw)] as const);
  const row: Row = { ...raw, ...Object.fromEntries(derived) };
  const steps = pointsSteps(card.attributes, row, neutralPoints(card));
  const weights = [card.intercept, ...card.attributes.map((attribute) => attribute.weight)];
  const woe = card.attributes.map(({ bins, column }) => bins[binOf(bins, row[column] ?? null)]?.woe ?? 0);
  return {
    score: steps.reduce((total, step) => total + step.points, 0),
    base: 0,
    pd: sigmoid(linearPredictor(weights, woe)),
    steps,
  };
};
