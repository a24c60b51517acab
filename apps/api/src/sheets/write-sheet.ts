import { inertText } from '@tradeline/domain/kernel';
import { writeXlsxStream } from 'hucre/xlsx';

/** A figure stays a figure; a text is made inert. */
export type Cell = string | number;
export type SheetFormat = 'xlsx' | 'csv';

const inert = (cell: Cell): Cell => (typeof cell === 'number' ? cell : inertText(cell));
const csvCell = (cell: Cell): string =>
  typeof cell === 'number' ? String(cell) : `"${inertText(cell).replaceAll('"', '""')}"`;

async function* csvBytes(header: readonly string[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Uint8Array> {
  const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;
  const encoder = new TextEncoder();
  // The mark that makes spreadsheets read it as UTF-8.
  let text = `\uFEFF${line(header)}`;
  for await (const row of rows) {
    text += line(row);
    if (text.length < 65_536) continue;
    yield encoder.encode(text);
    text = '';
  }
  yield encoder.encode(text);
}

async function* asArrays(header: readonly string[], rows: AsyncIterable<readonly Cell[]>): AsyncGenerator<Cell[]> {
  yield header.map(inert);
  for await (const row of rows) yield row.map((cell) => xmlSafe(inert(cell)));
}

/** XML has no word for most control characters; a sheet that holds one cannot be opened. */
const xmlSafe = (cell: Cell): Cell =>
  typeof cell === 'string' ? cell.toWellFormed().replaceAll(/(?![\t\n\r])\p{Cc}|[\uFFFE\uFFFF]/gu, '') : cell;

/** Writes rows as they come into a file of either format: nothing that anybody typed runs when it is opened. */
export const writeSheet = (
  format: SheetFormat,
  sheet: { name: string; header: readonly string[]; widths?: readonly number[] | undefined },
  rows: AsyncIterable<readonly Cell[]>,
): AsyncIterable<Uint8Array> =>
  format === 'csv'
    ? csvBytes(sheet.header, rows)
    : writeXlsxStream(asArrays(sheet.header, rows), {
        name: sheet.name,
        freezePane: { rows: 1 },
        columns: sheet.header.map((title, at) => ({ width: sheet.widths?.[at] ?? Math.max(10, title.length * 2) })),
      });

export const sheetMime: Readonly<Record<SheetFormat, string>> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};
