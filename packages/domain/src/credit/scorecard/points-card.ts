import { type BinScope, binOf } from './bin.ts';
import type { Cell, Row } from './table.ts';

/** What a feature can add to a score, bin by bin. A fitted card's attributes are of this shape too. */
export type PointsAttribute = {
  readonly column: string;
  readonly bins: readonly { readonly scope: BinScope; readonly points: number }[];
};

/** One step of the waterfall: what a feature gave, what it could have given at best. */
export type ScoreStep = {
  readonly column: string;
  readonly value: Cell;
  /** Null when no bin covers the value. */
  readonly bin: BinScope | null;
  readonly points: number;
  readonly best: number;
  /** The nearest bin that would give more, where the value is a number; null at the best bin or without a value. */
  readonly lift: { readonly scope: BinScope; readonly gain: number } | null;
};

const liftFrom = (attribute: PointsAttribute, at: number): ScoreStep['lift'] => {
  const own = attribute.bins[at];
  if (own?.scope.kind !== 'range') return null;
  const better = attribute.bins
    .map((bin, index) => ({ ...bin, distance: Math.abs(index - at) }))
    .filter((bin) => bin.scope.kind === 'range' && bin.points > own.points)
    .sort((a, b) => a.distance - b.distance || b.points - a.points)[0];
  return better ? { scope: better.scope, gain: better.points - own.points } : null;
};

/** The step of one value; `neutral` are the points of a value that no bin covers. */
export const pointsStep = (attribute: PointsAttribute, value: Cell, neutral: number): ScoreStep => {
  const at = binOf(attribute.bins, value);
  const bin = attribute.bins[at];
  return {
    column: attribute.column,
    value,
    bin: bin?.scope ?? null,
    points: bin?.points ?? neutral,
    best: Math.max(...attribute.bins.map((other) => other.points)),
    lift: liftFrom(attribute, at),
  };
};

/** The steps of a row; a column the row does not have is missing data. */
export const pointsSteps = (attributes: readonly PointsAttribute[], row: Row, neutral: number): readonly ScoreStep[] =>
  attributes.map((attribute) => pointsStep(attribute, row[attribute.column] ?? null, neutral));
