import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { CsvError, parse } from 'csv-parse';
import type { FileProblem } from './problem.ts';

/** Larger than any sane record: a quote that is never closed is noticed here and not at the end of a huge file. */
const LARGEST_RECORD = 1_000_000;

export type RawRow = { row: number; cells: string[] };

async function* utf8(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== '') yield text;
  }
  decoder.decode();
}

/**
 * Reads a CSV file as a stream: UTF-8 with or without a byte order mark, LF or CRLF, quoted fields with commas, quotes
 * and line breaks. `onRow` gets every record but the header, numbered as a spreadsheet would.
 */
export const readFile = async (
  path: string,
  file: string,
  onHeader: (header: string[]) => FileProblem[],
  onRow: (row: RawRow) => void,
): Promise<Result<void, FileProblem[]>> => {
  const parser = parse({
    relax_column_count: true,
    skip_empty_lines: true,
    info: true,
    max_record_size: LARGEST_RECORD,
  });
  const records = pipeline(createReadStream(path), utf8, parser, () => {});
  let header: string[] | undefined;
  try {
    for await (const { record, info } of records as AsyncIterable<{
      record: string[];
      info: { records: number; empty_lines: number };
    }>) {
      if (header !== undefined) {
        onRow({ row: info.records + info.empty_lines, cells: record });
        continue;
      }
      header = record.map((name) => name.trim());
      const problems = onHeader(header);
      if (problems.length > 0) return err(problems);
    }
  } catch (error) {
    return err([problemOf(error, file)]);
  }
  return header === undefined ? err([{ kind: 'no-header', file }]) : ok(undefined);
};

const problemOf = (error: unknown, file: string): FileProblem => {
  if (!(error instanceof Error)) throw error;
  const code: unknown = Reflect.get(error, 'code');
  if (code === 'ENOENT') return { kind: 'missing-file', file };
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return { kind: 'not-utf8', file };
  if (error instanceof CsvError)
    return { kind: 'broken-csv', file, line: Number(Reflect.get(error, 'lines') ?? 0), detail: error.code };
  throw error;
};
