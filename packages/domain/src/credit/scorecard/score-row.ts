import { linearPredictor, sigmoid } from '../../statistics/index.ts';
import { type BinScope, binOf } from './bin.ts';
import { deriveCell } from './derive.ts';
import { scaleOf } from './scaling.ts';
import type { Attribute, Scorecard } from './scorecard.ts';
import type { Cell, Row } from './table.ts';

/** One step of the waterfall: what a feature gave, what it could have given at best. */
export type ScoreStep = {
  readonly column: string;
  readonly value: Cell;
  /** Null when no bin covers the value; it then counts as neutral. */
  readonly bin: BinScope | null;
  readonly points: number;
  readonly best: number;
};

export type Scored = {
  /** The points of the steps sum to it exactly. */
  readonly score: number;
  /** From the unrounded weights, so finer than the score. */
  readonly pd: number;
  readonly steps: readonly ScoreStep[];
};

/** Points of a value with weight of evidence 0: the attribute's share of the base. */
const neutralPoints = (card: Scorecard): number => {
  const { factor, offset } = scaleOf(card.scaling);
  return Math.round((offset - factor * card.intercept) / card.attributes.length);
};

const stepOf = (attribute: Attribute, value: Cell, neutral: number): ScoreStep & { readonly woe: number } => {
  const bin = attribute.bins[binOf(attribute.bins, value)];
  return {
    column: attribute.column,
    value,
    bin: bin?.scope ?? null,
    points: bin?.points ?? neutral,
    best: Math.max(...attribute.bins.map((other) => other.points)),
    woe: bin?.woe ?? 0,
  };
};

/** Scores one row with a fitted card. A column the row does not have is missing data. */
export const scoreRow = (card: Scorecard, row: Row): Scored => {
  const neutral = neutralPoints(card);
  const derivations = new Map(card.derivations.map((derivation) => [derivation.column, derivation]));
  const cellOf = (column: string): Cell => {
    const derivation = derivations.get(column);
    return derivation ? deriveCell(derivation, row) : (row[column] ?? null);
  };
  const steps = card.attributes.map((attribute) => stepOf(attribute, cellOf(attribute.column), neutral));
  const weights = [card.intercept, ...card.attributes.map((attribute) => attribute.weight)];
  return {
    score: steps.reduce((total, step) => total + step.points, 0),
    pd: sigmoid(
      linearPredictor(
        weights,
        steps.map((step) => step.woe),
      ),
    ),
    steps: steps.map(({ woe: _, ...step }) => step),
  };
};
