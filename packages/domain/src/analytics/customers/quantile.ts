/** The share-th quantile of numbers already ascending, between two neighbours in proportion; of none: undefined. */
export const quantileOf = (ascending: readonly number[], share: number): number | undefined => {
  const at = (ascending.length - 1) * share;
  const [low, high] = [ascending[Math.floor(at)], ascending[Math.ceil(at)]];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (at - Math.floor(at));
};

export const medianOf = (values: readonly number[]): number | undefined =>
  quantileOf(
    values.toSorted((a, b) => a - b),
    0.5,
  );
