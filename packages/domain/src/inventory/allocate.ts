import { err, ok, type Result } from '../kernel/index.ts';
import { chooseSites } from './fewest-sites.ts';
import { availableOf, type Site, type Wanted } from './site.ts';

export const allocationPolicies = ['priority', 'nearest', 'high-stock', 'expiry-first', 'min-split'] as const;
/**
 * How warehouses are chosen. `priority`: by rank; `nearest`: by the cost of sending from there; `high-stock`: most of
 * the SKU first; `expiry-first`: the lot that expires first (FEFO); `min-split`: fewest parcels, then cost.
 */
export type AllocationPolicy = (typeof allocationPolicies)[number];

export type AllocationRequest = {
  readonly lines: readonly Wanted[];
  readonly sites: readonly Site[];
  readonly policy: AllocationPolicy;
  /** Send what there is and owe the rest, instead of refusing the order. */
  readonly partial?: boolean | undefined;
  /** The warehouse the customer collects from: served from first. */
  readonly pickup?: string | undefined;
};

export type AllocatedPart = {
  readonly warehouseId: string;
  readonly skuId: string;
  readonly quantity: number;
  readonly lotId?: string;
};
export type SkipReason =
  | { readonly kind: 'excluded'; readonly why: string }
  | { readonly kind: 'no-stock' }
  /** Those before it by the policy's own order had everything. */
  | { readonly kind: 'covered-before'; readonly by: readonly string[] }
  /** Using it would make more parcels than needed. */
  | { readonly kind: 'more-parcels'; readonly needed: number }
  /** As few parcels, but dearer than the chosen ones. */
  | { readonly kind: 'costlier'; readonly cost: number; readonly chosen: number };
export type AllocationPlan = {
  readonly parts: readonly AllocatedPart[];
  /** Warehouses that send something, by id. */
  readonly warehouses: readonly string[];
  readonly short: readonly Wanted[];
  readonly skipped: readonly { readonly warehouseId: string; readonly reason: SkipReason }[];
  /** False when fewest parcels were searched greedily because the search would have been too large. */
  readonly exact: boolean;
};
export type AllocationRefusal =
  | { readonly kind: 'stock-short'; readonly short: readonly Wanted[] }
  | { readonly kind: 'quantity-invalid'; readonly skuId: string };

const byId = (a: Site, b: Site): number => (a.warehouseId < b.warehouseId ? -1 : a.warehouseId > b.warehouseId ? 1 : 0);
const costOf = (site: Site): number => site.cost ?? 0;
const NEVER = '\uffff';
const firstExpiry = (site: Site, skuId: string): string =>
  (site.shelves[skuId]?.lots ?? []).reduce(
    (first, lot) => (lot.quantity > 0 && (lot.expires ?? NEVER) < first ? (lot.expires ?? NEVER) : first),
    NEVER,
  );

const compareFor: Record<AllocationPolicy, (skuId: string) => (a: Site, b: Site) => number> = {
  priority: () => (a, b) => (a.rank ?? 0) - (b.rank ?? 0) || byId(a, b),
  nearest: () => (a, b) => costOf(a) - costOf(b) || byId(a, b),
  'high-stock': (skuId) => (a, b) =>
    availableOf(b, skuId) - availableOf(a, skuId) || costOf(a) - costOf(b) || byId(a, b),
  'expiry-first': (skuId) => (a, b) => {
    const [x, y] = [firstExpiry(a, skuId), firstExpiry(b, skuId)];
    return x === y ? costOf(a) - costOf(b) || byId(a, b) : x < y ? -1 : 1;
  },
  'min-split': () => (a, b) => costOf(a) - costOf(b) || byId(a, b),
};

/** Units by lot, first expiry first; a shelf without lots, or with fewer units in lots than it has, gives the rest unnamed. */
const fromShelf = (site: Site, skuId: string, units: number): readonly AllocatedPart[] => {
  const parts: AllocatedPart[] = [];
  let left = units;
  const lots = (site.shelves[skuId]?.lots ?? []).toSorted((a, b) =>
    (a.expires ?? NEVER) === (b.expires ?? NEVER)
      ? a.id < b.id
        ? -1
        : 1
      : (a.expires ?? NEVER) < (b.expires ?? NEVER)
        ? -1
        : 1,
  );
  for (const lot of lots) {
    const quantity = Math.min(left, lot.quantity);
    if (quantity <= 0) continue;
    parts.push({ warehouseId: site.warehouseId, skuId, quantity, lotId: lot.id });
    left -= quantity;
  }
  if (left > 0) parts.push({ warehouseId: site.warehouseId, skuId, quantity: left });
  return parts;
};

type Pick = { readonly site: Site; readonly expires: string; readonly units: number };

/** Under `expiry-first` warehouses take turns lot by lot; under the others each is emptied before the next. */
const picksFor = (ordered: readonly Site[], skuId: string, policy: AllocationPolicy): readonly Pick[] => {
  if (policy !== 'expiry-first')
    return ordered.map((site) => ({ site, expires: NEVER, units: availableOf(site, skuId) }));
  return ordered
    .flatMap((site) => {
      let left = availableOf(site, skuId);
      const lots = (site.shelves[skuId]?.lots ?? []).toSorted((a, b) =>
        (a.expires ?? NEVER) < (b.expires ?? NEVER) ? -1 : 1,
      );
      const picks: Pick[] = [];
      for (const lot of [...lots, { quantity: left, expires: undefined }]) {
        const units = Math.min(left, lot.quantity);
        if (units > 0) picks.push({ site, expires: lot.expires ?? NEVER, units });
        left -= units;
      }
      return picks;
    })
    .map((pick, index) => ({ pick, index }))
    .sort((a, b) => (a.pick.expires === b.pick.expires ? a.index - b.index : a.pick.expires < b.pick.expires ? -1 : 1))
    .map(({ pick }) => pick);
};

const take = (
  lines: readonly Wanted[],
  sites: readonly Site[],
  policy: AllocationPolicy,
  pickup: string | undefined,
) => {
  const parts: AllocatedPart[] = [];
  const short: Wanted[] = [];
  for (const { skuId, quantity } of lines) {
    const ordered = sites.toSorted(
      (a, b) => Number(b.warehouseId === pickup) - Number(a.warehouseId === pickup) || compareFor[policy](skuId)(a, b),
    );
    const taken = new Map<Site, number>();
    let left = quantity;
    const picks = picksFor(ordered, skuId, policy);
    const first =
      pickup === undefined
        ? picks
        : [
            ...picks.filter((p) => p.site.warehouseId === pickup),
            ...picks.filter((p) => p.site.warehouseId !== pickup),
          ];
    for (const pick of first) {
      const units = Math.min(left, pick.units);
      if (units > 0) taken.set(pick.site, (taken.get(pick.site) ?? 0) + units);
      left -= units;
    }
    for (const [site, units] of taken) parts.push(...fromShelf(site, skuId, units));
    if (left > 0) short.push({ skuId, quantity: left });
  }
  return { parts, short };
};

const merged = (lines: readonly Wanted[]): readonly Wanted[] => {
  const bySku = new Map<string, number>();
  for (const line of lines) bySku.set(line.skuId, (bySku.get(line.skuId) ?? 0) + line.quantity);
  return [...bySku].map(([skuId, quantity]) => ({ skuId, quantity }));
};

/** Which warehouse sends what, with the reason for each one passed over. Whole order or nothing unless `partial`. */
export const allocateStock = (request: AllocationRequest): Result<AllocationPlan, AllocationRefusal> => {
  const { policy, pickup, sites } = request;
  const invalid = request.lines.find((line) => !Number.isSafeInteger(line.quantity) || line.quantity <= 0);
  if (invalid) return err({ kind: 'quantity-invalid', skuId: invalid.skuId });
  const lines = merged(request.lines);
  const useful = (site: Site): boolean => lines.some((line) => availableOf(site, line.skuId) > 0);
  const open = sites.filter((site) => site.excluded === undefined && useful(site));
  const chosen = policy === 'min-split' ? chooseSites(lines, open, pickup) : { sites: open, exact: true };
  const { parts, short } = take(lines, chosen.sites, policy, pickup);
  if (short.length > 0 && (!request.partial || parts.length === 0)) return err({ kind: 'stock-short', short });

  const warehouses = [...new Set(parts.map((part) => part.warehouseId))].sort();
  const chosenCost = sites
    .filter((site) => warehouses.includes(site.warehouseId))
    .reduce((cost, site) => cost + costOf(site), 0);
  const reasonFor = (site: Site): SkipReason => {
    if (site.excluded !== undefined) return { kind: 'excluded', why: site.excluded };
    if (!useful(site)) return { kind: 'no-stock' };
    if (policy !== 'min-split') return { kind: 'covered-before', by: warehouses };
    const alone = lines.every((line) => availableOf(site, line.skuId) >= line.quantity);
    return alone && warehouses.length === 1
      ? { kind: 'costlier', cost: costOf(site), chosen: chosenCost }
      : { kind: 'more-parcels', needed: warehouses.length };
  };
  const skipped = sites
    .filter((site) => !warehouses.includes(site.warehouseId))
    .toSorted(byId)
    .map((site) => ({ warehouseId: site.warehouseId, reason: reasonFor(site) }));
  return ok({ parts, warehouses, short, skipped, exact: chosen.exact });
};
