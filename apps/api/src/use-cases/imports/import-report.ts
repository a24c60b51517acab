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

/** Adds up what the parts of a plan will do, whichever comes first. */
export const tallyOf = (request: Pick<ImportRequest, 'sheet' | 'mode'>) => {
  const report = emptyReport(request);
  const causes = new Map<string, ImportReport['causes'][number]>();
  const byRow = <T extends { row: number }>(all: readonly T[], most: number): T[] =>
    all.toSorted((a, b) => a.row - b.row).slice(0, most);
  return {
    add: (rows: readonly PlannedRow[], problems: readonly ImportProblem[]): void => {
      report.rows += rows.length;
      report.problemCount += problems.length;
      for (const row of rows) {
        report.counts[row.state] += 1;
        for (const { key } of row.changes) report.fields[key] = (report.fields[key] ?? 0) + 1;
      }
      for (const { key, problem } of problems) {
        const name = `${key}:${problem.kind}`;
        const cause = causes.get(name) ?? { key, kind: problem.kind, count: 0 };
        cause.count += 1;
        causes.set(name, cause);
      }
      report.problems = byRow([...report.problems, ...problems], PROBLEMS);
      const telling = rows.filter(({ state }) => state === 'changed' || state === 'new');
      report.examples = byRow([...report.examples, ...telling], EXAMPLES);
    },
    report: (): ImportReport => ({
      ...report,
      causes: [...causes.values()].toSorted((a, b) => b.count - a.count).slice(0, 50),
    }),
  };
};
