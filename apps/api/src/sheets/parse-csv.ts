import { Readable } from 'node:stream';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { CsvError, parse } from 'csv-parse';
import { SHEET_LIMITS, type SheetProblem, type SheetRow } from './sheet.ts';

type CsvProblem = Extract<SheetProblem, { kind: 'unknown-encoding' | 'broken-csv' | 'too-many-rows' }>;

/** Characters that are cut into records at once. */
const PIECE = 65_536;

/** UTF-8 with or without its mark, UTF-16 with one, else GB18030, which Chinese spreadsheet programs write. */
export const decodeText = (bytes: Uint8Array): Result<string, CsvProblem> => {
  const marked =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : undefined;
  for (const encoding of marked ? [marked] : ['utf-8', 'gb18030'])
    try {
      return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
    } catch {
      // The next one.
    }
  return err({ kind: 'unknown-encoding' });
};

/** The sign that stands most often in the first line, outside quotes: comma, semicolon or tab. */
export const delimiterOf = (text: string): ',' | ';' | '\t' => {
  const end = text.search(/[\r\n]/u);
  const line = (end < 0 ? text : text.slice(0, end)).replaceAll(/"[^"]*"/gu, '');
  const count = (sign: string): number => line.split(sign).length;
  const best = ([',', ';', '\t'] as const).toSorted((a, b) => count(b) - count(a))[0];
  return best ?? ',';
};

/** Gives the records of a CSV text one after another, each with the row a spreadsheet would give it. */
export const parseCsv = async (
  bytes: Uint8Array,
  take: (row: SheetRow) => void,
): Promise<Result<{ formulas: 0 }, CsvProblem>> => {
  const text = decodeText(bytes);
  if (!text.ok) return text;
  const parser = parse({
    bom: true,
    delimiter: delimiterOf(text.value),
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 1_000_000,
    to: SHEET_LIMITS.rows + 2,
  });
  try {
    let row = 0;
    for await (const cells of Readable.from(pieces(text.value)).pipe(parser)) take({ row: ++row, cells });
    return ok({ formulas: 0 });
  } catch (error) {
    if (error instanceof CsvError)
      return err({ kind: 'broken-csv', row: Number(Reflect.get(error, 'records') ?? 0) + 1 });
    throw error;
  }
};

function* pieces(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}
