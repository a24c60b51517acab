import {
  combine,
  drift,
  type Fit,
  fitDamped,
  fitHolt,
  fitHoltWinters,
  fitSes,
  fitTheta,
  mean,
  naive,
  seasonalNaive,
  sumOfSquares,
} from './methods/index.ts';
import { detectSeason, noSeason, type Season, withoutSeason, withSeason } from './seasonality.ts';

/** The names under which methods are scored. All but the first two and Holt-Winters work on the series without its season. */
export const smoothMethods = [
  'naive',
  'seasonal-naive',
  'drift',
  'mean',
  'ses',
  'holt',
  'damped',
  'theta',
  'theta-of-logs',
  'holt-winters-additive',
  'holt-winters-multiplicative',
  'combination',
] as const;
export type SmoothMethod = (typeof smoothMethods)[number];
export type Candidate<Method extends string = string> = { readonly method: Method; readonly fit: Fit };
export type Candidates = { readonly season: Season; readonly fits: readonly Candidate<SmoothMethod>[] };

/** Puts the season back into a fit of the series without it. */
const seasoned = (fit: Fit, season: Season, n: number): Fit => {
  if (season.kind === 'none') return fit;
  const errors =
    season.kind === 'additive' ? fit.errors : fit.errors.map((error, t) => error * season.indices[t % season.m]!);
  return { ...fit, errors, sse: sumOfSquares(errors), forecast: withSeason(fit.forecast, season, n) };
};

/** Theta on logarithms: growth by rates instead of by amounts. Not further ahead than there is history: rates compound. */
const thetaOfLogs = (adjusted: Float64Array, horizon: number): Fit => {
  const fit = fitTheta(adjusted.map(Math.log), horizon);
  const errors = adjusted.map((value, t) => value - value * Math.exp(-fit.errors[t]!));
  return { ...fit, errors, sse: sumOfSquares(errors), forecast: fit.forecast.map(Math.exp) };
};

const onlyPositive = (y: Float64Array): boolean => y.every((value) => value > 0);

/**
 * Every method fitted to a series. Seasonal methods need two seasons and a few periods to learn from; methods that
 * multiply need positive values. Where no value is below 0, no forecast is.
 */
export const fitCandidates = (y: Float64Array, m: number, horizon: number): Candidates => {
  const n = y.length;
  const season = n >= 3 * m ? detectSeason(y, m) : noSeason;
  const adjusted = withoutSeason(y, season);
  const [ses, holt, damped] = [fitSes(adjusted, horizon), fitHolt(adjusted, horizon), fitDamped(adjusted, horizon)];
  const fits: Candidate<SmoothMethod>[] = [{ method: 'naive', fit: naive(y, horizon) }];
  const add = (method: SmoothMethod, fit: Fit): number => fits.push({ method, fit });
  const addSeasoned = (method: SmoothMethod, fit: Fit): number => add(method, seasoned(fit, season, n));

  if (m > 1 && n > m) add('seasonal-naive', seasonalNaive(y, m, horizon));
  addSeasoned('drift', drift(adjusted, horizon));
  addSeasoned('mean', mean(adjusted, horizon));
  addSeasoned('ses', ses);
  addSeasoned('holt', holt);
  addSeasoned('damped', damped);
  addSeasoned('theta', fitTheta(adjusted, horizon));
  if (onlyPositive(adjusted) && horizon <= n) addSeasoned('theta-of-logs', thetaOfLogs(adjusted, horizon));
  if (m > 1 && n >= 2 * m + 4) {
    add('holt-winters-additive', fitHoltWinters(y, { m, seasonal: 'additive', damped: true }, horizon));
    if (onlyPositive(y))
      add('holt-winters-multiplicative', fitHoltWinters(y, { m, seasonal: 'multiplicative', damped: true }, horizon));
  }
  addSeasoned('combination', combine([ses, holt, damped]));
  const floor = y.every((value) => value >= 0);
  return { season, fits: fits.filter(({ fit }) => isUsable(fit)).map((one) => (floor ? notBelowZero(one) : one)) };
};

const isUsable = ({ forecast }: Fit): boolean => forecast.every(Number.isFinite);
const notBelowZero = <M extends string>({ method, fit }: Candidate<M>): Candidate<M> => ({
  method,
  fit: { ...fit, forecast: fit.forecast.map((value) => Math.max(0, value)) },
});
