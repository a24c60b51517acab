import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { nearest } from '@tradeline/domain/sheet';
import type { Reading } from './columns/index.ts';
import { digestOf } from './digest.ts';
import type { FileSpec, Files, Row } from './file.ts';
import type { FileProblem, Problem } from './problem.ts';
import { type RawRow, readFile } from './read-file.ts';

/** A file as it was read: rows whose every cell fits, and the others with what is wrong. */
export type ReadTable = { spec: FileSpec; read: number; rows: Row[]; problems: Problem[]; unknownColumns: string[] };
export type ReadFolder = { tables: Map<string, ReadTable>; unknownFiles: string[] };

/** Reads every file of a profile and each cell by its column. Rows are judged one by one here, against each other in `settle`. */
export const readFolder = async (
  folder: string,
  files: Files,
  reading: Reading,
  onRead: (file: string, rows: number) => void,
): Promise<Result<ReadFolder, FileProblem[]>> => {
  const present = listed(folder);
  const tables = new Map<string, ReadTable>();
  const problems: FileProblem[] = [];
  for (const [alias, spec] of Object.entries(files)) {
    if (!present.includes(spec.name)) {
      problems.push({ kind: 'missing-file', file: spec.name, nearest: nearest(spec.name, present) });
      continue;
    }
    const table: ReadTable = { spec, read: 0, rows: [], problems: [], unknownColumns: [] };
    const done = await readTable(join(folder, spec.name), alias, table, reading, onRead);
    if (done.ok) tables.set(alias, table);
    else problems.push(...done.error);
  }
  const names = Object.values(files).map((spec) => spec.name);
  const unknownFiles = present.filter((name) => name.endsWith('.csv') && !names.includes(name));
  return problems.length > 0 ? err(problems) : ok({ tables, unknownFiles });
};

const listed = (folder: string): string[] => {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
};

const readTable = async (
  path: string,
  alias: string,
  table: ReadTable,
  reading: Reading,
  onRead: (file: string, rows: number) => void,
) => {
  const { spec } = table;
  let header: string[] = [];
  const seen = new Map<string, number>();
  const done = await readFile(
    path,
    spec.name,
    (names) => {
      header = names;
      const known = [...Object.keys(spec.columns), ...(spec.notTaken ?? [])];
      table.unknownColumns = names.filter((name) => !known.includes(name));
      return headerProblems(spec, names);
    },
    (raw) => {
      table.read += 1;
      const row = readRow(spec, alias, header, raw, reading, table.problems);
      const first = row && seen.get(row.key);
      if (row && first !== undefined) {
        const reason = { kind: 'duplicate-key', otherRow: first } as const;
        const owner = spec.partOf && String(row.values[spec.partOf]);
        table.problems.push({
          file: spec.name,
          row: row.row,
          key: row.key,
          column: spec.key.join('+'),
          found: row.key,
          owner,
          reason,
        });
      } else if (row) {
        seen.set(row.key, row.row);
        table.rows.push(row);
      }
      if (table.read % 1000 === 0) onRead(spec.name, table.read);
    },
  );
  onRead(spec.name, table.read);
  return done;
};

const headerProblems = (spec: FileSpec, header: string[]): FileProblem[] => {
  const missing = Object.keys(spec.columns).filter((column) => !header.includes(column));
  const twice = new Set(header.filter((name, at) => name in spec.columns && header.indexOf(name) !== at));
  return [
    ...missing.map(
      (column): FileProblem => ({ kind: 'missing-column', file: spec.name, column, nearest: nearest(column, header) }),
    ),
    ...[...twice].map((column): FileProblem => ({ kind: 'column-twice', file: spec.name, column })),
  ];
};

const readRow = (
  spec: FileSpec,
  alias: string,
  header: string[],
  { row, cells }: RawRow,
  reading: Reading,
  problems: Problem[],
): Row | undefined => {
  const cell = (column: string): string => cells[header.indexOf(column)] ?? '';
  const key = spec.key.map((column) => cell(column).trim()).join('/');
  const bad = (reason: Problem['reason'], column?: string, found?: string): void =>
    void problems.push({
      file: spec.name,
      row,
      key,
      column,
      found,
      owner: spec.partOf && cell(spec.partOf).trim(),
      reason,
    });
  if (cells.length !== header.length) {
    bad({ kind: 'wrong-field-count', expected: header.length, found: cells.length });
    return undefined;
  }
  const values: Record<string, unknown> = {};
  let fits = true;
  for (const [column, how] of Object.entries(spec.columns)) {
    const raw = cell(column);
    const value = raw.includes('\0') ? err({ kind: 'not-text' }) : how.read(raw, reading);
    if (value.ok) values[column] = value.value;
    else bad(value.error, column, cell(column));
    fits &&= value.ok;
  }
  if (!fits) return undefined;
  return {
    file: alias,
    row,
    key: spec.key.map((column) => String(values[column])).join('/'),
    values,
    digest: digestOf(values),
  };
};
