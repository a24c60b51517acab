import type { Candidate } from './candidates.ts';

/** Where the past was cut: what the methods said at that point, and what came. */
export type Origin = {
  /** Periods that were known. */ readonly at: number;
  readonly actual: Float64Array;
  readonly forecasts: ReadonlyMap<string, Float64Array>;
};

/** How often a method was tried, and its mean absolute error in units of the seasonal naive error of the whole history. */
export type Score = { readonly method: string; readonly mase: number };

/** Fewest periods that a method may learn from at an origin. */
const LEAST_KNOWN = 4;

/**
 * The cuts: at most eight and at most a third as many as periods, evenly spread over the last third of the history, but
 * not further back than the horizon asks for. The methods always see everything before the cut.
 */
export const originsOf = (n: number, horizon: number): readonly number[] => {
  const third = Math.floor(n / 3);
  const count = Math.min(8, third);
  const span = Math.min(third, horizon + count - 1);
  return Array.from({ length: count }, (_, k) => Math.round(n - span + (k * span) / count)).filter(
    (at) => at >= LEAST_KNOWN,
  );
};

/** Refits at every cut and asks for what followed. */
export const rollingOrigin = (
  y: Float64Array,
  horizon: number,
  fit: (known: Float64Array, horizon: number) => readonly Candidate[],
): readonly Origin[] =>
  originsOf(y.length, horizon).map((at) => {
    const actual = y.slice(at, at + horizon);
    const fits = fit(y.slice(0, at), actual.length);
    return { at, actual, forecasts: new Map(fits.map(({ method, fit: { forecast } }) => [method, forecast])) };
  });

/**
 * Error of each method over all cuts and steps. A method that could not be fitted at a cut is charged the worst error
 * of that cut, so that one is not preferred for having been absent when it was difficult.
 */
export const scoresOf = (methods: readonly string[], origins: readonly Origin[], scale: number): readonly Score[] => {
  const sums = new Map<string, number>(methods.map((method) => [method, 0]));
  let steps = 0;
  for (const { actual, forecasts } of origins) {
    steps += actual.length;
    const errors = new Map<string, number>();
    let worst = 0;
    for (const method of methods) {
      const forecast = forecasts.get(method);
      if (!forecast) continue;
      let sum = 0;
      for (let j = 0; j < actual.length; j += 1) sum += Math.abs(actual[j]! - forecast[j]!);
      errors.set(method, sum);
      worst = Math.max(worst, sum);
    }
    for (const method of methods) sums.set(method, sums.get(method)! + (errors.get(method) ?? worst));
  }
  const unit = scale > 0 ? scale : 1;
  return methods.map((method) => ({ method, mase: steps === 0 ? 0 : sums.get(method)! / steps / unit }));
};
