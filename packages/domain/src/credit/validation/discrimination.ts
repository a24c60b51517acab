/** Labels are 1 for bad, 0 for good; a score is higher the worse (a PD). */
export type Judged = { readonly labels: readonly number[]; readonly scores: readonly number[] };

type Group = { readonly score: number; readonly bad: number; readonly good: number };

/** Bads and goods of each distinct score, ascending: equal scores cannot be told apart, so they move together. */
const byScore = ({ labels, scores }: Judged): Group[] => {
  const groups = new Map<number, { bad: number; good: number }>();
  for (const [i, score] of scores.entries()) {
    const group = groups.get(score) ?? { bad: 0, good: 0 };
    if (labels[i] === 1) group.bad += 1;
    else group.good += 1;
    groups.set(score, group);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([score, counts]) => ({ score, ...counts }));
};

/**
 * Chance that a bad case scores above a good one, a tie counting one half (area under the ROC curve). Undefined when there are
 * no goods or no bads to compare.
 */
export const auc = (judged: Judged): number | undefined => {
  let [goods, bads, won] = [0, 0, 0];
  for (const group of byScore(judged)) {
    won += group.bad * (goods + group.good / 2);
    goods += group.good;
    bads += group.bad;
  }
  return goods === 0 || bads === 0 ? undefined : won / (goods * bads);
};

/** 2·AUC − 1: 0 is chance, 1 is perfect order. */
export const gini = (judged: Judged): number | undefined => {
  const area = auc(judged);
  return area === undefined ? undefined : 2 * area - 1;
};

/** Kolmogorov-Smirnov: the widest gap between the shares of bads and of goods at or below a score, and that score. */
export const ks = (judged: Judged): { readonly ks: number; readonly at: number } | undefined => {
  const groups = byScore(judged);
  const bads = groups.reduce((total, group) => total + group.bad, 0);
  const goods = groups.reduce((total, group) => total + group.good, 0);
  if (bads === 0 || goods === 0) return undefined;
  let best = { ks: 0, at: groups[0]!.score };
  let [badsBelow, goodsBelow] = [0, 0];
  for (const group of groups) {
    badsBelow += group.bad;
    goodsBelow += group.good;
    const gap = Math.abs(badsBelow / bads - goodsBelow / goods);
    if (gap > best.ks) best = { ks: gap, at: group.score };
  }
  return best;
};
