import { err, ok, type Result } from '../kernel/index.ts';
import { randomFrom } from '../statistics/index.ts';
import { negativeBinomialPmf, poissonPmf } from './ss-policy.ts';

/** Demand over the lead time of goods that sell rarely or in lumps, where the normal distribution promises too much. */
export type LeadDemand = { readonly mean: number; readonly variance: number };
export type LumpyReorderPoint = {
  readonly reorderPoint: number;
  readonly servedShare: number;
  readonly by: 'poisson' | 'negative-binomial' | 'bootstrap';
};
export type LumpyRefusal = { readonly kind: 'target-unreachable' } | { readonly kind: 'demand-invalid' };

/**
 * The fewest whole units that cover lead-time demand in `level` of all cases: negative binomial where demand spreads
 * wider than Poisson, Poisson else.
 */
export const lumpyReorderPoint = (
  { mean, variance }: LeadDemand,
  level: number,
): Result<LumpyReorderPoint, LumpyRefusal> => {
  if (!(mean >= 0 && variance >= 0 && Number.isFinite(mean + variance))) return err({ kind: 'demand-invalid' });
  if (!(level > 0 && level < 1)) return err({ kind: 'target-unreachable' });
  if (mean === 0) return ok({ reorderPoint: 0, servedShare: 1, by: 'poisson' });
  const wide = variance > mean * (1 + 1e-9);
  const pmf = wide ? negativeBinomialPmf(mean, variance) : poissonPmf(mean);
  let served = 0;
  let units = -1;
  while (served < level && units < pmf.length - 1) {
    units += 1;
    served += pmf[units]!;
  }
  return ok({ reorderPoint: units, servedShare: Math.min(1, served), by: wide ? 'negative-binomial' : 'poisson' });
};

/**
 * The same from what was really sold: lead times put together from past periods drawn by a seeded stream, so every run
 * agrees. Needs nothing but the history, and believes nothing that is not in it.
 */
export const bootstrapReorderPoint = (
  history: readonly number[],
  leadPeriods: number,
  level: number,
  { seed = 1, draws = 2000 }: { readonly seed?: number; readonly draws?: number } = {},
): Result<LumpyReorderPoint, LumpyRefusal> => {
  if (history.length === 0 || !Number.isSafeInteger(leadPeriods) || leadPeriods < 0)
    return err({ kind: 'demand-invalid' });
  if (!(level > 0 && level < 1)) return err({ kind: 'target-unreachable' });
  const random = randomFrom(seed);
  const sums = Array.from({ length: draws }, () => {
    let sum = 0;
    for (let i = 0; i < leadPeriods; i += 1) sum += history[Math.floor(random() * history.length)]!;
    return sum;
  }).sort((a, b) => a - b);
  const reorderPoint = Math.ceil(sums[Math.ceil(level * draws) - 1]!);
  const served = sums.filter((sum) => sum <= reorderPoint).length / draws;
  return ok({ reorderPoint, servedShare: served, by: 'bootstrap' });
};
