import { type DemandClass, demandClass } from './demand-class.ts';
import type { DemandHistory } from './demand-history.ts';

/** What a forecast learnt from instead of what was recorded, period by period, and why. */
export type Correction = {
  readonly period: number;
  readonly why: 'missing' | 'stock-out' | 'promotion' | 'outlier';
  readonly recorded: number | null;
  /** Null: the period was left out. */ readonly used: number | null;
};
export type CleanSeries = {
  readonly y: Float64Array;
  readonly demand: DemandClass;
  readonly corrections: readonly Correction[];
};

/**
 * The series to learn from: promotions taken out, periods without a record and periods without goods filled by what the
 * neighbours and the season suggest, outliers pulled in. Demand without goods is censored: what was sold is its lower bound,
 * never its size. Of demand that comes now and then such periods are left out, and it has no outliers: lumps are its nature.
 */
export const cleanHistory = (history: DemandHistory): CleanSeries => {
  const { values, season, stockOut = [], promotion = [] } = history;
  const base = values.map((value, at) => (value === null ? Number.NaN : value / (promotion[at] ?? 1)));
  const known = base.map((value, at) => (stockOut[at] ? Number.NaN : value));
  const present = known.filter((value) => !Number.isNaN(value));
  const demand = demandClass(present);
  const rare = demand.class === 'intermittent' || demand.class === 'lumpy';
  const suggested = rare ? undefined : interpolate(known, season);
  const corrections: Correction[] = [];
  const filled = base.map((value, at) => {
    const recorded = values[at] ?? null;
    const note = (why: Correction['why'], used: number | undefined): number => {
      corrections.push({ period: at, why, recorded, used: used ?? null });
      return used ?? Number.NaN;
    };
    if (recorded === null) return note('missing', suggested?.[at]);
    if (stockOut[at]) return note('stock-out', suggested && Math.max(value, suggested[at]!));
    return (promotion[at] ?? 1) === 1 ? value : note('promotion', value);
  });
  if (rare) return { y: Float64Array.from(present), demand, corrections };
  const y = Float64Array.from(filled);
  for (const { period, used } of outliersOf(y, season)) {
    corrections.push({ period, why: 'outlier', recorded: values[period] ?? null, used });
    y[period] = used;
  }
  return { y, demand, corrections: corrections.toSorted((a, b) => a.period - b.period) };
};

/** Index of each place in the season against the mean of all, where every place is known twice and nothing is negative; else 1. */
const roughIndices = (known: readonly number[], m: number): Float64Array => {
  const indices = new Float64Array(m).fill(1);
  const [sums, counts] = [new Float64Array(m), new Float64Array(m)];
  let least = Number.POSITIVE_INFINITY;
  for (const [at, value] of known.entries()) {
    if (Number.isNaN(value)) continue;
    sums[at % m]! += value;
    counts[at % m]! += 1;
    least = Math.min(least, value);
  }
  if (m < 2 || least < 0 || counts.some((count) => count < 2)) return indices;
  const means = sums.map((sum, at) => sum / counts[at]!);
  const mean = means.reduce((sum, value) => sum + value, 0) / m;
  return means.every((value) => value > 0) ? means.map((value) => value / mean) : indices;
};

/** The line between the nearest known neighbours, drawn without the season and with the season put back. */
const interpolate = (known: readonly number[], m: number): Float64Array => {
  const indices = roughIndices(known, m);
  const level = known.map((value, at) => value / indices[at % m]!);
  const result = new Float64Array(known.length);
  let last = -1;
  for (let at = 0; at <= level.length; at += 1) {
    if (at < level.length && Number.isNaN(level[at]!)) continue;
    const [from, to] = [level[last] ?? level[at]!, level[at] ?? level[last]!];
    for (let gap = last + 1; gap < at; gap += 1) {
      const share = (gap - last) / (at - last);
      result[gap] = (from + (to - from) * share) * indices[gap % m]!;
    }
    if (at < level.length) result[at] = known[at]!;
    last = at;
  }
  return result;
};

const medianOf = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
};
const quartile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share;
  const below = Math.floor(at);
  return sorted[below]! + (at - below) * ((sorted[below + 1] ?? sorted[below]!) - sorted[below]!);
};

/** How far beyond the quartiles, in interquartile ranges, a residual must lie. */
const FENCE = 3;
const LEAST_FOR_OUTLIERS = 18;

/**
 * Periods that stand apart from the running median and the season by more than three interquartile ranges, with the
 * nearest value that would not. It must stand apart from what was before it and from what came after: a jump that stays
 * is no outlier. The last periods, where nobody can tell yet, are left alone.
 */
const outliersOf = (y: Float64Array, m: number): readonly { readonly period: number; readonly used: number }[] => {
  const n = y.length;
  if (n < Math.max(LEAST_FOR_OUTLIERS, 3 * m)) return [];
  const half = Math.max(3, Math.floor(m / 2));
  // A period must not vouch for itself: a median that contains it is often it, which makes all others look far away.
  const trend = Array.from(y, (_, t) => {
    const reach = Math.min(half, t, n - 1 - t);
    const around = Array.from(y.subarray(t - reach, t + reach + 1)).toSpliced(reach, 1);
    return reach < 2 ? Number.NaN : medianOf(around);
  });
  const places = Array.from({ length: m }, (_, place) =>
    m < 2 ? 0 : medianOf(trend.flatMap((level, t) => (t % m === place && !Number.isNaN(level) ? [y[t]! - level] : []))),
  );
  const expected = trend.map((level, t) => level + places[t % m]!);
  const residuals = expected.map((value, t) => y[t]! - value);
  const sorted = residuals.filter((residual) => !Number.isNaN(residual)).toSorted((a, b) => a - b);
  const [first, third] = [quartile(sorted, 0.25), quartile(sorted, 0.75)];
  const range = third - first;
  if (!(range > 0)) return [];
  const beside = (period: number, from: number, to: number): number =>
    medianOf(Array.from(y.subarray(from, to), (value, k) => value - places[(from + k) % m]!)) + places[period % m]!;
  return residuals.flatMap((residual, period) => {
    if (Number.isNaN(residual) || period >= n - UNDECIDED) return [];
    const bound = Math.min(Math.max(residual, first - FENCE * range), third + FENCE * range);
    if (bound === residual) return [];
    const before = y[period]! - beside(period, Math.max(0, period - half), period);
    const after = y[period]! - beside(period, period + 1, Math.min(n, period + 1 + half));
    const apart = (from: number): boolean =>
      residual > 0 ? from > third + FENCE * range : from < first - FENCE * range;
    return apart(before) && apart(after) ? [{ period, used: expected[period]! + bound }] : [];
  });
};

/** The last periods, in which a jump that stays looks like a peak. */
const UNDECIDED = 3;
