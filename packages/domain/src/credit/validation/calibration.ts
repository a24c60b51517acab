import type { Judged } from './discrimination.ts';

/** Mean squared distance between the predicted probability and what happened; undefined without rows. */
export const brier = ({ labels, scores }: Judged): number | undefined =>
  scores.length === 0 ? undefined : scores.reduce((total, p, i) => total + (p - labels[i]!) ** 2, 0) / scores.length;

export type CalibrationGroup = {
  readonly count: number;
  readonly lowest: number;
  readonly highest: number;
  /** Mean predicted probability and share of bads; a calibrated model has them equal. */
  readonly predicted: number;
  readonly observed: number;
};

/**
 * Predicted against observed in groups of about equal size, lowest risk first. Equal predictions stay in one group, so groups of
 * a card with few distinct values differ in size and some may be missing.
 */
export const calibration = ({ labels, scores }: Judged, groups = 10): readonly CalibrationGroup[] => {
  const distinct = new Map<number, { count: number; bads: number }>();
  for (const [i, p] of scores.entries()) {
    const cell = distinct.get(p) ?? { count: 0, bads: 0 };
    cell.count += 1;
    cell.bads += labels[i]!;
    distinct.set(p, cell);
  }
  const cells = [...distinct].sort(([a], [b]) => a - b);
  const result = new Map<number, { count: number; bads: number; sum: number; lowest: number; highest: number }>();
  let before = 0;
  for (const [p, { count, bads }] of cells) {
    const group = Math.min(groups - 1, Math.floor(((before + count / 2) * groups) / scores.length));
    const at = result.get(group) ?? { count: 0, bads: 0, sum: 0, lowest: p, highest: p };
    result.set(group, {
      count: at.count + count,
      bads: at.bads + bads,
      sum: at.sum + p * count,
      lowest: at.lowest,
      highest: p,
    });
    before += count;
  }
  return [...result.values()].map(({ count, bads, sum, lowest, highest }) => ({
    count,
    lowest,
    highest,
    predicted: sum / count,
    observed: bads / count,
  }));
};
