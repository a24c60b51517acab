import { invariant } from '../../kernel/index.ts';
import { logBeta, logGamma } from './log-gamma.ts';

/**
 * How one customer bought, all in one unit of time: `x` days with an order after the first, the last of them `tx` after
 * the first order, watched for `T` since the first order. tx = 0 when x = 0.
 */
export type RepeatHistory = { readonly x: number; readonly tx: number; readonly T: number };

/**
 * Buying is Poisson with a rate that is Gamma(r, alpha) over the customers; after an order a customer leaves for good with
 * a chance that is Beta(a, b) over them. `bg-nbd` (Fader, Hardie, Lee 2005) lets nobody leave after the first order, `mbg-nbd`
 * (Batislam, Denizel, Filiztekin 2007) does, which suits a shop with many customers who ordered once.
 */
export type LifetimeKind = 'bg-nbd' | 'mbg-nbd';
export type LifetimeParameters = {
  readonly kind: LifetimeKind;
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
};

/** Orders after which a customer stayed, beyond the repeats: the first one counts where one may leave after it. */
const extra = (kind: LifetimeKind): number => (kind === 'mbg-nbd' ? 1 : 0);

/** ln of the odds that the customer has left: minus infinity where the model does not allow it. */
const logOddsGone = ({ kind, r, alpha, a, b }: LifetimeParameters, { x, tx, T }: RepeatHistory): number => {
  const stayed = x + extra(kind);
  if (stayed === 0) return Number.NEGATIVE_INFINITY;
  return Math.log(a / (b + stayed - 1)) + (r + x) * (Math.log(alpha + T) - Math.log(alpha + tx));
};

/** P(alive): the chance that the customer has not left for good. */
export const chanceAlive = (parameters: LifetimeParameters, history: RepeatHistory): number =>
  1 / (1 + Math.exp(logOddsGone(parameters, history)));

/** The part of a history's log-likelihood that depends on the number of orders alone. */
const countPart = ({ kind, r, alpha, a, b }: LifetimeParameters, x: number): number => {
  const stayed = x + extra(kind);
  const rates = logGamma(r + x) - logGamma(r) + r * Math.log(alpha);
  return rates + logBeta(a, b + stayed) - logBeta(a, b);
};

/** The part that depends on when they were. */
const timePart = (parameters: LifetimeParameters, history: RepeatHistory): number => {
  const odds = logOddsGone(parameters, history);
  const either = odds > 0 ? odds + Math.log1p(Math.exp(-odds)) : Math.log1p(Math.exp(odds));
  return either - (parameters.r + history.x) * Math.log(parameters.alpha + history.T);
};

/** ln of the likelihood of one customer's history. */
export const logLikelihood = (parameters: LifetimeParameters, history: RepeatHistory): number =>
  countPart(parameters, history.x) + timePart(parameters, history);

export type CountedHistory = { readonly history: RepeatHistory; readonly count: number };

/** ln of the likelihood of many histories. Sorted by x the costly part is asked once for each number of orders. */
export const logLikelihoodOf = (parameters: LifetimeParameters, groups: readonly CountedHistory[]): number => {
  let [sum, x, ofCount] = [0, -1, 0];
  for (const { history, count } of groups) {
    if (history.x !== x) [x, ofCount] = [history.x, countPart(parameters, history.x)];
    sum += count * (ofCount + timePart(parameters, history));
  }
  return sum;
};

const TERMS = 20_000;

/**
 * Orders in the next `t` of a customer who is there now, with rate ~ Gamma(shape, rate) and chance of leaving ~ Beta(a, b).
 * The published closed form, (c/(a-1))·(1 - (1-z)^shape · 2F1(shape, b; c; z)) with c = a+b-1 and z = t/(rate+t), turned by Euler's
 * transformation into 2F1(c-shape, a-1; c; z), whose series converges fast; the factor (a-1) is taken out of it, so that
 * a = 1 and c = 0 are ordinary points.
 */
const ordersWhileAlive = (shape: number, rate: number, a: number, b: number, t: number): number => {
  if (t <= 0) return 0;
  const [z, c, A] = [t / (rate + t), a + b - 1, a + b - 1 - shape];
  const log = Math.log(rate) - Math.log(rate + t);
  const main = a === 1 ? -log : -Math.expm1((a - 1) * log) / (a - 1);
  let [term, sum] = [A * z, 0];
  for (let n = 1; n < TERMS; n += 1) {
    sum += term;
    if (Math.abs(term) <= 1e-15 * Math.abs(sum)) break;
    term *= ((A + n) * (a + n - 1) * z) / ((c + n) * (n + 1));
  }
  return Math.max(0, c * main - Math.exp((a - 1) * log) * sum);
};

/** E[orders in the next `t` | history]. */
export const expectedOrders = (parameters: LifetimeParameters, history: RepeatHistory, t: number): number => {
  const { kind, r, alpha, a, b } = parameters;
  const stayed = history.x + extra(kind);
  return chanceAlive(parameters, history) * ordersWhileAlive(r + history.x, alpha + history.T, a, b + stayed, t);
};

/** E[orders in the first `t` after the first order] of a customer about whom nothing is known yet. */
export const expectedOrdersOfNewcomer = (parameters: LifetimeParameters, t: number): number =>
  expectedOrders(parameters, { x: 0, tx: 0, T: 0 }, t);

export const checkHistory = ({ x, tx, T }: RepeatHistory): void => {
  invariant(
    Number.isInteger(x) && x >= 0 && tx >= 0 && tx <= T && (x > 0 || tx === 0),
    `not a history of repeats: ${x}, ${tx}, ${T}`,
  );
};
