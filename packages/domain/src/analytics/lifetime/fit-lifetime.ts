import { err, ok, type Result } from '../../kernel/index.ts';
import { minimise } from '../../statistics/index.ts';
import { evenly } from './evenly.ts';
import {
  type CountedHistory,
  checkHistory,
  type LifetimeKind,
  type LifetimeParameters,
  logLikelihoodOf,
  type RepeatHistory,
} from './purchase-process.ts';

export type LifetimeModel = LifetimeParameters & {
  /** Sum over the customers it was fitted on, without the penalty; the larger, the better the fit. */
  readonly logLikelihood: number;
  readonly customers: number;
  readonly repeaters: number;
  /** All customers, or so many taken evenly from them. */
  readonly fittedOn: number;
};
export type LifetimeRefusal = {
  readonly kind: 'too-few-customers';
  readonly customers: number;
  readonly repeaters: number;
  readonly needed: { readonly customers: number; readonly repeaters: number };
};
export type LifetimeOptions = {
  /** `best` (default) fits both and keeps the one with the larger likelihood: they have the same number of parameters. */
  readonly kind?: LifetimeKind | 'best' | undefined;
  /** Weight of the squared log parameters against the likelihood of an average customer; keeps thin data from running off. */
  readonly penalty?: number | undefined;
};

/** Four parameters learned from fewer customers would be guesses. */
export const LIFETIME_NEEDS = { customers: 20, repeaters: 10 } as const;

/** Four parameters are known to a few percent from so many; more would cost time and change nothing. */
const MOST_FITTED = 10_000;

const LOW = Math.log(1e-3);
const HIGH = Math.log(1e4);
const BOX = { lower: [LOW, LOW, LOW, LOW], upper: [HIGH, HIGH, HIGH, HIGH] };
const STARTS = [
  [0, 0, 0, 1],
  [-1, -1, -1, 1],
];
const SEARCH = { step: 0.05, evaluations: 600, tolerance: 1e-10 };

/** Customers with the same history count once, with their number: most have few orders, so there are far fewer histories. */
const grouped = (histories: readonly RepeatHistory[], scale: number): CountedHistory[] => {
  const groups = new Map<string, { history: RepeatHistory; count: number }>();
  for (const { x, tx, T } of histories) {
    const key = `${x}|${tx}|${T}`;
    const known = groups.get(key);
    if (known) known.count += 1;
    else groups.set(key, { history: { x, tx: tx * scale, T: T * scale }, count: 1 });
  }
  return [...groups.values()];
};

type Fitted = LifetimeParameters & Pick<LifetimeModel, 'logLikelihood'>;

const fitKind = (kind: LifetimeKind, histories: readonly RepeatHistory[], penalty: number): Fitted => {
  const n = histories.length;
  const scale = n / histories.reduce((sum, { T }) => sum + T, 0);
  const groups = grouped(histories, scale);
  const parametersAt = (point: ArrayLike<number>): LifetimeParameters => {
    const [r, alpha, a, b] = Array.from(point, Math.exp) as [number, number, number, number];
    return { kind, r, alpha, a, b };
  };
  const total = (parameters: LifetimeParameters): number => logLikelihoodOf(parameters, groups);
  const { at } = minimise(
    (point) =>
      -total(parametersAt(point)) / n + penalty * point.reduce((sum, logValue) => sum + logValue * logValue, 0),
    STARTS,
    BOX,
    SEARCH,
  );
  const fitted = parametersAt(at);
  const repeats = histories.reduce((sum, { x }) => sum + x, 0);
  return {
    ...fitted,
    alpha: fitted.alpha / scale,
    // Changing the unit of time multiplies the density of every repeat by the scale.
    logLikelihood: total(fitted) + repeats * Math.log(scale),
  };
};

/**
 * The parameters under which these histories are likeliest, found on the logs of the parameters with time scaled to a mean
 * observation of 1. Equal histories in another order give the same model.
 */
export const fitLifetime = (
  histories: readonly RepeatHistory[],
  { kind = 'best', penalty = 1e-5 }: LifetimeOptions = {},
): Result<LifetimeModel, LifetimeRefusal> => {
  histories.forEach(checkHistory);
  const sorted = histories.filter(({ T }) => T > 0).toSorted((p, q) => p.x - q.x || p.tx - q.tx || p.T - q.T);
  const repeaters = sorted.filter(({ x }) => x > 0).length;
  if (sorted.length < LIFETIME_NEEDS.customers || repeaters < LIFETIME_NEEDS.repeaters)
    return err({ kind: 'too-few-customers', customers: sorted.length, repeaters, needed: LIFETIME_NEEDS });
  const sample = evenly(sorted, MOST_FITTED);
  const kinds = kind === 'best' ? (['bg-nbd', 'mbg-nbd'] as const) : [kind];
  const fitted = kinds
    .map((one) => fitKind(one, sample, penalty))
    .reduce((best, one) => (one.logLikelihood > best.logLikelihood ? one : best));
  return ok({ ...fitted, customers: sorted.length, repeaters, fittedOn: sample.length });
};
