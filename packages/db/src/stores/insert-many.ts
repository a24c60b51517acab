import { getTableColumns, getTableName, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../client.ts';

/**
 * Adds many rows by one text and one parameter, however many they are: the text stays the same, so that its plan is kept,
 * and nobody spells a thousand parameters. All rows name the same columns; the others take their defaults. Values are
 * what JSON can say.
 */
export const insertMany = async <Table extends PgTable>(
  tx: Tx,
  table: Table,
  rows: readonly Table['$inferInsert'][],
): Promise<void> => {
  const [first] = rows;
  if (!first) return;
  const { columns, json } = recordsOf(table, rows);
  const name = sql.identifier(getTableName(table));
  await tx.execute(
    sql`insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, ${json}::jsonb)`,
  );
};

/** The columns that rows name, and the rows as JSON under the database's names. */
export const recordsOf = <Table extends PgTable>(table: Table, rows: readonly Table['$inferInsert'][]) => {
  const known = Object.keys(getTableColumns(table));
  const given = rows[0] ? known.filter((key) => Reflect.get(rows[0] as object, key) !== undefined) : [];
  const named = given.map((key) => [key, toSnakeCase(key)] as const);
  const records = rows.map((row) =>
    Object.fromEntries(named.map(([key, column]) => [column, Reflect.get(row as object, key) ?? null])),
  );
  return {
    columns: sql.join(
      named.map(([, column]) => sql.identifier(column)),
      sql`, `,
    ),
    json: JSON.stringify(records),
  };
};
