import { naiveScale } from './accuracy.ts';
import { type Origin, rollingOrigin, type Score, scoresOf } from './backtest.ts';
import { fitCandidates, type SmoothMethod } from './candidates.ts';
import { deviation, interval } from './intervals.ts';
import type { Fit } from './methods/index.ts';
import { pooled, poolMethods, poolWeights, type Weighted } from './pool.ts';
import { errorUnit, poolOfFits } from './pool-error.ts';
import { isNoise, type Season, type SeasonalityTest, seasonalityTest, withoutSeason } from './seasonality.ts';

/** Why this method: facts, not words. */
export type Choice =
  | { readonly kind: 'pool'; readonly members: readonly Weighted[] }
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

/** With fewer periods no back-test means anything. */
export const SHORT_HISTORY = 10;

/** Forecast of a series with demand in most periods: all methods tried on its own past, then pooled by their errors. */
export const selectSmooth = (y: Float64Array, m: number, horizon: number, level: number): Selection => {
  const period = y.length < 2 * m ? 1 : m;
  const { season, fits } = fitCandidates(y, period, horizon);
  const byMethod = new Map<string, Fit>(fits.map(({ method, fit }) => [method, fit]));
  const origins = rollingOrigin(y, horizon, (known, steps) => fitCandidates(known, period, steps).fits);
  const methods = [...byMethod.keys()];
  const scale = naiveScale(y, period);

  const short = y.length < SHORT_HISTORY;
  const extra: readonly SmoothMethod[] = isNoise(withoutSeason(y, season)) ? ['mean'] : period === 1 ? ['holt'] : [];
  const members = [...poolMethods, ...extra];
  const weightsBy = (cuts: readonly Origin[]): readonly Weighted[] =>
    short ? SHORT_POOL : poolWeights(scoresOf(methods, cuts, scale), members);
  const weights = weightsBy(origins);
  const withPool = origins.map((origin, at) => addPool(origin, weightsBy(origins.toSpliced(at, 1))));
  const scores = scoresOf([...methods, 'pool'], withPool, scale).toSorted(
    (a, b) => a.mase - b.mase || (a.method < b.method ? -1 : 1),
  );
  const forecast = pooled(weights, new Map(fits.map(({ method, fit }) => [method, fit.forecast])), horizon);

  const unit = errorUnit(y, season);
  const { oneStep, spread } = poolOfFits(weights, byMethod, unit, horizon);
  const errors = withPool.map(({ at, actual, forecasts }) => {
    const said = forecasts.get('pool')!;
    return actual.map((value, j) => (value - said[j]!) / unit(at + j));
  });
  const { sigma: standard } = deviation(oneStep, spread, errors);
  const sigma = standard.map((value, j) => value * unit(y.length + j));
  const floor = y.every((value) => value >= 0) ? 0 : Number.NEGATIVE_INFINITY;
  return {
    method: weights.length === 1 ? weights[0]!.method : 'pool',
    choice: short ? { kind: 'short-history', periods: y.length, members: weights } : { kind: 'pool', members: weights },
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

/** The pool at a cut is weighted by the other cuts, so its score is that of a forecast and not of a fit. */
const addPool = (origin: Origin, weights: readonly Weighted[]): Origin => ({
  ...origin,
  forecasts: new Map([...origin.forecasts, ['pool', pooled(weights, origin.forecasts, origin.actual.length)]]),
});
