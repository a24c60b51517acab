import { availableOf, type Site, type Wanted } from './site.ts';

const EXACT_SITES = 12;
const EXACT_SIZE = 3;

/** Units of the wish that a set of warehouses can give together. */
const covered = (lines: readonly Wanted[], sites: readonly Site[]): number =>
  lines.reduce(
    (units, line) =>
      units +
      Math.min(
        line.quantity,
        sites.reduce((sum, site) => sum + availableOf(site, line.skuId), 0),
      ),
    0,
  );

const key = (sites: readonly Site[]): string =>
  sites
    .map((site) => site.warehouseId)
    .sort()
    .join('\n');
const cost = (sites: readonly Site[]): number => sites.reduce((sum, site) => sum + (site.cost ?? 0), 0);

/** The better of two sets of the same size: cheaper, then by the ids. */
const better = (a: readonly Site[], b: readonly Site[] | undefined): boolean =>
  !b || cost(a) < cost(b) || (cost(a) === cost(b) && key(a) < key(b));

const subsets = function* (sites: readonly Site[], size: number, from = 0): Generator<readonly Site[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let i = from; i <= sites.length - size; i += 1)
    for (const rest of subsets(sites, size - 1, i + 1)) yield [sites[i]!, ...rest];
};

const greedy = (lines: readonly Wanted[], sites: readonly Site[], goal: number): readonly Site[] => {
  let chosen: readonly Site[] = [];
  while (covered(lines, chosen) < goal) {
    let best: readonly Site[] | undefined;
    for (const site of sites) {
      if (chosen.includes(site)) continue;
      const candidate = [...chosen, site];
      const gain = covered(lines, candidate) - (best ? covered(lines, best) : -1);
      if (gain > 0 || (gain === 0 && better(candidate, best))) best = candidate;
    }
    chosen = best!;
  }
  return chosen.filter(
    (site) =>
      covered(
        lines,
        chosen.filter((other) => other !== site),
      ) < goal,
  );
};

/**
 * The fewest warehouses that together give as much of the wish as all do; among those the cheapest. Exact up to three
 * of twelve, else greedy set cover (`exact: false`). Those in `always` (a pickup point) belong to every set.
 */
export const chooseSites = (
  lines: readonly Wanted[],
  sites: readonly Site[],
  always: readonly string[],
): { readonly sites: readonly Site[]; readonly exact: boolean } => {
  const goal = covered(lines, sites);
  const fixed = sites.filter((site) => always.includes(site.warehouseId));
  const others = sites.filter((site) => !always.includes(site.warehouseId));
  if (covered(lines, fixed) === goal) return { sites: fixed, exact: true };
  if (others.length <= EXACT_SITES)
    for (let size = 1; size <= EXACT_SIZE; size += 1) {
      let best: readonly Site[] | undefined;
      for (const subset of subsets(others, size)) {
        const candidate = [...fixed, ...subset];
        if (covered(lines, candidate) === goal && better(candidate, best)) best = candidate;
      }
      if (best) return { sites: best, exact: true };
    }
  const found = greedy(lines, sites, goal);
  return { sites: fixed.every((site) => found.includes(site)) ? found : [...fixed, ...found], exact: false };
};
