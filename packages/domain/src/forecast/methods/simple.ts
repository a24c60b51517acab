import { type Fit, sumOfSquares } from './fit.ts';

/** The value of `m` periods before; `m` 1 repeats the last value. Error variance grows by one step each season. */
export const seasonalNaive = (y: ArrayLike<number>, m: number, horizon: number): Fit => {
  const n = y.length;
  const lag = n >= m ? m : 1;
  const forecast = Float64Array.from({ length: horizon }, (_, j) => y[n - lag + (j % lag)]!);
  const errors = Float64Array.from({ length: n }, (_, t) => (t < lag ? Number.NaN : y[t]! - y[t - lag]!));
  const spread = Float64Array.from({ length: horizon }, (_, j) => Math.floor(j / lag) + 1);
  return { parameters: { m: lag }, forecast, errors, sse: sumOfSquares(errors), spread };
};

export const naive = (y: ArrayLike<number>, horizon: number): Fit => seasonalNaive(y, 1, horizon);

/** The straight line from the first value through the last. */
export const drift = (y: ArrayLike<number>, horizon: number): Fit => {
  const n = y.length;
  const slope = n > 1 ? (y[n - 1]! - y[0]!) / (n - 1) : 0;
  const errors = Float64Array.from({ length: n }, (_, t) => (t === 0 ? Number.NaN : y[t]! - y[t - 1]! - slope));
  return {
    parameters: { slope },
    forecast: Float64Array.from({ length: horizon }, (_, j) => y[n - 1]! + slope * (j + 1)),
    errors,
    sse: sumOfSquares(errors),
    spread: Float64Array.from({ length: horizon }, (_, j) => (j + 1) * (1 + (j + 1) / Math.max(1, n - 1))),
  };
};

/** The mean of all periods. */
export const mean = (y: ArrayLike<number>, horizon: number): Fit => {
  const n = y.length;
  let level = 0;
  for (let t = 0; t < n; t += 1) level += y[t]! / n;
  const errors = Float64Array.from({ length: n }, (_, t) => y[t]! - level);
  return {
    parameters: { level },
    forecast: new Float64Array(horizon).fill(level),
    errors,
    sse: sumOfSquares(errors),
    spread: new Float64Array(horizon).fill(1 + 1 / n),
  };
};
