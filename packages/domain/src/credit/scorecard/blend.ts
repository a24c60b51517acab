import { invariant } from '../../kernel/index.ts';
import { DEFAULT_SCALING, pdOfScore, type Scaling, scoreOfPd } from './scaling.ts';
import type { Scored } from './score-row.ts';

/** Cases with a known outcome at which the fitted card counts as much as the written one. */
const EVEN_AT = 200;

export type Blended = Scored & {
  /** Share of the fitted card, n/(n + 200). */
  readonly weight: number;
};

/** Whole parts of numbers whose sum is whole: each rounded down, the rest to the largest remainders, ties to the earlier. */
const wholeParts = (exact: readonly number[]): number[] => {
  const parts = exact.map(Math.floor);
  const left = Math.round(exact.reduce((a, b) => a + b, 0)) - parts.reduce((a, b) => a + b, 0);
  const order = exact.map((_, at) => at).sort((a, b) => exact[b]! - parts[b]! - (exact[a]! - parts[a]!) || a - b);
  for (const at of order.slice(0, left)) parts[at]! += 1;
  return parts;
};

/**
 * Mixes the scores of a written and a fitted card (both on the log-odds scale) by how many outcomes the fitted one has seen. The
 * waterfall keeps the steps of both, scaled; base and steps still sum to the score.
 */
export const blendScores = (
  expert: Scored,
  fitted: Scored,
  cases: number,
  scaling: Scaling = DEFAULT_SCALING,
): Blended => {
  invariant(cases >= 0, 'a number of cases is not negative');
  const weight = cases / (cases + EVEN_AT);
  const exact = (1 - weight) * expert.score + weight * scoreOfPd(fitted.pd, scaling);
  const score = Math.round(exact);
  const sources = [
    { share: 1 - weight, scored: expert },
    { share: weight, scored: fitted },
  ].filter(({ share }) => share > 0);
  const steps = sources.flatMap(({ share, scored }) => scored.steps.map((step) => ({ share, step })));
  const scaled = steps.map(({ share, step }) => share * step.points);
  // Whole points of a fitted card miss its exact score by a few; the base takes that difference.
  const base = score - scaled.reduce((a, b) => a + b, 0);
  const [basePoints, ...points] = wholeParts([base, ...scaled]);
  return {
    score,
    base: basePoints!,
    pd: pdOfScore(exact, scaling),
    weight,
    steps: steps.map(({ share, step }, at) => ({
      ...step,
      points: points[at]!,
      best: points[at]! + Math.round(share * (step.best - step.points)),
      lift: step.lift && { ...step.lift, gain: Math.round(share * step.lift.gain) },
    })),
  };
};
