import { err, ok, type Result } from '../kernel/index.ts';
import type { NewsvendorCosts } from './newsvendor.ts';

/** Periodic review of whole units: at or below s, order up to S. What is missing waits. */
export type SsPolicy = {
  readonly s: number;
  readonly S: number /** Expected cost per period. */;
  readonly cost: number;
};
export type SsItem = NewsvendorCosts & { readonly fixedCost: number };
/** Probability of 0, 1, 2 … units per period; the rest beyond the end is taken as nothing. */
export type DemandPmf = readonly number[];
export type SsRefusal = { readonly kind: 'costs-invalid' } | { readonly kind: 'demand-invalid' };

/** Poisson probabilities up to where less than 1e-16 is left. Built from logarithms, so large means do not underflow. */
export const poissonPmf = (mean: number): DemandPmf => {
  const pmf: number[] = [];
  let log = -mean;
  for (let k = 0; k <= mean || log > -50; k += 1) {
    if (k > 0) log += Math.log(mean / k);
    pmf.push(Math.exp(log));
  }
  return pmf;
};

/** Negative binomial with the given mean and variance (> mean): demand that comes in lumps. */
export const negativeBinomialPmf = (mean: number, variance: number): DemandPmf => {
  const size = mean ** 2 / (variance - mean);
  const p = mean / variance;
  const pmf: number[] = [];
  let log = size * Math.log(p);
  for (let k = 0; k <= mean || log > -50; k += 1) {
    if (k > 0) log += Math.log(((k - 1 + size) / k) * (1 - p));
    pmf.push(Math.exp(log));
  }
  return pmf;
};

type Tables = {
  readonly mean: number;
  /** Expected cost of one period that starts with y units. */
  readonly periodCost: (y: number) => number;
  /** Expected visits of the position j below S in one order cycle. */
  readonly visits: (j: number) => number;
};

const tablesOf = (item: NewsvendorCosts, pmf: DemandPmf): Tables => {
  const mean = pmf.reduce((sum, p, k) => sum + p * k, 0);
  const shortages = [mean];
  let below = 0;
  const shortage = (y: number): number => {
    if (y <= 0) return mean - y;
    while (shortages.length <= y) {
      const k = shortages.length - 1;
      below += pmf[k] ?? 0;
      shortages.push(Math.max(0, shortages[k]! - (1 - below)));
    }
    return shortages[y]!;
  };
  const visited = [1 / (1 - pmf[0]!)];
  const visits = (j: number): number => {
    while (visited.length <= j) {
      const at = visited.length;
      let sum = 0;
      for (let l = 1; l <= at && l < pmf.length; l += 1) sum += pmf[l]! * visited[at - l]!;
      visited.push(visited[0]! * sum);
    }
    return visited[j]!;
  };
  return {
    mean,
    visits,
    periodCost: (y) => item.holdingCost * (y - mean) + (item.holdingCost + item.stockoutCost) * shortage(y),
  };
};

const cycleCost = (item: SsItem, tables: Tables, s: number, S: number): number => {
  let [cost, time] = [item.fixedCost, 0];
  for (let j = 0; j < S - s; j += 1) {
    cost += tables.visits(j) * tables.periodCost(S - j);
    time += tables.visits(j);
  }
  return cost / time;
};

const refuse = (item: SsItem, pmf: DemandPmf): SsRefusal | undefined => {
  if (!(item.holdingCost > 0 && item.stockoutCost > 0 && item.fixedCost >= 0)) return { kind: 'costs-invalid' };
  return pmf.length > 1 && pmf.every((p) => p >= 0) && pmf[0]! < 1 ? undefined : { kind: 'demand-invalid' };
};

/** Exact expected cost per period of a given policy (s < S). */
export const ssCost = (
  item: SsItem,
  pmf: DemandPmf,
  policy: { readonly s: number; readonly S: number },
): Result<number, SsRefusal> => {
  const refusal = refuse(item, pmf);
  return refusal ? err(refusal) : ok(cycleCost(item, tablesOf(item, pmf), policy.s, policy.S));
};

/** The optimal (s,S), exactly: the algorithm of Zheng and Federgruen (Operations Research 39(4), 1991). */
export const bestSsPolicy = (item: SsItem, pmf: DemandPmf): Result<SsPolicy, SsRefusal> => {
  const refusal = refuse(item, pmf);
  if (refusal) return err(refusal);
  const tables = tablesOf(item, pmf);
  const { periodCost } = tables;
  let base = 0;
  while (periodCost(base + 1) < periodCost(base)) base += 1;

  let s = base - 1;
  while (cycleCost(item, tables, s, base) > periodCost(s)) s -= 1;
  let [S, cost] = [base, cycleCost(item, tables, s, base)];
  for (let candidate = base + 1; periodCost(candidate) <= cost; candidate += 1) {
    if (cycleCost(item, tables, s, candidate) >= cost) continue;
    S = candidate;
    while (cycleCost(item, tables, s, S) <= periodCost(s + 1)) s += 1;
    cost = cycleCost(item, tables, s, S);
  }
  return ok({ s, S, cost });
};

/** For steady demand, from the reorder point and the order quantity: s = ROP, S = s + Q, in whole units. */
export const steadySsPolicy = (
  reorderPoint: number,
  orderQuantity: number,
): { readonly s: number; readonly S: number } => {
  const s = Math.ceil(reorderPoint);
  return { s, S: s + Math.max(1, Math.round(orderQuantity)) };
};
