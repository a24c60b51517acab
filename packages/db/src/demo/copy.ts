import { getTableColumns, getTableName, type InferInsertModel } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Raw } from '../client.ts';

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
  const name: string = getTableName(table);
  const stream = await sql`copy ${sql(name)} (${sql(columns)}) from stdin`.writable();
  let failure: Error | undefined;
  stream.on('error', (error) => (failure = error));
  for (const chunk of chunks(rows, keys))
    await new Promise<void>((resolve, reject) =>
      stream.write(chunk, (error) => (error ? reject(failure ?? error) : resolve())),
    );
  stream.end();
  await new Promise(setImmediate);
  // The driver never says that rows were refused at the end of a COPY; the transaction they spoiled refuses this.
  await sql`select 1`;
  return rows.length;
};

/** The rows as COPY text, in pieces worth a packet. */
function* chunks(rows: readonly Record<string, unknown>[], keys: readonly string[]): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${keys.map((key) => cell(row[key])).join('\t')}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
}
