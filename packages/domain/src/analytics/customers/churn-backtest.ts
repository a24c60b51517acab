import { daysBetween, plusDays } from '../../calendar/index.ts';
import { auc } from '../../credit/validation/index.ts';
import type { Day } from '../../kernel/index.ts';
import { chanceAlive, fitLifetime } from '../lifetime/index.ts';
import { type ChurnLevel, churnWarning } from './churn.ts';
import { repeatsOf } from './customer-insight.ts';
import { type CustomerHistory, orderDays } from './purchase.ts';
import { rhythmOf } from './rhythm.ts';

export type ChurnBacktest = {
  readonly asOf: Day;
  readonly horizonDays: number;
  /** Customers with a rhythm on that day, and those of them who then did not order for the horizon. */
  readonly judged: number;
  readonly silent: number;
  /** Chance that one who fell silent stands above one who ordered: 0.5 is chance. Absent with only one of the two kinds. */
  readonly aucByRhythm?: number;
  readonly aucByChance?: number;
  /** By silence alone: the days since the last order. */
  readonly aucByRecency?: number;
  readonly levels: readonly { readonly level: ChurnLevel; readonly customers: number; readonly silent: number }[];
};

/**
 * Asks for warnings on a past day, knowing only what was known then, and looks at who ordered in the horizon after it.
 * The horizon must lie in the past, else everybody seems silent.
 */
export const churnBacktest = (histories: readonly CustomerHistory[], asOf: Day, horizonDays = 90): ChurnBacktest => {
  const end = plusDays(asOf, horizonDays);
  const all = histories.map(({ orders }) => orderDays(orders));
  const known = all.map((days) => days.filter((day) => day <= asOf));
  const lifetime = fitLifetime(known.map((days) => repeatsOf(days, asOf)).filter((one) => one !== undefined));
  const cases = known.flatMap((days, at) => {
    const [rhythm, repeats] = [rhythmOf(days, asOf), repeatsOf(days, asOf)];
    if (!rhythm || !repeats) return [];
    const alive = lifetime.ok ? chanceAlive(lifetime.value, repeats) : undefined;
    const silent = all[at]!.some((day) => day > asOf && day <= end) ? 0 : 1;
    const { level } = churnWarning(days.length, rhythm, alive);
    return [{ silent, ratio: rhythm.ratio, alive, gap: daysBetween(days.at(-1)!, asOf), level }];
  });
  const labels = cases.map(({ silent }) => silent);
  const area = (scores: readonly number[]) => auc({ labels, scores });
  const byRhythm = area(cases.map(({ ratio }) => ratio));
  const byChance = lifetime.ok ? area(cases.map(({ alive = 1 }) => -alive)) : undefined;
  const byRecency = area(cases.map(({ gap }) => gap));
  return {
    asOf,
    horizonDays,
    judged: cases.length,
    silent: labels.reduce((sum, label) => sum + label, 0),
    ...(byRhythm === undefined ? {} : { aucByRhythm: byRhythm }),
    ...(byChance === undefined ? {} : { aucByChance: byChance }),
    ...(byRecency === undefined ? {} : { aucByRecency: byRecency }),
    levels: (['none', 'watch', 'warn', 'lost'] as const).map((level) => {
      const inside = cases.filter((one) => one.level === level);
      return { level, customers: inside.length, silent: inside.filter(({ silent }) => silent === 1).length };
    }),
  };
};
