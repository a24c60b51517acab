import { getTableColumns, inArray } from 'drizzle-orm';
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core';
import type { RecordKind, RecordOf } from '../record.ts';
import { inChunks, insertAll } from './insert.ts';
import type { Planned, Refused, Target, WriteContext } from './target.ts';

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
    await insertAll(context.tx, table, rows as T['$inferInsert'][], { key: ['id'], kept: shape.once ?? [] });
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
  const holder = new Map<string, string>();
  for (const part of inChunks(wanted)) {
    const values = part.map(({ value }) => value);
    const held = await context.tx
      .select({ id: table.id, value: column })
      .from(table as PgTable)
      .where(inArray(column, values));
    for (const { id, value } of held) holder.set(String(value), String(id));
  }
  const inRun = new Map<string, string>();
  return wanted.flatMap(({ one, value }): Refused[] => {
    const other = holder.get(value) ?? inRun.get(value);
    inRun.set(value, one.id);
    return other !== undefined && other !== one.id
      ? [{ key: one.record.key, reason: { kind: 'already-taken', what: `${name}.${unique}`, value } }]
      : [];
  });
};
