export type RfmFacts = {
  readonly id: string;
  /** Days since the last order. */
  readonly recencyDays: number;
  /** Orders in the time looked at. */
  readonly orders: number;
  /** Net of what was taken back, in any one unit of money. */
  readonly amount: number;
};
export type RfmSegment = 'champions' | 'loyal' | 'new' | 'regular' | 'at-risk' | 'fading' | 'lost';
export type RfmRow = RfmFacts & {
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  /** The three scores side by side, 5 best: "555" ordered lately, often and much. */
  readonly code: string;
  readonly segment: RfmSegment;
};

/** Scores 1 to `bins` by rank, `bins` for the best; equal values share the better score. */
const scores = (values: readonly number[], bins: number): number[] => {
  const best = values.toSorted((a, b) => b - a);
  const rank = new Map<number, number>();
  for (const [at, value] of best.entries()) if (!rank.has(value)) rank.set(value, at);
  return values.map((value) => bins - Math.floor((rank.get(value)! * bins) / values.length));
};

/** What a pair of scores means. The first that fits holds: a good customer who has gone quiet is at risk before being loyal. */
const segmentOf = (recency: number, frequency: number, bins: number): RfmSegment => {
  const [high, low] = [Math.ceil(bins * 0.8), Math.floor(bins * 0.4)];
  if (recency === bins && frequency === bins) return 'champions';
  if (recency <= low && frequency >= high) return 'at-risk';
  if (frequency === bins) return 'loyal';
  if (recency === bins && frequency <= low) return 'new';
  if (recency === 1 && frequency === 1) return 'lost';
  return recency <= low ? 'fading' : 'regular';
};

/** Recency, frequency and money of each customer against the others, in the order given. */
export const rfm = (
  customers: readonly RfmFacts[],
  { bins = 5 }: { readonly bins?: number } = {},
): readonly RfmRow[] => {
  const recency = scores(
    customers.map(({ recencyDays }) => -recencyDays),
    bins,
  );
  const frequency = scores(
    customers.map(({ orders }) => orders),
    bins,
  );
  const monetary = scores(
    customers.map(({ amount }) => amount),
    bins,
  );
  return customers.map((facts, at) => {
    const [r, f, m] = [recency[at]!, frequency[at]!, monetary[at]!];
    return { ...facts, recency: r, frequency: f, monetary: m, code: `${r}${f}${m}`, segment: segmentOf(r, f, bins) };
  });
};
