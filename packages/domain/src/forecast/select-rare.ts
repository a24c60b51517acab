import { negativeBinomialPmf, poissonPmf } from '../inventory/index.ts';
import { naiveScale } from './accuracy.ts';
import { originsOf, type Score } from './backtest.ts';
import { type Fit, fitCroston, fitTsb, mean } from './methods/index.ts';

/** Methods for demand that comes now and then. */
export const rareMethods = ['mean', 'croston', 'sba', 'sbj', 'tsb'] as const;
export type RareMethod = (typeof rareMethods)[number];

const fitRare = (y: Float64Array, horizon: number): Readonly<Record<RareMethod, Fit>> => ({
  mean: mean(y, horizon),
  croston: fitCroston(y, 'croston', horizon),
  sba: fitCroston(y, 'sba', horizon),
  sbj: fitCroston(y, 'sbj', horizon),
  tsb: fitTsb(y, horizon),
});

export type RareChoice =
  | { readonly kind: 'least-cumulative-error' }
  /** No demand for longer than ever before: a method that forgets is needed. */
  | { readonly kind: 'dying-out'; readonly periodsWithoutDemand: number; readonly longestBefore: number };

export type RareSelection = {
  readonly method: RareMethod;
  readonly choice: RareChoice;
  readonly forecast: Float64Array;
  readonly sigma: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Error of the demand summed over the lead time, root mean square, in units of the naive error; best first. */
  readonly scores: readonly Score[];
  readonly origins: number;
};

/** The gap since the last demand and the longest gap before it, in periods. */
const gapsOf = (y: Float64Array): { readonly now: number; readonly before: number } => {
  let [gap, before] = [0, 0];
  for (const value of y) {
    if (value === 0) gap += 1;
    else {
      before = Math.max(before, gap);
      gap = 0;
    }
  }
  return { now: gap, before };
};

const CANDIDATES: readonly RareMethod[] = ['sba', 'tsb', 'mean'];
/** A gap this many times the longest one before it is taken for the end. */
const DYING_OUT = 1.5;

/**
 * Forecast of rare demand: SBA, TSB and the mean are judged by what matters to stock, the demand summed over the lead time.
 * Single periods would flatter a forecast of nothing.
 */
export const selectRare = (y: Float64Array, horizon: number, leadTime: number, level: number): RareSelection => {
  const fits = fitRare(y, horizon);
  const lead = Math.max(1, Math.round(leadTime));
  const squares: Record<RareMethod, number> = { mean: 0, croston: 0, sba: 0, sbj: 0, tsb: 0 };
  const origins = originsOf(y.length, lead).filter((at) => at + lead <= y.length);
  for (const at of origins) {
    const known = fitRare(y.slice(0, at), 1);
    let actual = 0;
    for (let j = 0; j < lead; j += 1) actual += y[at + j]!;
    for (const method of rareMethods) squares[method] += (actual - lead * known[method].forecast[0]!) ** 2;
  }
  const scale = naiveScale(y, 1) * lead || 1;
  const scores =
    origins.length === 0
      ? []
      : rareMethods
          .map((method) => ({ method, mase: Math.sqrt(squares[method] / origins.length) / scale }))
          .toSorted((a, b) => a.mase - b.mase || (a.method < b.method ? -1 : 1));
  const gaps = gapsOf(y);
  const dying = gaps.before > 0 && gaps.now > DYING_OUT * gaps.before;
  const best = scores.find(({ method }) => CANDIDATES.includes(method))?.method ?? 'sba';
  const method = dying ? 'tsb' : best;
  const { forecast } = fits[method];
  let sse = 0;
  for (const value of y) sse += (value - forecast[0]!) ** 2 / y.length;
  const quantiles = demandQuantiles(forecast[0]!, sse, y, level);
  return {
    method,
    choice: dying
      ? { kind: 'dying-out', periodsWithoutDemand: gaps.now, longestBefore: gaps.before }
      : { kind: 'least-cumulative-error' },
    forecast,
    sigma: new Float64Array(horizon).fill(Math.sqrt(sse)),
    lower: new Float64Array(horizon).fill(quantiles[0]),
    upper: new Float64Array(horizon).fill(quantiles[1]),
    scores,
    origins: origins.length,
  };
};

/** The interval of one period's demand: counted in whole units by the negative binomial, else from the recorded values themselves. */
const demandQuantiles = (rate: number, variance: number, y: Float64Array, level: number): readonly [number, number] => {
  const shares = [(1 - level) / 2, (1 + level) / 2] as const;
  if (!(rate > 0)) return [0, 0];
  if (rate < MOST_COUNTED && y.every((value) => Number.isSafeInteger(value) && value >= 0)) {
    const pmf = variance > rate * (1 + 1e-9) ? negativeBinomialPmf(rate, variance) : poissonPmf(rate);
    const quantile = (share: number): number => {
      let [sum, units] = [0, 0];
      for (; units < pmf.length - 1 && sum + pmf[units]! < share; units += 1) sum += pmf[units]!;
      return units;
    };
    return [quantile(shares[0]), quantile(shares[1])];
  }
  const sorted = y.toSorted();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
  return [at(shares[0]), at(shares[1])];
};

/** Units a period beyond which counting one by one costs more than it tells. */
const MOST_COUNTED = 1000;
