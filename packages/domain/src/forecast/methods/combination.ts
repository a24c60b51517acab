import { type Fit, sumOfSquares } from './fit.ts';

/** The mean of several fits of one series: forecasts, errors and spread alike. What is wrong in one is seldom wrong in all. */
export const combine = (fits: readonly Fit[]): Fit => {
  const first = fits[0]!;
  const mean = (pick: (fit: Fit) => Float64Array): Float64Array =>
    pick(first).map((_, at) => fits.reduce((sum, fit) => sum + pick(fit)[at]!, 0) / fits.length);
  const errors = mean((fit) => fit.errors);
  return {
    parameters: { methods: fits.length },
    forecast: mean((fit) => fit.forecast),
    errors,
    sse: sumOfSquares(errors),
    spread: mean((fit) => fit.spread),
  };
};
