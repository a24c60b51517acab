/** How two items go together over baskets, plainly counted. */
export type ItemPair = {
  /** Baskets with both, with the first, with the second, and all. */
  readonly count: number;
  readonly first: number;
  readonly second: number;
  readonly baskets: number;
  /** n·c/(a·b); absent when one of them is in no basket. */
  readonly lift?: number;
  readonly cosine: number;
  readonly jaccard: number;
};

/** Similarity of two items by the baskets they share: cosine c/√(ab), Jaccard c/(a+b−c). */
export const itemSimilarity = (
  baskets: readonly (readonly string[])[],
  [one, other]: readonly [string, string],
): ItemPair => {
  let [count, first, second] = [0, 0, 0];
  for (const basket of baskets) {
    const [has, hasOther] = [basket.includes(one), basket.includes(other)];
    if (has) first += 1;
    if (hasOther) second += 1;
    if (has && hasOther) count += 1;
  }
  const both = { count, first, second, baskets: baskets.length };
  if (first === 0 || second === 0) return { ...both, cosine: 0, jaccard: 0 };
  return {
    ...both,
    lift: (baskets.length * count) / (first * second),
    cosine: count / Math.sqrt(first * second),
    jaccard: count / (first + second - count),
  };
};
