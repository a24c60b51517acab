import { poolAdjacentViolators } from '../../statistics/index.ts';
import type { Bin, Binning, BinScope } from './bin.ts';
import { shortestEdge } from './edge.ts';
import {
  type BinLimits,
  DEFAULT_BIN_LIMITS,
  type Group,
  joinAlike,
  joinSmall,
  joinToMost,
  tellsMore,
} from './merge-bins.ts';
import type { Cell } from './table.ts';
import { type Counts, weightOfEvidence } from './woe.ts';

type Tally = { good: number; bad: number };

const tallyBy = <K>(keys: readonly K[], labels: readonly number[]): Map<K, Tally> => {
  const tallies = new Map<K, Tally>();
  for (const [i, key] of keys.entries()) {
    const tally = tallies.get(key) ?? { good: 0, bad: 0 };
    if (labels[i] === 1) tally.bad += 1;
    else tally.good += 1;
    tallies.set(key, tally);
  }
  return tallies;
};

/** A run of neighbouring values; `edge` separates it from the run before. */
type NumberCell = Counts & { readonly edge: number };

/** Cells of about equal size in the order of the values; one value is never split. */
const quantileCells = (tallies: ReadonlyMap<number, Tally>, quantiles: number): NumberCell[] => {
  const values = [...tallies].sort(([a], [b]) => a - b);
  const rows = values.reduce((total, [, { good, bad }]) => total + good + bad, 0);
  const cells: { edge: number; good: number; bad: number; quantile: number }[] = [];
  let before = 0;
  for (const [at, [value, { good, bad }]] of values.entries()) {
    const quantile = values.length <= quantiles ? at : Math.floor((before * quantiles) / rows);
    const last = cells.at(-1);
    if (last && last.quantile === quantile) {
      last.good += good;
      last.bad += bad;
    } else cells.push({ edge: at === 0 ? value : shortestEdge(values[at - 1]![0], value), good, bad, quantile });
    before += good + bad;
  }
  return cells;
};

const areCodes = (values: Iterable<number>, most: number): boolean => {
  const distinct = [...values];
  return distinct.length <= most && distinct.every(Number.isInteger);
};

/** The finest grouping whose bad rate only rises, or only falls, along the cells. */
const monotone = (cells: readonly Counts[], direction: 1 | -1): Group[] =>
  poolAdjacentViolators(cells.map(({ good, bad }) => ({ weight: good + bad, sum: direction * bad }))).map(
    ({ from, to, weight, sum }) => ({ from, to, bad: direction * sum, good: weight - direction * sum }),
  );

const numericGroups = (cells: readonly Counts[], codes: boolean, limits: BinLimits): Group[] => {
  const sides = ([1, -1] as const).map((direction) =>
    joinToMost(joinSmall(monotone(cells, direction), limits), limits.maxBins),
  );
  const [rising, falling] = sides as [Group[], Group[]];
  const best = weightOfEvidence(rising).iv >= weightOfEvidence(falling).iv ? rising : falling;
  if (!codes) return best;
  const single = cells.map(({ good, bad }, at) => ({ good, bad, from: at, to: at }));
  const free = joinToMost(joinSmall(joinAlike(single), limits), limits.maxBins);
  return tellsMore(free, best) ? free : best;
};

const rate = ({ good, bad }: Counts): number => bad / (good + bad);

const categoryScopes = (values: readonly string[], labels: readonly number[], limits: BinLimits) => {
  const cells = [...tallyBy(values, labels)]
    .map(([name, counts]) => ({ name, ...counts }))
    .sort((a, b) => rate(a) - rate(b) || (a.name < b.name ? -1 : 1));
  const single = cells.map(({ good, bad }, at) => ({ good, bad, from: at, to: at }));
  const groups = joinToMost(joinSmall(joinAlike(single), limits), limits.maxBins);
  return groups.map(({ from, to, good, bad }) => {
    const names = cells.slice(from, to + 1).map((cell) => cell.name);
    return { scope: { kind: 'categories', values: names.sort() } as BinScope, good, bad };
  });
};

const rangeScopes = (values: readonly number[], labels: readonly number[], limits: BinLimits) => {
  const tallies = tallyBy(values, labels);
  const cells = quantileCells(tallies, limits.quantiles);
  const groups = numericGroups(cells, areCodes(tallies.keys(), limits.mostCodes), limits);
  return groups.map(({ from, good, bad }, at) => {
    const next = groups[at + 1];
    const to = next ? cells[next.from]!.edge : null;
    return { scope: { kind: 'range', from: at === 0 ? null : cells[from]!.edge, to } as BinScope, good, bad };
  });
};

/**
 * Bins of one column against labels (1 = bad): numbers into ranges with a monotone bad rate (see `mostCodes` for the
 * one exception), texts into categories of like
 * bad rate, missing values apart. A column with any text is a column of categories.
 */
export const binColumn = (
  column: string,
  cells: readonly Cell[],
  labels: readonly number[],
  limits: BinLimits = DEFAULT_BIN_LIMITS,
): Binning => {
  const present = cells.map((cell, i) => ({ cell, label: labels[i]! })).filter(({ cell }) => cell !== null);
  const known = present.map(({ label }) => label);
  const numeric = present.every(({ cell }) => typeof cell === 'number');
  const scopes: (Counts & { scope: BinScope })[] = numeric
    ? rangeScopes(
        present.map(({ cell }) => cell as number),
        known,
        limits,
      )
    : categoryScopes(
        present.map(({ cell }) => String(cell)),
        known,
        limits,
      );
  if (present.length < cells.length) {
    const [bads, known1] = [labels.reduce((a, b) => a + b, 0), known.reduce((a, b) => a + b, 0)];
    const bad = bads - known1;
    scopes.push({ scope: { kind: 'missing' }, bad, good: cells.length - present.length - bad });
  }
  const { woe, iv } = weightOfEvidence(scopes);
  const bins: Bin[] = scopes.map((scoped, i) => ({ ...scoped, woe: woe[i]! }));
  return { column, bins, iv };
};
