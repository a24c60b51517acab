import type { SheetCellProblem, SheetKind } from '@tradeline/domain/sheet';
import type { SheetProblem } from '../../sheets/sheet.ts';

/** What is wrong with a cell, or with a row where `key` is null. `found` is the cell as it stands in the file. */
export type ImportProblem = {
  row: number;
  item: string;
  key: string | null;
  found: string;
  problem: SheetCellProblem;
};
export type RowState = 'new' | 'changed' | 'unchanged' | 'rejected';
/** One changed cell as texts of a sheet. */
export type CellChange = { key: string; before: string; after: string };
export type PlannedRow = { row: number; item: string; state: RowState; changes: CellChange[] };

export type ImportMode = 'check' | 'apply';
export type ImportRequest = {
  sheet: SheetKind;
  mode: ImportMode;
  uploadId: string;
  fileName: string;
  /** Field by header of the file. */
  mapping: Record<string, string>;
  /** Leave out the rows that cannot be taken, instead of taking none at all. */
  skipRejected: boolean;
  mayCost: boolean;
};

export type ImportReport = {
  sheet: SheetKind;
  mode: ImportMode;
  rows: number;
  counts: Record<RowState, number>;
  /** How often each field changes. */
  fields: Record<string, number>;
  /** The first of them; all are in the file of rejected rows. */
  problems: ImportProblem[];
  problemCount: number;
  /** What goes wrong how often, most frequent first. */
  causes: { key: string | null; kind: SheetCellProblem['kind']; count: number }[];
  examples: PlannedRow[];
  formulas: number;
  /** Columns of the file that were not taken. */
  unused: string[];
  /** Name in private storage of the rejected rows with their reasons. */
  rejectedFile: string | null;
  applied: boolean;
  /** Why nothing was written although it was asked for. */
  refused: { kind: 'rejected-rows' } | { kind: 'moved-on' } | { kind: 'file'; problem: SheetProblem } | null;
};
export type RejectedRows = {
  header: string[];
  rows: { row: number; cells: string[]; problems: ImportProblem[] }[];
};

const [PROBLEMS, EXAMPLES] = [200, 100];

export const emptyReport = ({ sheet, mode }: Pick<ImportRequest, 'sheet' | 'mode'>): ImportReport => ({
  sheet,
  mode,
  rows: 0,
  counts: { new: 0, changed: 0, unchanged: 0, rejected: 0 },
  fields: {},
  problems: [],
  problemCount: 0,
  causes: [],
  examples: [],
  formulas: 0,
  unused: [],
  rejectedFile: null,
  applied: false,
  refused: null,
});

/** Counts what a plan will do. */
export const reportOf = (
  request: Pick<ImportRequest, 'sheet' | 'mode'>,
  rows: readonly PlannedRow[],
  problems: readonly ImportProblem[],
): ImportReport => {
  const report = { ...emptyReport(request), rows: rows.length, problemCount: problems.length };
  for (const row of rows) {
    report.counts[row.state] += 1;
    for (const { key } of row.changes) report.fields[key] = (report.fields[key] ?? 0) + 1;
  }
  const causes = Map.groupBy(problems, ({ key, problem }) => `${key}:${problem.kind}`);
  report.causes = [...causes.values()]
    .flatMap((same) => (same[0] ? [{ key: same[0].key, kind: same[0].problem.kind, count: same.length }] : []))
    .toSorted((a, b) => b.count - a.count)
    .slice(0, 50);
  report.problems = problems.toSorted((a, b) => a.row - b.row).slice(0, PROBLEMS);
  report.examples = rows.filter(({ state }) => state === 'changed' || state === 'new').slice(0, EXAMPLES);
  return report;
};
