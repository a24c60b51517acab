import { stockLevels } from '../inventory/index.ts';
import type { ReplenishmentPlan } from './replenish.ts';

export type PlannedItem = { readonly skuId: string; readonly siteId: string; readonly plan: ReplenishmentPlan };

/** The buyer's list: what is out first, then urgent, low and the rest; within each what must be ordered first, then what runs out first. Ties by SKU, then site. */
export const mostUrgentFirst = (items: readonly PlannedItem[]): readonly PlannedItem[] =>
  items.toSorted(
    (a, b) =>
      stockLevels.indexOf(b.plan.now.level) - stockLevels.indexOf(a.plan.now.level) ||
      later(a.plan.order?.period, b.plan.order?.period) ||
      later(a.plan.runsOut, b.plan.runsOut) ||
      (a.skuId === b.skuId ? byText(a.siteId, b.siteId) : byText(a.skuId, b.skuId)),
  );

const later = (a: number | undefined, b: number | undefined): number => {
  const [first, second] = [a ?? Number.MAX_SAFE_INTEGER, b ?? Number.MAX_SAFE_INTEGER];
  return first - second;
};
const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
