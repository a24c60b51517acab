import type { Cell, Table } from '@tradeline/domain/credit';
import type { CsvRow } from './csv.ts';

/** How files write "no data". */
const MISSING = new Set(['', 'na', 'n/a', 'nan', 'null', 'none', '?']);
const isMissing = (text: string | undefined): boolean => text === undefined || MISSING.has(text.toLowerCase());
const isNumber = (text: string): boolean => text !== '' && Number.isFinite(Number(text));

/** Columns whose every value is a number; the others hold categories. */
export const numericColumns = (rows: readonly CsvRow[], columns: readonly string[]): ReadonlySet<string> =>
  new Set(columns.filter((column) => rows.every((row) => isMissing(row[column]) || isNumber(row[column]!))));

/** A table for the scorecard; what is no number in a column of numbers counts as missing. */
export const toTable = (rows: readonly CsvRow[], columns: readonly string[], numeric: ReadonlySet<string>): Table =>
  Object.fromEntries(
    columns.map((column) => [
      column,
      rows.map((row): Cell => {
        const text = row[column];
        if (text === undefined || isMissing(text)) return null;
        if (!numeric.has(column)) return text;
        return isNumber(text) ? Number(text) : null;
      }),
    ]),
  );

/** Labels 1 (bad) and 0 from the two values of a column: the one named, else the larger number or later text is bad. */
export const toLabels = (
  rows: readonly CsvRow[],
  target: string,
  bad?: string,
): { readonly labels: number[]; readonly bad: string } | string => {
  const values = [...new Set(rows.map((row) => row[target] ?? ''))].sort((a, b) =>
    isNumber(a) && isNumber(b) ? Number(a) - Number(b) : a < b ? -1 : 1,
  );
  if (rows.length > 0 && !(target in rows[0]!)) return `there is no column ${target}`;
  if (values.length > 2) return `${target} has ${values.length} values; a target has two`;
  const chosen = bad ?? values.at(-1) ?? '';
  return { labels: rows.map((row) => Number(row[target] === chosen)), bad: chosen };
};
