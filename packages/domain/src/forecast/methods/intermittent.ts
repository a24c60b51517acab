import { minimise } from '../../statistics/index.ts';
import { type Fit, LEAST_WEIGHT, sumOfSquares } from './fit.ts';

/** Croston: as published; SBA and SBJ: its bias taken out (Syntetos and Boylan 2005; Shale, Boylan and Johnston 2006). */
export type CrostonKind = 'croston' | 'sba' | 'sbj';
export type CrostonParameters = { readonly alpha: number; readonly kind?: CrostonKind | undefined };

const correction = (kind: CrostonKind, alpha: number): number =>
  kind === 'croston' ? 1 : kind === 'sba' ? 1 - alpha / 2 : 1 - alpha / (2 - alpha);

const flat = (rate: number, horizon: number, errors: Float64Array, parameters: Fit['parameters']): Fit => ({
  parameters,
  forecast: new Float64Array(horizon).fill(rate),
  errors,
  sse: sumOfSquares(errors),
  spread: new Float64Array(horizon).fill(1),
});

/**
 * Demand size and time between demands, each smoothed where there was demand; their quotient is the demand per period.
 * The first interval counts from before the first period. Without any demand the forecast is nothing.
 */
export const croston = (y: ArrayLike<number>, { alpha, kind = 'croston' }: CrostonParameters, horizon: number): Fit => {
  const factor = correction(kind, alpha);
  const errors = new Float64Array(y.length);
  let [size, interval, since] = [0, 0, 0];
  for (let t = 0; t < y.length; t += 1) {
    since += 1;
    errors[t] = interval === 0 ? Number.NaN : y[t]! - (factor * size) / interval;
    if (y[t] === 0) continue;
    size = interval === 0 ? y[t]! : size + alpha * (y[t]! - size);
    interval = interval === 0 ? since : interval + alpha * (since - interval);
    since = 0;
  }
  return flat(interval === 0 ? 0 : (factor * size) / interval, horizon, errors, { alpha, demand: size, interval });
};

export type TsbParameters = {
  /** Weight of the newest size. */ readonly alpha: number;
  /** Weight of the newest period's "was there demand?". */ readonly beta: number;
  readonly initialSize: number;
  readonly initialProbability: number;
};

/** Teunter, Syntetos and Babai (2011): the probability of demand falls with every empty period, so goods that die out are seen to. */
export const tsb = (y: ArrayLike<number>, { alpha, beta, ...start }: TsbParameters, horizon: number): Fit => {
  let [size, probability] = [start.initialSize, start.initialProbability];
  const errors = new Float64Array(y.length);
  for (let t = 0; t < y.length; t += 1) {
    errors[t] = y[t]! - probability * size;
    const busy = y[t] !== 0;
    probability += beta * ((busy ? 1 : 0) - probability);
    if (busy) size += alpha * (y[t]! - size);
  }
  return flat(probability * size, horizon, errors, { alpha, beta, size, probability });
};

const BOX = { lower: [LEAST_WEIGHT, LEAST_WEIGHT], upper: [0.5, 0.5] };
const SEARCH = { evaluations: 80, tolerance: 1e-6 };

/** The weight by least squares, at most 0.5: rare demand tells too little to follow faster. */
export const fitCroston = (y: ArrayLike<number>, kind: CrostonKind, horizon: number): Fit => {
  const sse = (p: ArrayLike<number>): number => croston(y, { alpha: p[0]!, kind }, 0).sse;
  const { at } = minimise(sse, [[0.05], [0.2]], BOX, SEARCH);
  return croston(y, { alpha: at[0]!, kind }, horizon);
};

/** Weights by least squares; starts from the mean size and the share of periods with demand. */
export const fitTsb = (y: ArrayLike<number>, horizon: number): Fit => {
  const sizes = Array.from(y).filter((units) => units !== 0);
  const initialSize = sizes.length === 0 ? 0 : sizes.reduce((sum, units) => sum + units, 0) / sizes.length;
  const initialProbability = y.length === 0 ? 0 : sizes.length / y.length;
  const of = (p: ArrayLike<number>) => ({ alpha: p[0]!, beta: p[1]!, initialSize, initialProbability });
  const { at } = minimise(
    (p) => tsb(y, of(p), 0).sse,
    [
      [0.05, 0.05],
      [0.2, 0.1],
    ],
    BOX,
    SEARCH,
  );
  return tsb(y, of(at), horizon);
};
