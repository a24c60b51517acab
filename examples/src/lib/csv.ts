import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a CSV file with a header line, `.gz` unpacked; cells trimmed, a byte order mark ignored. */
export const readCsv = (path: string): CsvRow[] => {
  const bytes = readFileSync(path);
  const text = path.endsWith('.gz') ? gunzipSync(bytes) : bytes;
  return parse(text, { columns: true, bom: true, trim: true, skip_empty_lines: true }) as CsvRow[];
};
