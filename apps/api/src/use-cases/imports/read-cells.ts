import { setImmediate as breathe } from 'node:timers/promises';
import { originalText } from '@tradeline/domain/kernel';
import { type CellValue, type Known, readFileCell, type SheetField } from '@tradeline/domain/sheet';
import type { SheetRow } from '../../sheets/sheet.ts';
import type { ImportProblem } from './import-report.ts';

export type Values = Record<string, CellValue | undefined>;
/** One row of the sheet, read: what its cells say and what is wrong with them. */
export type ReadRow = {
  row: number;
  item: string;
  values: Values;
  /** The cells as they stand in the file, by field. */
  found: Record<string, string>;
  problems: ImportProblem[];
};

/** Rows that are worked on before others have their turn. */
export const PAUSE_ROWS = 100;

/** The fields that are taken and the column each stands in. */
export const columnsOf = (
  header: readonly string[],
  mapping: Readonly<Record<string, string>>,
  fields: readonly SheetField[],
): { field: SheetField; at: number }[] =>
  fields.flatMap((field) => {
    const at = header.findIndex((title) => mapping[title] === field.key);
    return at < 0 ? [] : [{ field, at }];
  });

/** What a cell says, before it is known whether it may. */
export const cellAt = (
  columns: readonly { field: SheetField; at: number }[],
  key: string,
  cells: readonly string[],
): string => {
  const at = columns.find(({ field }) => field.key === key)?.at ?? -1;
  return originalText((cells[at] ?? '').trim());
};

export const refuseCell = (row: ReadRow, key: string | null, problem: ImportProblem['problem']): void => {
  row.problems.push({ row: row.row, item: row.item, key, found: key === null ? '' : (row.found[key] ?? ''), problem });
};

/** Reads every mapped cell; what names the row must be there. Rows that name the same are refused, both of them. */
export const readRows = async (
  sheet: readonly SheetRow[],
  columns: readonly { field: SheetField; at: number }[],
  known: Known,
  keyOf: (values: Values) => string,
): Promise<ReadRow[]> => {
  const rows: ReadRow[] = [];
  const first = new Map<string, ReadRow>();
  for (const { row, cells } of sheet) {
    // Others are answered between the rows of a large file.
    if (rows.length % PAUSE_ROWS === 0) await breathe();
    const read: ReadRow = {
      row,
      item: cellAt(columns, 'itemNumber', cells),
      values: {},
      found: {},
      problems: [],
    };
    for (const { field, at } of columns) {
      read.found[field.key] = cells[at] ?? '';
      const cell = readFileCell(field, cells[at] ?? '', known);
      if (!cell.ok) refuseCell(read, field.key, cell.error);
      else if (cell.value === undefined && field.needed === 'always') refuseCell(read, field.key, { kind: 'empty' });
      else read.values[field.key] = cell.value;
    }
    const key = keyOf(read.values);
    const earlier = first.get(key);
    if (!earlier) first.set(key, read);
    else if (read.problems.length === 0) {
      refuseCell(read, 'itemNumber', { kind: 'duplicate-row', otherRow: earlier.row });
      if (!earlier.problems.some(({ problem }) => problem.kind === 'duplicate-row'))
        refuseCell(earlier, 'itemNumber', { kind: 'duplicate-row', otherRow: row });
    }
    rows.push(read);
  }
  return rows;
};
