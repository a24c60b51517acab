import { nelderMead } from '../../statistics/index.ts';
import { type Fit, LEAST_WEIGHT, MOST_WEIGHT, spreadOf, sumOfSquares } from './fit.ts';

export type SesParameters = { readonly alpha: number; readonly initialLevel: number };

/** Simple exponential smoothing from a level that stands before the first period. */
export const ses = (y: ArrayLike<number>, { alpha, initialLevel }: SesParameters, horizon: number): Fit => {
  let level = initialLevel;
  const errors = new Float64Array(y.length);
  for (let t = 0; t < y.length; t += 1) {
    const error = y[t]! - level;
    errors[t] = error;
    level += alpha * error;
  }
  return {
    parameters: { alpha, initialLevel },
    forecast: new Float64Array(horizon).fill(level),
    errors,
    sse: sumOfSquares(errors),
    spread: spreadOf(horizon, () => alpha),
  };
};

/** The level before the first period that fits best under a given weight, and the squares it leaves: the errors are linear in it. */
const bestLevel = (y: ArrayLike<number>, alpha: number): { readonly level: number; readonly sse: number } => {
  let [base, response, ee, ec, cc] = [0, 1, 0, 0, 0];
  for (let t = 0; t < y.length; t += 1) {
    const error = y[t]! - base;
    ee += error * error;
    ec += error * response;
    cc += response * response;
    base += alpha * error;
    response *= 1 - alpha;
  }
  return { level: ec / cc, sse: Math.max(0, ee - (ec * ec) / cc) };
};

const BOX = { lower: [LEAST_WEIGHT], upper: [MOST_WEIGHT] };
const STARTS = [0.03, 0.1, 0.25, 0.5, 0.75, 0.95];

/** Weight and start level by least squares on one-step errors. */
export const fitSes = (y: ArrayLike<number>, horizon: number): Fit => {
  const sse = (point: ArrayLike<number>): number => bestLevel(y, point[0]!).sse;
  const start = STARTS.reduce((best, alpha) => (sse([alpha]) < sse([best]) ? alpha : best));
  const alpha = nelderMead(sse, [start], BOX, { evaluations: 60, step: 0.08 }).at[0]!;
  return ses(y, { alpha, initialLevel: bestLevel(y, alpha).level }, horizon);
};
