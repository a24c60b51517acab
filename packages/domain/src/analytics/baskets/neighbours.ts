/** A basket or a customer as item numbers, each once, with a weight above 0 of each (1, or less the older it is). */
export type WeightedSet = { readonly items: Int32Array; readonly weights: Float64Array };

export type Neighbour = {
  readonly item: number;
  /** Sets with both, plainly counted. */
  readonly count: number;
  /** Cosine of the weights, shrunk by count/(count + shrinkage): few shared sets are little evidence. */
  readonly similarity: number;
  /** n·c/(a·b) of the plain counts; absent under the evidence that it needs. */
  readonly lift?: number;
};
export type NeighbourOptions = {
  /** Kept of each item, the most similar first. */
  readonly keep?: number | undefined;
  readonly shrinkage?: number | undefined;
  readonly liftNeeds?: number | undefined;
};
export type Neighbourhood = {
  /** Sets that hold each item. */
  readonly counts: Int32Array;
  readonly of: readonly (readonly Neighbour[])[];
};

/** For each item number the sets that hold it, side by side in one array: `members` from `starts[i]` to `starts[i+1]`. */
const turned = (sets: readonly WeightedSet[], items: number) => {
  const starts = new Int32Array(items + 1);
  for (const set of sets) for (const item of set.items) starts[item + 1]! += 1;
  const counts = starts.slice(1);
  for (let item = 0; item < items; item += 1) starts[item + 1]! += starts[item]!;
  const [next, members, weights] = [starts.slice(), new Int32Array(starts[items]!), new Float64Array(starts[items]!)];
  for (const [at, set] of sets.entries())
    for (let k = 0; k < set.items.length; k += 1) {
      const place = next[set.items[k]!]!;
      next[set.items[k]!] = place + 1;
      members[place] = at;
      weights[place] = set.weights[k]!;
    }
  return { starts, counts, members, weights };
};

/**
 * The nearest items of every item. One item at a time is held against all others, so memory grows with the sets and the kept
 * neighbours, never with the square of the items. Ties go by item number.
 */
export const neighbourhood = (
  sets: readonly WeightedSet[],
  items: number,
  { keep = 50, shrinkage = 10, liftNeeds = 5 }: NeighbourOptions = {},
): Neighbourhood => {
  const { starts, counts, members, weights } = turned(sets, items);
  const norms = new Float64Array(items);
  for (const set of sets)
    for (let k = 0; k < set.items.length; k += 1) norms[set.items[k]!]! += set.weights[k]! * set.weights[k]!;
  const [dots, shared] = [new Float64Array(items), new Int32Array(items)];
  const of = Array.from({ length: items }, (_, item) => {
    const touched: number[] = [];
    for (let at = starts[item]!; at < starts[item + 1]!; at += 1) {
      const set = sets[members[at]!]!;
      const weight = weights[at]!;
      for (let k = 0; k < set.items.length; k += 1) {
        const other = set.items[k]!;
        if (shared[other] === 0) touched.push(other);
        shared[other]! += 1;
        dots[other]! += weight * set.weights[k]!;
      }
    }
    const near: Neighbour[] = [];
    for (const other of touched) {
      const [count, dot] = [shared[other]!, dots[other]!];
      shared[other] = 0;
      dots[other] = 0;
      if (other === item) continue;
      const similarity = (dot / Math.sqrt(norms[item]! * norms[other]!)) * (count / (count + shrinkage));
      const lift = (sets.length * count) / (counts[item]! * counts[other]!);
      near.push({ item: other, count, similarity, ...(count >= liftNeeds ? { lift } : {}) });
    }
    return near.sort((a, b) => b.similarity - a.similarity || a.item - b.item).slice(0, keep);
  });
  return { counts, of };
};
