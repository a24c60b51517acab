import type { Fit } from './fit.ts';
import { sumOfSquares } from './fit.ts';
import { fitSes } from './ses.ts';

/** The least-squares line on time 0, 1, 2 …. */
export const regressionLine = (y: ArrayLike<number>): { readonly intercept: number; readonly slope: number } => {
  const n = y.length;
  let [sum, weighted] = [0, 0];
  for (let t = 0; t < n; t += 1) {
    sum += y[t]!;
    weighted += t * y[t]!;
  }
  const centre = (n - 1) / 2;
  const slope = n > 1 ? (weighted - centre * sum) / ((n * (n * n - 1)) / 12) : 0;
  return { intercept: sum / n - slope * centre, slope };
};

/**
 * The Theta method (Assimakopoulos and Nikolopoulos 2000) for a series without season, in the form of Hyndman and Billah
 * (2003): simple smoothing with (1 - 1/theta) of the regression slope as drift. The drift of a step after n periods is
 * damped by what smoothing itself has already taken in.
 */
export const fitTheta = (y: ArrayLike<number>, horizon: number, theta = 2): Fit => {
  const n = y.length;
  const { slope } = regressionLine(y);
  const smooth = fitSes(y, horizon);
  const { alpha, initialLevel } = smooth.parameters as { readonly alpha: number; readonly initialLevel: number };
  const drift = slope * (1 - 1 / theta);
  const lag = (periods: number): number => (1 - (1 - alpha) ** periods) / alpha;
  const errors = smooth.errors.map((error, t) => error - drift * lag(t));
  return {
    parameters: { alpha, initialLevel, trend: slope, theta },
    forecast: smooth.forecast.map((level, j) => level + drift * (j + lag(n))),
    errors,
    sse: sumOfSquares(errors),
    spread: smooth.spread,
  };
};
