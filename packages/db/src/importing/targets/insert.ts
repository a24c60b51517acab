import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../../client.ts';
import { asBytea, plain } from '../../schema/packed.ts';

const ROWS_AT_ONCE = 2_000;

export const inChunks = <T>(rows: readonly T[], size = ROWS_AT_ONCE): T[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));

/** What an upsert sets where the row is there already: the given columns, each to its new value. */
const overwriting = (key: readonly string[], columns: readonly string[]): SQL => {
  const set = columns.map((column) => sql`${sql.identifier(column)} = excluded.${sql.identifier(column)}`);
  const names = key.map((column) => sql.identifier(column));
  return sql`on conflict (${sql.join(names, sql`, `)}) do update set ${sql.join(set, sql`, `)}`;
};

/**
 * Inserts rows that all have the same fields, thousands in one statement: they travel as one JSON text, which the server
 * reads by the columns' own types. With `onConflict`, a row whose key is there gets the columns that are not `kept`.
 */
export const insertAll = async <T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
  onConflict?: { key: readonly string[]; kept?: readonly string[] },
): Promise<void> => {
  const fields = Object.keys(rows[0] ?? {}).filter((field) => field in getTableColumns(table));
  const columns = fields.map(toSnakeCase);
  // Plain, so that a reconciliation can read it in SQL.
  const bytes = new Set(fields.filter((field) => getTableColumns(table)[field]?.getSQLType() === 'bytea'));
  const name = sql.identifier(getTableName(table));
  const list = sql.join(
    columns.map((column) => sql.identifier(column)),
    sql`, `,
  );
  const key = onConflict?.key.map(toSnakeCase) ?? [];
  const kept = [...key, ...(onConflict?.kept?.map(toSnakeCase) ?? [])];
  const conflict = onConflict
    ? overwriting(
        key,
        columns.filter((column) => !kept.includes(column)),
      )
    : sql``;
  for (const part of inChunks(rows)) {
    const named = part.map((row) =>
      Object.fromEntries(
        fields.map((field, at) => {
          const value = Reflect.get(row, field);
          return [columns[at]!, bytes.has(field) ? asBytea(plain(value)) : value];
        }),
      ),
    );
    await tx.execute(
      sql`insert into ${name} (${list}) select ${list} from json_populate_recordset(null::${name}, ${JSON.stringify(named)}::text::json) ${conflict}`,
    );
  }
};
