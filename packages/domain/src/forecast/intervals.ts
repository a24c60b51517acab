import { normalQuantile } from '../statistics/index.ts';

/** Errors of the back-test at one cut, step by step, in the same unit as the standard error. */
export type StepErrors = readonly Float64Array[];

export type Deviation = {
  /** Standard error of the forecast by step. */
  readonly sigma: Float64Array;
  /** By how much the back-test widened (or narrowed) what the fit alone promises. */
  readonly widening: number;
};

/** The weight of the fit's own promise against the back-test, in cuts. */
const PRIOR_CUTS = 1;

/**
 * The standard error by step: what the fitted model says (its one-step error and how that spreads), multiplied by how
 * much worse the back-test came out than that. A model judged by the past it was fitted to is always too sure of itself.
 */
export const deviation = (oneStep: number, spread: Float64Array, errors: StepErrors): Deviation => {
  let [sum, cuts] = [0, 0];
  for (const steps of errors) {
    if (steps.length === 0) continue;
    let ratio = 0;
    for (let j = 0; j < steps.length; j += 1) ratio += steps[j]! ** 2 / spread[j]!;
    sum += ratio / steps.length;
    cuts += 1;
  }
  const promised = oneStep ** 2;
  const seen = cuts > 0 ? sum / cuts : promised;
  const variance = (PRIOR_CUTS * promised + cuts * Math.max(seen, promised)) / (PRIOR_CUTS + cuts);
  return {
    sigma: spread.map((growth) => Math.sqrt(variance * growth)),
    widening: promised > 0 ? Math.sqrt(variance / promised) : 1,
  };
};

/** Overlapping errors say the same thing several times: one period in four counts as independent. */
const INDEPENDENT = 4;

/** Quantile of Student's distribution by its expansion around the normal one (Cornish and Fisher), for 3 degrees of freedom and more. */
export const studentQuantile = (p: number, freedom: number): number => {
  const z = normalQuantile(p);
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
};

/** The interval that holds the value with probability `level`; the fewer periods the standard error was learnt from, the wider. */
export const interval = (
  forecast: Float64Array,
  sigma: Float64Array,
  level: number,
  { floor, periods }: { readonly floor: number; readonly periods: number },
): { readonly lower: Float64Array; readonly upper: Float64Array } => {
  const t = studentQuantile((1 + level) / 2, Math.max(3, periods / INDEPENDENT));
  return {
    lower: forecast.map((value, j) => Math.max(floor, value - t * sigma[j]!)),
    upper: forecast.map((value, j) => Math.max(floor, value + t * sigma[j]!)),
  };
};
