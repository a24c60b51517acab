export type Counts = { readonly good: number; readonly bad: number };

export type WeightOfEvidence = {
  /** ln(share of goods / share of bads) per bin: positive = safer than the whole. */
  readonly woe: readonly number[];
  /** What each bin adds to the information value. */
  readonly parts: readonly number[];
  readonly iv: number;
};

/** Stands for a count of zero, whose logarithm does not exist. */
const HALF = 0.5;

/** Weight of evidence and information value of bins (Siddiqi, Credit Risk Scorecards, ch. 6). */
export const weightOfEvidence = (bins: readonly Counts[]): WeightOfEvidence => {
  const goods = bins.reduce((total, bin) => total + bin.good, 0);
  const bads = bins.reduce((total, bin) => total + bin.bad, 0);
  if (goods === 0 || bads === 0) return { woe: bins.map(() => 0), parts: bins.map(() => 0), iv: 0 };
  const shares = bins.map((bin) => ({ good: (bin.good || HALF) / goods, bad: (bin.bad || HALF) / bads }));
  const woe = shares.map(({ good, bad }, i) => (bins[i]!.good + bins[i]!.bad === 0 ? 0 : Math.log(good / bad)));
  const parts = shares.map(({ good, bad }, i) => (good - bad) * woe[i]!);
  return { woe, parts, iv: parts.reduce((total, part) => total + part, 0) };
};
