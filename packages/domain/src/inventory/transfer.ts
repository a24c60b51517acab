/** One SKU at one warehouse, as a transfer plan sees it. */
export type TransferSite = {
  readonly warehouseId: string;
  readonly available: number;
  readonly reorderPoint: number;
  /** What it should have. */
  readonly target: number;
  /** Expected demand over the planning horizon; kept back from what it may give. */
  readonly horizonDemand?: number | undefined;
  /** Expected demand a day; makes the most urgent the one with the fewest days of cover. */
  readonly demandPerDay?: number | undefined;
};
export type TransferRoute = {
  readonly from: string;
  readonly to: string;
  readonly fixedCost: number;
  readonly unitCost: number;
};
export type TransferPolicy = {
  /** Cartons or pallets stay whole. */
  readonly multiple?: number | undefined;
  readonly minimum?: number | undefined;
  /** Absent routes cost nothing. */
  readonly routes?: readonly TransferRoute[] | undefined;
  /** What a unit is worth at a warehouse that lacks it (the shortage it avoids); absent: every transfer is worth its cost. */
  readonly savingPerUnit?: number | undefined;
};
export type Transfer = {
  readonly from: string;
  readonly to: string;
  readonly quantity: number;
  readonly cost: number;
  readonly reason: { readonly need: number; readonly urgency: number; readonly surplusBefore: number };
};
export type UnmetNeed = {
  readonly warehouseId: string;
  readonly missing: number;
  readonly why: 'no-surplus' | 'costs-more-than-it-saves';
};
export type TransferPlan = { readonly transfers: readonly Transfer[]; readonly unmet: readonly UnmetNeed[] };

const compareIds = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Days of cover where demand is known, else the part of the reorder point that is left. Smaller is more urgent. */
const urgencyOf = (site: TransferSite): number => {
  if (site.demandPerDay !== undefined && site.demandPerDay > 0) return site.available / site.demandPerDay;
  return site.reorderPoint > 0 ? site.available / site.reorderPoint : 0;
};

const routeCost = (policy: TransferPolicy, from: string, to: string, quantity: number): number => {
  const route = policy.routes?.find((one) => one.from === from && one.to === to);
  return route ? route.fixedCost + route.unitCost * quantity : 0;
};

/**
 * Moves of surplus to where stock is below its reorder point: the most urgent first, from the cheapest source (then the
 * one with most to spare). No source goes below its own target or expected demand, no receiver above its target, and
 * no move costs more than it saves.
 */
export const suggestTransfers = (sites: readonly TransferSite[], policy: TransferPolicy = {}): TransferPlan => {
  const multiple = policy.multiple ?? 1;
  const surplus = new Map(
    sites.map((site) => [
      site.warehouseId,
      Math.max(0, site.available - Math.max(site.target, site.horizonDemand ?? 0)),
    ]),
  );
  const needy = sites
    .filter((site) => site.available < site.reorderPoint)
    .toSorted((a, b) => urgencyOf(a) - urgencyOf(b) || compareIds(a.warehouseId, b.warehouseId));
  const transfers: Transfer[] = [];
  const unmet: UnmetNeed[] = [];
  for (const site of needy) {
    const to = site.warehouseId;
    const need = site.target - site.available;
    let missing = need;
    let tooDear = false;
    const perUnit = (from: string): number =>
      routeCost(policy, from, to, missing) / Math.max(1, Math.min(missing, surplus.get(from)!));
    const sources = sites
      .map((source) => source.warehouseId)
      .filter((from) => from !== to && surplus.get(from)! > 0)
      .toSorted((a, b) => perUnit(a) - perUnit(b) || surplus.get(b)! - surplus.get(a)! || compareIds(a, b));
    for (const from of sources) {
      const surplusBefore = surplus.get(from)!;
      const quantity = Math.floor(Math.min(missing, surplusBefore) / multiple) * multiple;
      if (quantity <= 0 || quantity < (policy.minimum ?? 0)) continue;
      const cost = routeCost(policy, from, to, quantity);
      if (policy.savingPerUnit !== undefined && policy.savingPerUnit * quantity < cost) {
        tooDear = true;
        continue;
      }
      transfers.push({ from, to, quantity, cost, reason: { need, urgency: urgencyOf(site), surplusBefore } });
      surplus.set(from, surplusBefore - quantity);
      missing -= quantity;
    }
    if (missing > 0) unmet.push({ warehouseId: to, missing, why: tooDear ? 'costs-more-than-it-saves' : 'no-surplus' });
  }
  return { transfers, unmet };
};
