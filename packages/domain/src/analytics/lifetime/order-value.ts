import { err, invariant, ok, type Result } from '../../kernel/index.ts';
import { minimise } from '../../statistics/index.ts';
import { evenly } from './evenly.ts';
import { logGamma } from './log-gamma.ts';
import { expectedOrders, type LifetimeParameters, type RepeatHistory } from './purchase-process.ts';

/** What a customer's orders were worth: so many of them, on average this much (any one unit of money). */
export type OrderValues = { readonly orders: number; readonly mean: number };

/**
 * Gamma-gamma model (Fader, Hardie 2013): the value of an order is Gamma(p, rate) with a rate that is Gamma(q, v) over the
 * customers, independent of how often they order.
 */
export type ValueModel = { readonly p: number; readonly q: number; readonly v: number };
export type ValueRefusal = { readonly kind: 'too-few-customers'; readonly customers: number; readonly needed: number };

const NEEDED = 10;
const MOST_FITTED = 10_000;
const LOW = Math.log(1e-2);
const HIGH = Math.log(1e3);
const BOX = { lower: [LOW, LOW, LOW], upper: [HIGH, HIGH, HIGH] };
const STARTS = [
  [1, 1, 1],
  [2, 1, 0],
];

const logLikelihood = ({ p, q, v }: ValueModel, { orders: x, mean: m }: OrderValues): number =>
  logGamma(p * x + q) -
  logGamma(p * x) -
  logGamma(q) +
  q * Math.log(v) +
  (p * x - 1) * Math.log(m) +
  p * x * Math.log(x) -
  (p * x + q) * Math.log(v + x * m);

/** The likeliest model of what orders are worth; customers whose orders came to nothing are left out. */
export const fitValue = (values: readonly OrderValues[], penalty = 1e-5): Result<ValueModel, ValueRefusal> => {
  const usable = values
    .filter(({ orders, mean }) => orders > 0 && mean > 0)
    .toSorted((a, b) => a.orders - b.orders || a.mean - b.mean);
  if (usable.length < NEEDED) return err({ kind: 'too-few-customers', customers: usable.length, needed: NEEDED });
  const sample = evenly(usable, MOST_FITTED);
  const average = sample.reduce((sum, { mean }) => sum + mean, 0) / sample.length;
  const scaled = sample.map(({ orders, mean }) => ({ orders, mean: mean / average }));
  const modelAt = (point: ArrayLike<number>): ValueModel => {
    const [p, q, v] = Array.from(point, Math.exp) as [number, number, number];
    return { p, q, v };
  };
  const { at } = minimise(
    (point) => {
      const model = modelAt(point);
      const likelihood = scaled.reduce((sum, one) => sum + logLikelihood(model, one), 0) / scaled.length;
      return -likelihood + penalty * point.reduce((sum, logValue) => sum + logValue * logValue, 0);
    },
    STARTS,
    BOX,
    { step: 0.05, evaluations: 600, tolerance: 1e-11 },
  );
  const model = modelAt(at);
  return ok({ ...model, v: model.v * average });
};

/** E[value of an order | what the customer's orders were worth]: its own mean, drawn towards everybody's by how few they are. */
export const expectedOrderValue = ({ p, q, v }: ValueModel, { orders, mean }: OrderValues): number => {
  invariant(p * orders + q > 1, `a mean of order values exists for p·x + q > 1: ${p}, ${orders}, ${q}`);
  return (p * (v + orders * mean)) / (p * orders + q - 1);
};

/**
 * What the customer is expected to order in the next `periods` units of time, each unit's part discounted to now by
 * `discount` per unit.
 */
export const lifetimeValue = (
  lifetime: LifetimeParameters,
  history: RepeatHistory,
  orderValue: number,
  { periods, discount = 0 }: { readonly periods: number; readonly discount?: number | undefined },
): number => {
  let [before, value] = [0, 0];
  for (let period = 1; period <= periods; period += 1) {
    const until = expectedOrders(lifetime, history, period);
    value += ((until - before) * orderValue) / (1 + discount) ** period;
    before = until;
  }
  return value;
};
