import { getTableColumns, inArray, type SQL, sql } from 'drizzle-orm';
import { toSnakeCase } from 'drizzle-orm/casing';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { Tx } from '../../client.ts';
import type { RecordKind, RecordOf } from '../record.ts';
import type { Planned, Refused, Target, WriteContext } from './target.ts';

/** PostgreSQL takes at most 65,535 parameters in a statement. */
const MOST_PARAMETERS = 60_000;

/** Splits rows so that one insert of each part stays within the server's limits. */
export const inChunks = <T extends object>(rows: readonly T[]): T[][] => {
  const width = Math.max(1, Object.keys(rows[0] ?? {}).length);
  const size = Math.max(1, Math.min(2_000, Math.floor(MOST_PARAMETERS / width)));
  return Array.from({ length: Math.ceil(rows.length / size) }, (_, i) => rows.slice(i * size, (i + 1) * size));
};

/** Inserts rows in statements of many. */
export const insertAll = async <T extends PgTable>(
  tx: Tx,
  table: T,
  rows: readonly T['$inferInsert'][],
): Promise<void> => {
  for (const part of inChunks(rows)) await tx.insert(table).values(part);
};

type WithId = PgTable & { id: PgColumn };
type Shape<T extends PgTable, K extends RecordKind> = {
  /** The column in which a record of ours that came another way could already use the same value. */
  unique?: keyof T['$inferInsert'] & string;
  /** Columns set when the record arrives and left alone by later imports. */
  once?: readonly (keyof T['$inferInsert'] & string)[];
  /** Parents before children, where a table refers to itself. */
  order?: (planned: readonly Planned<K>[]) => readonly Planned<K>[];
  row: (value: RecordOf<K>['value'], context: WriteContext, id: string) => Omit<T['$inferInsert'], 'id'>;
};

/** What an upsert sets where the row is there already: every given column but the id and those named. */
export const overwrite = (row: object, except: readonly string[] = []): Record<string, SQL> =>
  Object.fromEntries(
    Object.keys(row)
      .filter((column) => column !== 'id' && !except.includes(column))
      .map((column) => [column, sql.raw(`excluded.${toSnakeCase(column)}`)]),
  );

/** A target whose records are each one row of one table, named by `id`. A changed record overwrites the columns the import sets, and no others. */
export const upsertTarget = <T extends WithId, K extends RecordKind>(
  name: string,
  table: T,
  shape: Shape<T, K>,
): Target<K> => ({
  table: name,
  refuse: (context, planned) => alreadyTaken(context, planned, table, name, shape),
  write: async (context, planned) => {
    const sorted = shape.order?.(planned) ?? planned;
    const rows = sorted.map(({ id, record }) => ({ ...shape.row(record.value, context, id), id }));
    const set = overwrite(rows[0] ?? {}, shape.once);
    for (const part of inChunks(rows))
      await context.tx
        .insert(table as PgTable)
        .values(part)
        .onConflictDoUpdate({ target: table.id, set: set as never });
    return [];
  },
});

const alreadyTaken = async <T extends WithId, K extends RecordKind>(
  context: WriteContext,
  planned: readonly Planned<K>[],
  table: T,
  name: string,
  { unique, row }: Shape<T, K>,
): Promise<Refused[]> => {
  if (unique === undefined || planned.length === 0) return [];
  const column = getTableColumns(table as PgTable)[unique]!;
  const wanted = planned.map((one) => ({
    one,
    value: String(Reflect.get(row(one.record.value, context, one.id), unique)),
  }));
  const holders = await context.tx
    .select({ id: table.id, value: column })
    .from(table as PgTable)
    .where(
      inArray(
        column,
        wanted.map(({ value }) => value),
      ),
    );
  const holder = new Map(holders.map((h) => [String(h.value), String(h.id)]));
  const inRun = new Map<string, string>();
  return wanted.flatMap(({ one, value }): Refused[] => {
    const other = holder.get(value) ?? inRun.get(value);
    inRun.set(value, one.id);
    return other !== undefined && other !== one.id
      ? [{ key: one.record.key, reason: { kind: 'already-taken', what: `${name}.${unique}`, value } }]
      : [];
  });
};
