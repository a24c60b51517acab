import { err, ok, type Result } from '../kernel/index.ts';
import { chooseSites } from './fewest-sites.ts';
import { availableOf, type Lot, type Site, type Wanted } from './site.ts';

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
  /** Only lots that keep beyond this day or instant, in the lots' own notation. */
  readonly expiresAfter?: string | undefined;
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
  /** Those before it by the policy's own order give all that it could. */
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
const keepsUntil = (lot: { readonly expires?: string | undefined }): string => lot.expires ?? NEVER;
const byExpiry = (a: Lot, b: Lot): number =>
  keepsUntil(a) === keepsUntil(b) ? (a.id < b.id ? -1 : 1) : keepsUntil(a) < keepsUntil(b) ? -1 : 1;

const compareFor: Record<AllocationPolicy, (skuId: string) => (a: Site, b: Site) => number> = {
  priority: () => (a, b) => (a.rank ?? 0) - (b.rank ?? 0) || byId(a, b),
  nearest: () => (a, b) => costOf(a) - costOf(b) || byId(a, b),
  'high-stock': (skuId) => (a, b) =>
    availableOf(b, skuId) - availableOf(a, skuId) || costOf(a) - costOf(b) || byId(a, b),
  'expiry-first': () => (a, b) => costOf(a) - costOf(b) || byId(a, b),
  'min-split': () => (a, b) => costOf(a) - costOf(b) || byId(a, b),
};

type Pick = { readonly warehouseId: string; readonly lotId?: string; readonly expires: string; readonly units: number };

/** What a shelf gives, lot by lot, first expiry first; units that no lot accounts for come last and unnamed. */
const picksOf = (site: Site, skuId: string): readonly Pick[] => {
  let left = availableOf(site, skuId);
  const picks: Pick[] = [];
  for (const lot of (site.shelves[skuId]?.lots ?? []).toSorted(byExpiry)) {
    const units = Math.min(left, lot.quantity);
    if (units > 0) picks.push({ warehouseId: site.warehouseId, lotId: lot.id, expires: keepsUntil(lot), units });
    left -= Math.max(0, units);
  }
  return left > 0 ? [...picks, { warehouseId: site.warehouseId, expires: NEVER, units: left }] : picks;
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
    const ranked = sites.toSorted(compareFor[policy](skuId)).flatMap((site) => picksOf(site, skuId));
    const picks =
      policy === 'expiry-first'
        ? ranked.toSorted((a, b) => (a.expires < b.expires ? -1 : a.expires > b.expires ? 1 : 0))
        : ranked;
    let left = quantity;
    for (const pick of picks.toSorted((a, b) => Number(b.warehouseId === pickup) - Number(a.warehouseId === pickup))) {
      const units = Math.min(left, pick.units);
      if (units <= 0) break;
      left -= units;
      const { warehouseId, lotId } = pick;
      parts.push({ warehouseId, skuId, quantity: units, ...(lotId === undefined ? {} : { lotId }) });
    }
    if (left > 0) short.push({ skuId, quantity: left });
  }
  return { parts, short };
};

/** The site without lots that would not keep beyond the day. */
const fresh = (site: Site, expiresAfter: string | undefined): Site => {
  if (expiresAfter === undefined) return site;
  const shelves = Object.entries(site.shelves).map(([skuId, shelf]) => {
    const stale = (shelf.lots ?? []).filter((lot) => keepsUntil(lot) <= expiresAfter);
    const gone = stale.reduce((units, lot) => units + lot.quantity, 0);
    return [skuId, { available: shelf.available - gone, lots: shelf.lots?.filter((lot) => !stale.includes(lot)) }];
  });
  return { ...site, shelves: Object.fromEntries(shelves) };
};

const merged = (lines: readonly Wanted[]): readonly Wanted[] => {
  const bySku = new Map<string, number>();
  for (const line of lines) bySku.set(line.skuId, (bySku.get(line.skuId) ?? 0) + line.quantity);
  return [...bySku].map(([skuId, quantity]) => ({ skuId, quantity }));
};

/** Which warehouse sends what, with the reason for each one passed over. Whole order or nothing unless `partial`. */
export const allocateStock = (request: AllocationRequest): Result<AllocationPlan, AllocationRefusal> => {
  const { policy, pickup } = request;
  const sites = request.sites.map((site) => fresh(site, request.expiresAfter));
  const invalid = request.lines.find((line) => !Number.isSafeInteger(line.quantity) || line.quantity <= 0);
  if (invalid) return err({ kind: 'quantity-invalid', skuId: invalid.skuId });
  const lines = merged(request.lines);
  const useful = (site: Site): boolean => lines.some((line) => availableOf(site, line.skuId) > 0);
  const open = sites.filter((site) => site.excluded === undefined && useful(site));
  const kept = pickup === undefined ? [] : [pickup];
  const chosen = policy === 'min-split' ? chooseSites(lines, open, kept) : { sites: open, exact: true };
  const { parts, short } = take(lines, chosen.sites, policy, pickup);
  if (short.length > 0 && (!request.partial || parts.length === 0)) return err({ kind: 'stock-short', short });

  const warehouses = [...new Set(parts.map((part) => part.warehouseId))].sort();
  const total = (used: readonly Site[]): number => used.reduce((cost, site) => cost + costOf(site), 0);
  const reasonFor = (site: Site): SkipReason => {
    if (site.excluded !== undefined) return { kind: 'excluded', why: site.excluded };
    if (!useful(site)) return { kind: 'no-stock' };
    if (policy !== 'min-split') return { kind: 'covered-before', by: warehouses };
    const instead = chooseSites(lines, open, [...kept, site.warehouseId]).sites;
    return instead.length > chosen.sites.length
      ? { kind: 'more-parcels', needed: warehouses.length }
      : { kind: 'costlier', cost: total(instead), chosen: total(chosen.sites) };
  };
  const skipped = sites
    .filter((site) => !warehouses.includes(site.warehouseId))
    .toSorted(byId)
    .map((site) => ({ warehouseId: site.warehouseId, reason: reasonFor(site) }));
  return ok({ parts, warehouses, short, skipped, exact: chosen.exact });
};
