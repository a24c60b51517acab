import { once } from 'node:events';
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
 * the others get their defaults.
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
  let chunk = '';
  for (const row of rows as readonly Record<string, unknown>[]) {
    chunk += `${keys.map((key) => cell(row[key])).join('\t')}\n`;
    if (chunk.length < CHUNK) continue;
    if (!stream.write(chunk)) await once(stream, 'drain');
    chunk = '';
  }
  const done = new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.on('finish', resolve);
  });
  stream.end(chunk);
  await done;
  return rows.length;
};
