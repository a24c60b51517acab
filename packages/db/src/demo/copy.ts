import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Raw } from '../client.ts';
import { asBytea, pack } from '../schema/packed.ts';

const CHUNK = 1 << 18;
const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return '\\N';
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[\\\t\n\r]/.test(text) ? text.replace(/[\\\t\n\r]/g, (c) => ESCAPES[c]!) : text;
};

/**
 * Writes rows with COPY, in the order given, and returns how many. Every row must set the same columns as the first;
 * the others get their defaults. Runs inside a transaction.
 */
export const copyInto = async <T extends PgTable>(sql: Raw, table: T, rows: readonly InferInsertModel<T>[]) => {
  const [first] = rows;
  if (!first) return 0;
  const known = getTableColumns(table);
  const keys = Object.keys(first);
  const columns = keys.map((key) => {
    if (!known[key]) throw new Error(`no column ${key} in ${getTableName(table) as string}`);
    return toSnakeCase(key);
  });
  const writers = keys.map((key) => writerOf(known[key]!));
  return copyRows(sql, getTableName(table), columns, cellsOf(rows, keys, writers));
};

/** A list column takes the database's own spelling of arrays, a packed one its bytes; everything else that is no text is JSON. */
const writerOf = (column: AnyPgColumn): ((value: unknown) => unknown) => {
  if (column.columnType === 'PgArray') return listOf;
  return column.getSQLType() === 'bytea' ? (value) => asBytea(pack(value)) : (value) => value;
};

const listOf = (value: unknown): unknown =>
  Array.isArray(value) ? `{${value.map((each) => JSON.stringify(each)).join(',')}}` : value;

function* cellsOf(
  rows: readonly Record<string, unknown>[],
  keys: readonly string[],
  writers: readonly ((value: unknown) => unknown)[],
): Generator<unknown[]> {
  for (const row of rows) yield keys.map((key, at) => writers[at]!(row[key]));
}

/**
 * Writes rows of cells, one for each of `columns`, with COPY as they are made: no more than a packet of them is held.
 * Objects and arrays are written as JSON. Runs inside a transaction.
 */
export const copyRows = async (
  sql: Raw,
  table: string,
  columns: readonly string[],
  rows: Iterable<readonly unknown[]>,
): Promise<number> => {
  const stream = await sql`copy ${sql(table)} (${sql([...columns])}) from stdin`.writable();
  let failure: Error | undefined;
  stream.on('error', (error) => (failure = error));
  const send = (chunk: string) =>
    new Promise<void>((resolve, reject) =>
      stream.write(chunk, (error) => (error ? reject(failure ?? error) : resolve())),
    );
  let [chunk, count] = ['', 0];
  for (const row of rows) {
    chunk += `${row.map(cell).join('\t')}\n`;
    count++;
    if (chunk.length < CHUNK) continue;
    await send(chunk);
    chunk = '';
  }
  await send(chunk);
  stream.end();
  await new Promise(setImmediate);
  // The driver never says that rows were refused at the end of a COPY; the transaction they spoiled refuses this.
  await sql`select 1`;
  return count;
};
