import type { EntryRow } from './entry.ts';
import { readLine } from './read-line.ts';
import { cellsOf, columnsOf, isHeading, readRow } from './read-table.ts';
import { unitPattern } from './units.ts';

export type ReadOptions = {
  /** Unit words of the catalogue at hand, in both languages, beside those of the trade. */
  readonly units?: readonly string[] | undefined;
};

/** Lines that are read at most; what is pasted beyond is refused by the caller, never cut. */
export const ENTRY_LINES = 2_000;

/**
 * Reads what somebody pasted as an order: rows of a spreadsheet, a chat message, a list of barcodes. Every line of the
 * text comes back as one row, in order, with the goods it asks for or the reason why it has none. Knows no catalogue:
 * what `reference` means is for the caller to find.
 */
export const readOrderText = (text: string, options: ReadOptions = {}): EntryRow[] => {
  const units = unitPattern(options.units ?? []);
  const lines = text.split(/\r\n|\r|\n/u);
  const rows: EntryRow[] = [];
  for (let at = 0; at < lines.length; ) {
    const end = blockEnd(lines, at);
    if (end > at) rows.push(...readBlock(lines.slice(at, end), at + 1, units));
    else rows.push(readFree(lines[at] ?? '', at + 1, units));
    at = Math.max(end, at + 1);
  }
  return rows;
};

/** Where a run of rows with tabs ends; the same place when there is none. */
const blockEnd = (lines: readonly string[], from: number): number => {
  let end = from;
  while (end < lines.length && (lines[end] ?? '').includes('\t')) end++;
  return end;
};

const readBlock = (lines: readonly string[], first: number, units: string): EntryRow[] => {
  const cells = lines.map((line) => cellsOf(line.normalize('NFKC')));
  const heading = cells.findIndex(isHeading);
  const roles = columnsOf(
    heading >= 0 ? cells[heading] : undefined,
    cells.filter((_, at) => at !== heading),
    units,
  );
  return lines.map((source, at) =>
    at === heading
      ? { line: first + at, source, items: [], none: 'header' }
      : readRow(first + at, source, cells[at] ?? [], roles, units, heading < 0),
  );
};

const readFree = (source: string, line: number, units: string): EntryRow => {
  const text = source.normalize('NFKC').replaceAll('✕', 'x').trim();
  if (text === '') return { line, source, items: [], none: 'blank' };
  const items = readLine(text, units);
  return items.length > 0 ? { line, source, items } : { line, source, items, none: 'words' };
};
