import { correlation } from '../../statistics/index.ts';
import { type Binning, binOf } from './bin.ts';
import type { Dropped } from './scorecard.ts';
import type { Table } from './table.ts';

export type SelectLimits = { readonly minIv: number; readonly maxCorrelation: number };
export const DEFAULT_SELECT_LIMITS: SelectLimits = { minIv: 0.02, maxCorrelation: 0.8 };
const MOST_COLUMNS = 40;

/** Weight of evidence of every row for one binned column; 0 (neutral) for a value no bin covers. */
export const woeColumn = (binning: Binning, table: Table): Float64Array => {
  const known = new Map<unknown, number>();
  return Float64Array.from(table[binning.column] ?? [], (cell) => {
    const cached = known.get(cell);
    if (cached !== undefined) return cached;
    const woe = binning.bins[binOf(binning.bins, cell)]?.woe ?? 0;
    known.set(cell, woe);
    return woe;
  });
};

/** Columns by falling information value, without the uninformative and without those that repeat a stronger one. */
export const selectColumns = (
  binnings: readonly Binning[],
  table: Table,
  limits: SelectLimits = DEFAULT_SELECT_LIMITS,
): {
  readonly kept: readonly { readonly binning: Binning; readonly woe: Float64Array }[];
  readonly dropped: readonly Dropped[];
} => {
  const kept: { binning: Binning; woe: Float64Array }[] = [];
  const dropped: Dropped[] = [];
  const strongestFirst = [...binnings].sort((a, b) => b.iv - a.iv || (a.column < b.column ? -1 : 1));
  for (const binning of strongestFirst) {
    const { column, iv } = binning;
    if (iv < limits.minIv) {
      dropped.push({ column, why: 'little-information', iv });
      continue;
    }
    const woe = woeColumn(binning, table);
    const twin = kept
      .map((other) => ({ with: other.binning.column, correlation: correlation(other.woe, woe) }))
      .find((pair) => Math.abs(pair.correlation) > limits.maxCorrelation);
    if (twin) dropped.push({ column, why: 'correlated', iv, ...twin });
    else if (kept.length === MOST_COLUMNS) dropped.push({ column, why: 'beyond-forty', iv });
    else kept.push({ binning, woe });
  }
  return { kept, dropped };
};
