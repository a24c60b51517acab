import { type Counts, weightOfEvidence } from './woe.ts';

/** Neighbouring cells counted together; cells are numbered in the order of the values (or of the bad rate, for categories). */
export type Group = Counts & { readonly from: number; readonly to: number };

export type BinLimits = {
  /** Quantiles a numeric column is first cut into. */
  readonly quantiles: number;
  readonly minShare: number;
  readonly minBads: number;
  readonly maxBins: number;
  /**
   * A column of at most so many distinct whole numbers may hold codes (-1 paid, 0 revolving, 1 late) rather than amounts. Its bad
   * rate is left free to turn where a monotone one contradicts the data beyond chance; 0 = never.
   */
  readonly mostCodes: number;
};
export const DEFAULT_BIN_LIMITS: BinLimits = { quantiles: 20, minShare: 0.05, minBads: 5, maxBins: 8, mostCodes: 12 };

const join = (a: Group, b: Group): Group => ({ good: a.good + b.good, bad: a.bad + b.bad, from: a.from, to: b.to });

export const joinAt = (groups: readonly Group[], at: number): Group[] => [
  ...groups.slice(0, at),
  join(groups[at]!, groups[at + 1]!),
  ...groups.slice(at + 2),
];

const rate = (group: Counts): number => group.bad / Math.max(1, group.good + group.bad);

/** Joins each group that is too small to the neighbour whose bad rate is nearer, smallest first. */
export const joinSmall = (groups: readonly Group[], limits: BinLimits): Group[] => {
  const rows = groups.reduce((total, group) => total + group.good + group.bad, 0);
  const small = (group: Group): boolean =>
    group.good + group.bad < limits.minShare * rows || group.bad < limits.minBads || group.good < limits.minBads;
  let result = [...groups];
  while (result.length > 1) {
    const candidates = result.map((group, at) => ({ group, at })).filter(({ group }) => small(group));
    const least = candidates.sort((a, b) => a.group.good + a.group.bad - b.group.good - b.group.bad || a.at - b.at)[0];
    if (!least) break;
    const { at, group } = least;
    const [before, after] = [result[at - 1], result[at + 1]];
    const left = !after || (before && Math.abs(rate(before) - rate(group)) <= Math.abs(rate(after) - rate(group)));
    result = joinAt(result, left ? at - 1 : at);
  }
  return result;
};

/** Joins the two neighbours whose union costs least information value until few enough are left. */
export const joinToMost = (groups: readonly Group[], most: number): Group[] => {
  let result = [...groups];
  while (result.length > most) {
    const options = result.slice(1).map((_, at) => ({ at, iv: weightOfEvidence(joinAt(result, at)).iv }));
    const best = options.reduce((a, b) => (b.iv > a.iv ? b : a));
    result = joinAt(result, best.at);
  }
  return result;
};

/** Pearson's chi-square of two neighbours against the hypothesis of one bad rate. */
const chiSquare = (a: Counts, b: Counts): number => {
  const total = a.good + a.bad + b.good + b.bad;
  const [goods, bads] = [a.good + b.good, a.bad + b.bad];
  return [a, b].reduce((sum, { good, bad }) => {
    const size = good + bad;
    const [eg, eb] = [(size * goods) / total, (size * bads) / total];
    return sum + (eg > 0 ? (good - eg) ** 2 / eg : 0) + (eb > 0 ? (bad - eb) ** 2 / eb : 0);
  }, 0);
};

/** Chi-merge (Kerber 1992): joins neighbours whose bad rates do not differ at the 5% level, most alike first. */
export const joinAlike = (groups: readonly Group[], bound = 3.841): Group[] => {
  let result = [...groups];
  while (result.length > 1) {
    const options = result.slice(1).map((next, at) => ({ at, chi: chiSquare(result[at]!, next) }));
    const closest = options.reduce((a, b) => (b.chi < a.chi ? b : a));
    if (closest.chi > bound) break;
    result = joinAt(result, closest.at);
  }
  return result;
};

const logLikelihood = (groups: readonly Counts[]): number =>
  groups.reduce((total, { good, bad }) => {
    const part = (count: number): number => (count === 0 ? 0 : count * Math.log(count / (good + bad)));
    return total + part(good) + part(bad);
  }, 0);

/** Likelihood ratio test at about 0.1%: do the free groups tell more than the monotone ones beyond chance? */
export const tellsMore = (free: readonly Counts[], monotone: readonly Counts[]): boolean => {
  const extra = Math.max(1, free.length - monotone.length);
  return 2 * (logLikelihood(free) - logLikelihood(monotone)) > 10.83 + 2.9 * (extra - 1);
};
