import {
  badRowsText,
  fileProblemText,
  type ImportRefusal,
  type ImportReport,
  problemText,
  refusalText,
} from '@tradeline/db/importing';
import { bold, dim, green, red } from '../console/steps.ts';
import { table } from '../console/table.ts';

const MOST_PROBLEMS = 50;

const number = (value: number): string => (value === 0 ? '·' : String(value));
const title = (text: string): string => `\n  ${bold(text)}\n`;

/** Row numbers with their runs drawn together: `2-13, 19`. */
export const rowList = (rows: readonly number[]): string => {
  const runs: [number, number][] = [];
  for (const row of rows) {
    const last = runs.at(-1);
    if (last && row === last[1] + 1) last[1] = row;
    else runs.push([row, row]);
  }
  return runs.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(', ');
};

const fileTable = (report: ImportReport): string =>
  table([
    ['file', 'rows read', 'created', 'unchanged', 'updated', 'skipped', 'set aside', 'looked up'],
    ...report.files.map((f) => [
      f.file,
      ...[f.read, f.created, f.unchanged, f.updated, f.skipped, f.setAside, f.lookedUp].map(number),
    ]),
  ]);

const recordTable = (report: ImportReport): string =>
  table([
    ['record', 'created', 'unchanged', 'updated', 'no longer in the files'],
    ...report.records.map((r) => [r.kind, ...[r.created, r.unchanged, r.updated, r.gone].map(number)]),
  ]);

export const controlTable = (controls: ImportReport['controls']): string =>
  table([
    ['control', 'from the files', 'from the database', ''],
    ...controls.map(({ name, files, database, agrees }) => [
      name,
      files,
      database,
      agrees ? green('✓') : red('✗ differs'),
    ]),
  ]);

const treatmentList = (report: ImportReport): string[] =>
  report.treatments
    .filter(({ rows }) => rows.length > 0)
    .map(({ file, outcome, words, rows }) => {
      const where = rows.length > 1 ? `${rows.length} rows of ${file}` : `1 row of ${file}`;
      return `  ${where}, ${outcome === 'kept' ? 'taken' : 'set aside'}: ${words}\n    ${dim(`row ${rowList(rows)}`)}`;
    });

const unknownList = (report: ImportReport): string[] => [
  ...report.unknownColumns.map(({ file, columns }) => `  ${file}: unknown columns, not read: ${columns.join(', ')}`),
  ...report.unknownFiles.map((file) => `  ${file}: unknown file, not read`),
];

const problemList = (texts: readonly string[], all: boolean): string[] => {
  const shown = all ? texts : texts.slice(0, MOST_PROBLEMS);
  const more = texts.length - shown.length;
  return [...shown.map((text) => `  ${text}`), ...(more > 0 ? [`  … and ${more} more`] : [])];
};

/** The whole outcome of an import, for a terminal. Skipped rows are all listed: each is data that is not there. */
export const reportText = (report: ImportReport): string => {
  const differing = report.controls.filter(({ agrees }) => !agrees).length;
  const unknown = unknownList(report);
  return [
    title('Rows'),
    fileTable(report),
    title('Records'),
    recordTable(report),
    title('Reconciliation'),
    controlTable(report.controls),
    ...(report.treatments.some(({ rows }) => rows.length > 0)
      ? [title('Stated treatments'), ...treatmentList(report)]
      : []),
    ...(unknown.length > 0 ? [title('Not known to this profile'), ...unknown] : []),
    ...(report.skipped.length > 0
      ? [title('Skipped rows'), ...problemList(report.skipped.map(problemText), true)]
      : []),
    '',
    `  ${differing === 0 ? green(conclusion(report)) : red(`${differing} figures differ: the database was changed since.`)}`,
    '',
  ].join('\n');
};

const conclusion = ({ nothingToDo, dryRun, skipped }: ImportReport): string => {
  if (nothingToDo) return 'Everything was imported before and nothing changed: nothing was written.';
  if (dryRun) return 'A trial: everything agrees, and nothing was kept.';
  return skipped.length === 0
    ? 'Imported, and every figure agrees.'
    : `Imported without ${badRowsText(skipped)}; the figures of the others agree.`;
};

/** Why nothing was imported, with every reason that fits a screen. */
export const refusedText = (refusal: ImportRefusal): string => {
  const details =
    refusal.kind === 'files-unusable'
      ? problemList(refusal.problems.map(fileProblemText), true)
      : refusal.kind === 'rows-refused'
        ? problemList(refusal.problems.map(problemText), false)
        : refusal.kind === 'does-not-reconcile'
          ? [controlTable(refusal.controls)]
          : [];
  return ['', ...details, '', `  ${red(refusalText(refusal))}`, ''].join('\n');
};
