import { nelderMead } from '../../statistics/index.ts';
import { type Fit, LEAST_WEIGHT, MOST_WEIGHT, spreadOf, sumOfSquares } from './fit.ts';

/** `betaStar` is the weight of the newest slope; `phi` 1 lets the trend run on, less lets it fade. Start states stand before the first period. */
export type HoltParameters = {
  readonly alpha: number;
  readonly betaStar: number;
  readonly phi: number;
  readonly initialLevel: number;
  readonly initialTrend: number;
};

/** Holt's linear trend, damped by `phi` (Gardner and McKenzie 1985). */
export const holt = (y: ArrayLike<number>, parameters: HoltParameters, horizon: number): Fit => {
  const { alpha, betaStar, phi } = parameters;
  let [level, trend] = [parameters.initialLevel, parameters.initialTrend];
  const errors = new Float64Array(y.length);
  for (let t = 0; t < y.length; t += 1) {
    const error = y[t]! - level - phi * trend;
    errors[t] = error;
    level += phi * trend + alpha * error;
    trend = phi * trend + alpha * betaStar * error;
  }
  const forecast = new Float64Array(horizon);
  const fade = fading(phi, horizon);
  for (let j = 0; j < horizon; j += 1) forecast[j] = level + fade[j]! * trend;
  return {
    parameters: { ...parameters },
    forecast,
    errors,
    sse: sumOfSquares(errors),
    spread: spreadOf(horizon, (j) => alpha + alpha * betaStar * fade[j - 1]!),
  };
};

/** phi + phi^2 + … + phi^(j+1): how far one unit of trend carries. */
export const fading = (phi: number, horizon: number): Float64Array => {
  const result = new Float64Array(horizon);
  let [sum, power] = [0, 1];
  for (let j = 0; j < horizon; j += 1) {
    power *= phi;
    sum += power;
    result[j] = sum;
  }
  return result;
};

type Start = { sse: number; level: number; trend: number };

/**
 * The start states that fit best under given weights, and the squares they leave. The errors are linear in both states,
 * so two normal equations find them and the search is left with the weights alone.
 */
const bestStart = (y: ArrayLike<number>, alpha: number, betaStar: number, phi: number, into: Start): number => {
  const beta = alpha * betaStar;
  let [l, b, pl, pb, ql, qb] = [0, 0, 1, 0, 0, 1];
  let [ee, ep, eq, pp, pq, qq] = [0, 0, 0, 0, 0, 0];
  for (let t = 0; t < y.length; t += 1) {
    const e = y[t]! - l - phi * b;
    const p = pl + phi * pb;
    const q = ql + phi * qb;
    ee += e * e;
    ep += e * p;
    eq += e * q;
    pp += p * p;
    pq += p * q;
    qq += q * q;
    l += phi * b + alpha * e;
    b = phi * b + beta * e;
    pl = p - alpha * p;
    pb = phi * pb - beta * p;
    ql = q - alpha * q;
    qb = phi * qb - beta * q;
  }
  const det = pp * qq - pq * pq;
  if (det > 1e-10 * pp * qq) {
    into.level = (ep * qq - eq * pq) / det;
    into.trend = (eq * pp - ep * pq) / det;
  } else {
    into.level = ep / pp;
    into.trend = 0;
  }
  into.sse = Math.max(0, ee - into.level * ep - into.trend * eq);
  return into.sse;
};

const ALPHAS = [0.05, 0.2, 0.5, 0.9];
const BETAS = [0.01, 0.15, 0.6];

const fitTrend = (y: ArrayLike<number>, horizon: number, phis: readonly number[]): Fit => {
  const start: Start = { sse: 0, level: 0, trend: 0 };
  const free = phis.length > 1;
  const point = new Float64Array(free ? 3 : 2);
  const first = Float64Array.from([ALPHAS[0]!, BETAS[0]!, phis[0]!].slice(0, point.length));
  let least = Number.POSITIVE_INFINITY;
  for (const alpha of ALPHAS)
    for (const betaStar of BETAS)
      for (const phi of phis) {
        const sse = bestStart(y, alpha, betaStar, phi, start);
        if (sse >= least) continue;
        least = sse;
        first[0] = alpha;
        first[1] = betaStar;
        if (free) first[2] = phi;
      }
  const phiOf = (at: Float64Array): number => (free ? at[2]! : phis[0]!);
  const { at } = nelderMead(
    (p) => bestStart(y, p[0]!, p[1]!, phiOf(p), start),
    first,
    {
      lower: [LEAST_WEIGHT, LEAST_WEIGHT, DAMPING.least],
      upper: [MOST_WEIGHT, MOST_WEIGHT, DAMPING.most],
    },
    { evaluations: 120, tolerance: 1e-7 },
  );
  bestStart(y, at[0]!, at[1]!, phiOf(at), start);
  return holt(
    y,
    { alpha: at[0]!, betaStar: at[1]!, phi: phiOf(at), initialLevel: start.level, initialTrend: start.trend },
    horizon,
  );
};

/** A trend fades by 2% to 20% a period: with less it is Holt's, with more it is gone before it matters. */
export const DAMPING = { least: 0.8, most: 0.98 } as const;

/** Weights and start states by least squares on one-step errors. */
export const fitHolt = (y: ArrayLike<number>, horizon: number): Fit => fitTrend(y, horizon, [1]);
export const fitDamped = (y: ArrayLike<number>, horizon: number): Fit => fitTrend(y, horizon, [0.82, 0.9, 0.97]);
