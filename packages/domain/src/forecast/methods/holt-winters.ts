import { minimise } from '../../statistics/index.ts';
import { seasonOf, withoutSeason } from '../seasonality.ts';
import { type Fit, spreadOf, sumOfSquares } from './fit.ts';
import { DAMPING, fading } from './holt.ts';
import { regressionLine } from './theta.ts';

export type Seasonal = 'additive' | 'multiplicative';
/** Start states stand before the first period; `initialSeason` begins with the index of the first period. */
export type HoltWintersParameters = {
  readonly alpha: number;
  readonly betaStar: number;
  readonly gamma: number;
  readonly phi: number;
  readonly initialLevel: number;
  readonly initialTrend: number;
  readonly initialSeason: ArrayLike<number>;
};

/** The states after the last step, written over the start states; the return value is the sum of squared errors. */
const run = (
  y: ArrayLike<number>,
  seasonal: Seasonal,
  alpha: number,
  betaStar: number,
  gamma: number,
  phi: number,
  state: { level: number; trend: number; readonly season: Float64Array },
  errors?: Float64Array,
): number => {
  const { season } = state;
  const m = season.length;
  const times = seasonal === 'multiplicative';
  let { level, trend } = state;
  let [sse, at] = [0, 0];
  for (let t = 0; t < y.length; t += 1) {
    const value = y[t]!;
    const index = season[at]!;
    const ahead = level + phi * trend;
    const error = value - (times ? ahead * index : ahead + index);
    sse += error * error;
    if (errors) errors[t] = error;
    const next = alpha * (times ? value / index : value - index) + (1 - alpha) * ahead;
    trend = betaStar * (next - level) + (1 - betaStar) * phi * trend;
    season[at] = gamma * (times ? value / ahead : value - ahead) + (1 - gamma) * index;
    level = next;
    at = at + 1 === m ? 0 : at + 1;
  }
  state.level = level;
  state.trend = trend;
  return sse;
};

/** Holt-Winters with an added or multiplied season of `initialSeason.length` periods; `phi` below 1 damps the trend. */
export const holtWinters = (
  y: ArrayLike<number>,
  seasonal: Seasonal,
  parameters: HoltWintersParameters,
  horizon: number,
): Fit => {
  const { alpha, betaStar, gamma, phi, initialSeason } = parameters;
  const m = initialSeason.length;
  const state = {
    level: parameters.initialLevel,
    trend: parameters.initialTrend,
    season: Float64Array.from(initialSeason),
  };
  const errors = new Float64Array(y.length);
  run(y, seasonal, alpha, betaStar, gamma, phi, state, errors);
  const fade = fading(phi, horizon);
  const forecast = Float64Array.from({ length: horizon }, (_, j) => {
    const [ahead, index] = [state.level + fade[j]! * state.trend, state.season[(y.length + j) % m]!];
    return seasonal === 'multiplicative' ? ahead * index : ahead + index;
  });
  return {
    parameters: {
      alpha,
      betaStar,
      gamma,
      phi,
      initialLevel: parameters.initialLevel,
      initialTrend: parameters.initialTrend,
    },
    forecast,
    errors,
    sse: sumOfSquares(errors),
    spread: spreadOf(horizon, (j) => alpha + alpha * betaStar * fade[j - 1]! + (j % m === 0 ? gamma : 0)),
  };
};

export type HoltWintersSearch = {
  readonly m: number;
  readonly seasonal: Seasonal;
  readonly damped?: boolean | undefined;
  /** Also search the start states. Slow for long seasons; without it they come from the decomposition. */
  readonly optimiseStart?: boolean | undefined;
};

/** Level and slope of the first three seasons and the indices of the whole series. */
const heuristicStart = (y: ArrayLike<number>, { m, seasonal }: HoltWintersSearch) => {
  const season = seasonOf(y, m, seasonal);
  const head = withoutSeason(y, season).subarray(0, Math.max(3 * m, 10));
  const { intercept, slope } = regressionLine(head);
  return { level: intercept - slope, trend: slope, season: season.indices };
};

const ROUGH = [
  [0.1, 0.05, 0.05, 0.95],
  [0.3, 0.05, 0.1, 0.9],
  [0.6, 0.1, 0.3, 0.97],
] as const;

/**
 * Weights in 0 to 1 by least squares on one-step errors, with gamma at most 1 - alpha: without that limit level and season both
 * chase the last value, which fits the past better and forecasts worse. Multiplied seasons need positive demand; a series
 * whose decomposition allows none is fitted with an added one.
 */
export const fitHoltWinters = (y: ArrayLike<number>, search: HoltWintersSearch, horizon: number): Fit => {
  const { m, damped = false, optimiseStart = false } = search;
  const kind = seasonOf(y, m, search.seasonal).kind === 'additive' ? 'additive' : 'multiplicative';
  const start = heuristicStart(y, { ...search, seasonal: kind });
  const state = { level: 0, trend: 0, season: new Float64Array(m) };
  const weights = damped ? 4 : 3;
  const size = weights + (optimiseStart ? 2 + m : 0);

  const sse = (p: Float64Array): number => {
    state.level = optimiseStart ? p[weights]! : start.level;
    state.trend = optimiseStart ? p[weights + 1]! : start.trend;
    state.season.set(optimiseStart ? p.subarray(weights + 2) : start.season);
    return run(y, kind, p[0]!, p[1]!, p[2]! * (1 - p[0]!), damped ? p[3]! : 1, state);
  };
  const range = Math.max(1e-9, ...Array.from(y, Math.abs));
  const box = { lower: new Float64Array(size), upper: new Float64Array(size) };
  box.lower.fill(0, 0, 3);
  box.upper.fill(1, 0, 3);
  if (damped) [box.lower[3], box.upper[3]] = [DAMPING.least, DAMPING.most];
  if (optimiseStart)
    for (let i = weights; i < size; i += 1) {
      const state0 = i < weights + 2 || kind === 'additive';
      [box.lower[i], box.upper[i]] = state0 ? [-2 * range, 2 * range] : [0.01, 5];
    }
  const startAt = (rough: readonly number[]): Float64Array => {
    const point = new Float64Array(size);
    point.set(rough.slice(0, weights));
    if (optimiseStart) point.set([start.level, start.trend, ...start.season], weights);
    return point;
  };
  const { at } = optimiseStart ? patient(sse, ROUGH.map(startAt), box) : quick(sse, ROUGH.map(startAt), box);
  return holtWinters(
    y,
    kind,
    {
      alpha: at[0]!,
      betaStar: at[1]!,
      gamma: at[2]! * (1 - at[0]!),
      phi: damped ? at[3]! : 1,
      initialLevel: optimiseStart ? at[weights]! : start.level,
      initialTrend: optimiseStart ? at[weights + 1]! : start.trend,
      initialSeason: optimiseStart ? at.slice(weights + 2) : start.season,
    },
    horizon,
  );
};

type Box = { readonly lower: Float64Array; readonly upper: Float64Array };
type Target = (point: Float64Array) => number;

/** From the best of the rough starts only. */
const quick = (f: Target, starts: readonly Float64Array[], box: Box) =>
  minimise(f, [starts.reduce((best, one) => (f(one) < f(best) ? one : best))], box, {
    evaluations: 140,
    tolerance: 1e-7,
  });

/** From each start, and again from where it ended: a simplex that has grown flat in many dimensions finds new directions. */
const patient = (f: Target, starts: readonly Float64Array[], box: Box) => {
  let best = minimise(f, starts, box, { evaluations: 4000, step: 0.05 });
  for (const step of [0.02, 0.005, 0.03, 0.002, 0.01, 0.001])
    best = minimise(f, [best.at], box, { evaluations: 4000, step, tolerance: 1e-12 });
  return best;
};
