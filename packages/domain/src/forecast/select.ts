import { naiveScale } from './accuracy.ts';
import { type Origin, rollingOrigin, type Score, scoresOf } from './backtest.ts';
import { fitCandidates } from './candidates.ts';
import { deviation, interval } from './intervals.ts';
import type { Fit } from './methods/index.ts';
import { pooled, poolMethods, poolWeights, type Weighted } from './pool.ts';
import { isNoise, type Season, type SeasonalityTest, seasonalityTest, withoutSeason } from './seasonality.ts';

/** Why this method: facts, not words. */
export type Choice =
  | { readonly kind: 'pool'; readonly members: readonly Weighted[] }
  | { readonly kind: 'clearly-better'; readonly thanPoolBy: number }
  | { readonly kind: 'short-history'; readonly periods: number; readonly members: readonly Weighted[] };

export type Selection = {
  readonly method: string;
  readonly choice: Choice;
  readonly forecast: Float64Array;
  readonly sigma: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Every candidate with its back-test error, best first; the pool among them. Empty when there were too few periods to test. */
  readonly scores: readonly Score[];
  readonly origins: number;
  readonly season: { readonly kind: Season['kind']; readonly test: SeasonalityTest };
};

/** One method stands alone only when its error was below the pool's by more than this part. */
const CLEARLY_BETTER = 0.2;
/** With fewer periods no back-test means anything. */
export const SHORT_HISTORY = 10;

/** Forecast of a series with demand in most periods: all methods tried on its own past, then pooled by their errors. */
export const selectSmooth = (y: Float64Array, m: number, horizon: number, level: number): Selection => {
  const period = y.length < 2 * m ? 1 : m;
  const { season, fits } = fitCandidates(y, period, horizon);
  const byMethod = new Map<string, Fit>(fits.map(({ method, fit }) => [method, fit]));
  const origins = rollingOrigin(y, horizon, (known, steps) => fitCandidates(known, period, steps).fits);
  const methods = [...byMethod.keys()];
  const tested = scoresOf(methods, origins, naiveScale(y, period));

  const short = y.length < SHORT_HISTORY;
  const weights = short
    ? SHORT_POOL
    : poolWeights(tested, isNoise(withoutSeason(y, season)) ? [...poolMethods, 'mean'] : poolMethods);
  const withPool = origins.map((origin) => addPool(origin, weights));
  const scores = scoresOf([...methods, 'pool'], withPool, naiveScale(y, period)).toSorted(
    (a, b) => a.mase - b.mase || (a.method < b.method ? -1 : 1),
  );
  const poolError = scores.find(({ method }) => method === 'pool')?.mase ?? 0;
  const single = scores.find(({ method }) => weights.some((one) => one.method === method));
  const alone = !short && origins.length > 1 && single !== undefined && single.mase < (1 - CLEARLY_BETTER) * poolError;
  const used: readonly Weighted[] = alone ? [{ method: single.method, weight: 1 }] : weights;
  const forecast = pooled(used, new Map(fits.map(({ method, fit }) => [method, fit.forecast])), horizon);

  const unit = unitOf(y, season);
  const { oneStep, spread } = poolOfFits(used, byMethod, unit, horizon);
  const errors = origins.map(({ at, actual, forecasts }) => {
    const said = pooled(used, forecasts, actual.length);
    return actual.map((value, j) => (value - said[j]!) / unit(at + j));
  });
  const { sigma: standard } = deviation(oneStep, spread, errors);
  const sigma = standard.map((value, j) => value * unit(y.length + j));
  const floor = y.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  return {
    method: alone ? single.method : 'pool',
    choice: alone
      ? { kind: 'clearly-better', thanPoolBy: 1 - single.mase / poolError }
      : short
        ? { kind: 'short-history', periods: y.length, members: weights }
        : { kind: 'pool', members: weights },
    forecast,
    sigma,
    ...interval(forecast, sigma, level, { floor, periods: y.length }),
    scores: origins.length === 0 ? [] : scores,
    origins: origins.length,
    season: { kind: season.kind, test: seasonalityTest(y, period) },
  };
};

const SHORT_POOL: readonly Weighted[] = [
  { method: 'naive', weight: 0.5 },
  { method: 'ses', weight: 0.5 },
];

const addPool = (origin: Origin, weights: readonly Weighted[]): Origin => ({
  ...origin,
  forecasts: new Map([...origin.forecasts, ['pool', pooled(weights, origin.forecasts, origin.actual.length)]]),
});

/**
 * The size of errors at a period, relative to the end of the history: errors grow with what is sold, so an error made when
 * the level was a tenth stands for ten times as much today (a level that has fallen is not held against the past). Where
 * the season multiplies, a month of three times the demand errs three times as much.
 */
const unitOf = (y: Float64Array, { kind, m, indices }: Season): ((t: number) => number) => {
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
const poolOfFits = (
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
