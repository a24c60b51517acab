import type { Score } from './backtest.ts';
import type { SmoothMethod } from './candidates.ts';

/**
 * The methods that may always stand in the pool. Beside them the mean of all periods where demand swings around one level,
 * and Holt's undamped trend where it does not and there is no season, as in years. Not in it: repeating the last value,
 * which the season makes worse, and the combination, which says again what its parts say.
 */
export const poolMethods: readonly SmoothMethod[] = [
  'seasonal-naive',
  'drift',
  'ses',
  'damped',
  'theta',
  'theta-of-logs',
  'holt-winters-additive',
  'holt-winters-multiplicative',
];

export type Weighted = { readonly method: string; readonly weight: number };

/** Errors this many times the least one put a method out of the pool. */
const LEFT_OUT_BEYOND = 1.5;

/**
 * Weights by 1 / (back-test error)², as for measurements of unequal precision; an error more than half as much again as the
 * least one counts nothing. Choosing one winner instead would follow the luck of a few cuts.
 */
export const poolWeights = (
  scores: readonly Score[],
  members: readonly string[] = poolMethods,
): readonly Weighted[] => {
  const inside = scores.filter(({ method }) => members.includes(method));
  const least = inside.reduce((best, { mase }) => Math.min(best, mase), Number.POSITIVE_INFINITY);
  const kept = inside.filter(({ mase }) => mase <= LEFT_OUT_BEYOND * least);
  const raw = kept.map(({ mase }) => (least > 0 ? (least / mase) ** 2 : 1));
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return kept.map(({ method }, at) => ({ method, weight: raw[at]! / total }));
};

/** The weighted mean of the members' forecasts; members that are missing leave their weight to the others. */
export const pooled = (
  weights: readonly Weighted[],
  forecasts: ReadonlyMap<string, Float64Array>,
  length: number,
): Float64Array => {
  const result = new Float64Array(length);
  let total = 0;
  for (const { method, weight } of weights) {
    const forecast = forecasts.get(method);
    if (!forecast) continue;
    total += weight;
    for (let j = 0; j < length; j += 1) result[j]! += weight * forecast[j]!;
  }
  return total > 0 ? result.map((sum) => sum / total) : result;
};
