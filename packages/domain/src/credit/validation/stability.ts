export type Stability = {
  readonly psi: number;
  readonly verdict: 'stable' | 'watch' | 'rebuild';
  /** What each bin adds; they sum to `psi`. */
  readonly parts: readonly number[];
};

/** Stands for an empty bin, whose logarithm does not exist. */
const EMPTY_SHARE = 0.0001;

const shares = (counts: readonly number[]): number[] => {
  const total = counts.reduce((a, b) => a + b, 0);
  return counts.map((count) => Math.max(EMPTY_SHARE, total === 0 ? 0 : count / total));
};

/**
 * Population stability index between the bins of the rows a card was fitted on and the bins of new rows (counts or shares):
 * the sum of (actual − expected)·ln(actual/expected). Below 0.10 stable, above 0.25 the card should be rebuilt.
 */
export const psi = (expected: readonly number[], actual: readonly number[]): Stability => {
  const [e, a] = [shares(expected), shares(actual)];
  const parts = e.map((share, i) => ((a[i] ?? EMPTY_SHARE) - share) * Math.log((a[i] ?? EMPTY_SHARE) / share));
  const value = parts.reduce((total, part) => total + part, 0);
  return { psi: value, verdict: value < 0.1 ? 'stable' : value <= 0.25 ? 'watch' : 'rebuild', parts };
};
