/** Something that can be added in whole packs: what one pack adds to a threshold, what it costs, and how many there are. */
export type Pack = { readonly value: number; readonly cost: number; readonly max: number };

export type Cover = {
  /** Packs of each kind. */
  readonly counts: readonly number[];
  readonly cost: number;
  /** False when the need was too fine for the table and was rounded up to a coarser grid. */
  readonly exact: boolean;
};

/** Cells of the table: a need of up to this many minor units (or units) is covered exactly. */
const GRID = 50_000;

/**
 * The cheapest packs whose values together reach a need; undefined when all of them do not. A bounded knapsack over the
 * amount still needed: among covers of equal cost the one with the larger value, then the earlier packs.
 */
export const cheapestCover = (packs: readonly Pack[], need: number): Cover | undefined => {
  const grid = Math.max(1, Math.ceil(need / GRID));
  const cells = Math.ceil(need / grid);
  const bundles = packs.flatMap((pack, kind) =>
    doublings({ ...pack, value: Math.floor(pack.value / grid) }, kind, cells),
  );
  const cost = new Float64Array(cells + 1).fill(Number.POSITIVE_INFINITY);
  cost[0] = 0;
  const taken = bundles.map(() => new Uint8Array(cells + 1));
  for (const [at, bundle] of bundles.entries()) addBundle(bundle, cost, taken[at]!);
  if (cost[cells] === Number.POSITIVE_INFINITY) return undefined;
  return { counts: readBack(packs.length, bundles, taken, cells), cost: cost[cells]!, exact: grid === 1 };
};

type Doubling = { readonly kind: number; readonly count: number; readonly value: number; readonly cost: number };

/** Any number of packs up to the most that help, as a choice among 1, 2, 4 … of them. */
const doublings = ({ value, cost, max }: Pack, kind: number, need: number): Doubling[] => {
  if (value <= 0) return [];
  const parts: Doubling[] = [];
  let left = Math.min(max, Math.ceil(need / value));
  for (let count = 1; left > 0; count *= 2) {
    const size = Math.min(count, left);
    parts.push({ kind, count: size, value: value * size, cost: cost * size });
    left -= size;
  }
  return parts;
};

/** Each cell holds the least cost that covers so much of the need; what goes beyond the need counts as just enough. */
const addBundle = (bundle: Doubling, cost: Float64Array, taken: Uint8Array): void => {
  for (let cell = cost.length - 1; cell >= 1; cell -= 1) {
    const cheaper = cost[Math.max(0, cell - bundle.value)]! + bundle.cost;
    if (cheaper < cost[cell]!) {
      cost[cell] = cheaper;
      taken[cell] = 1;
    }
  }
};

const readBack = (
  kinds: number,
  bundles: readonly Doubling[],
  taken: readonly Uint8Array[],
  cells: number,
): number[] => {
  const counts = Array.from({ length: kinds }, () => 0);
  let cell = cells;
  for (let at = bundles.length - 1; at >= 0 && cell > 0; at -= 1) {
    if (!taken[at]![cell]) continue;
    counts[bundles[at]!.kind]! += bundles[at]!.count;
    cell = Math.max(0, cell - bundles[at]!.value);
  }
  return counts;
};
