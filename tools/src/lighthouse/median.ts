import type { Seen } from './measure.ts';

/** The run in the middle by its performance: one that was disturbed says nothing of the product. */
export const median = (runs: readonly [Seen, ...Seen[]]): Seen => {
  const sorted = runs.toSorted((a, b) => a.performance - b.performance);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? runs[0];
};
