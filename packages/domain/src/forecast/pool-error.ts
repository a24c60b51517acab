import type { Fit } from './methods/index.ts';
import type { Weighted } from './pool.ts';
import type { Season } from './seasonality.ts';

/**
 * The size of errors at a period, relative to the end of the history: errors grow with what is sold, so an error made when
 * the level was a tenth stands for ten times as much today (a level that has fallen is not held against the past). Where
 * the season multiplies, a month of three times the demand errs three times as much.
 */
export const errorUnit = (y: Float64Array, { kind, m, indices }: Season): ((t: number) => number) => {
  const width = Math.min(y.length, Math.max(m, LEVEL_PERIODS));
  const level = (t: number): number => {
    const end = Math.min(y.length, Math.max(t, width));
    let sum = 0;
    for (let i = end - width; i < end; i += 1) sum += Math.abs(y[i]!);
    return sum;
  };
  const last = level(y.length);
  return (t) => {
    const relative = last > 0 ? Math.min(1, Math.max(LEAST_LEVEL, level(t) / last)) : 1;
    return relative * (kind === 'multiplicative' ? indices[t % m]! : 1);
  };
};

const LEVEL_PERIODS = 4;
/** Below this part of today's level an early error says nothing about today. */
const LEAST_LEVEL = 0.05;

/** The one-step error and its spread, of the weighted members: errors mixed period by period, spreads by weight. */
export const poolOfFits = (
  weights: readonly Weighted[],
  fits: ReadonlyMap<string, Fit>,
  unit: (t: number) => number,
  horizon: number,
): { readonly oneStep: number; readonly spread: Float64Array } => {
  const spread = new Float64Array(horizon);
  let [squares, count] = [0, 0];
  const n = fits.get('ses')?.errors.length ?? 0;
  for (let t = 0; t < n; t += 1) {
    let [sum, total] = [0, 0];
    for (const { method, weight } of weights) {
      const error = fits.get(method)?.errors[t] ?? Number.NaN;
      if (Number.isNaN(error)) continue;
      sum += weight * error;
      total += weight;
    }
    if (total === 0) continue;
    squares += (sum / total / unit(t)) ** 2;
    count += 1;
  }
  for (const { method, weight } of weights) {
    const fit = fits.get(method);
    for (let j = 0; j < horizon; j += 1) spread[j]! += weight * (fit?.spread[j] ?? 1);
  }
  return { oneStep: count > 0 ? Math.sqrt(squares / Math.max(1, count - PARAMETERS)) : 0, spread };
};

/** Degrees of freedom taken by a typical fit. */
const PARAMETERS = 3;
