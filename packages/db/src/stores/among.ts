import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/** One of these keys, as one parameter however many there are: the text stays the same, so its plan is kept. */
export const among = (column: AnyColumn, ids: readonly string[]): SQL =>
  sql`${column} = any(${`{${ids.join(',')}}`}::uuid[])`;
