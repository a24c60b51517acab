import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';

const prefixes = { adjustment: 'ADJ', count: 'CNT', transfer: 'TRF' } as const;

/** The next number of a kind of stock document: rising, with gaps where one was given up. */
export const documentNumber = async (tx: Tx, kind: keyof typeof prefixes): Promise<string> => {
  const [row] = await tx.execute<{ n: string }>(sql`select nextval(${`stock_${kind}_numbers`}::regclass)::text as n`);
  return `${prefixes[kind]}-${row!.n}`;
};

/** A timestamp as the domain's instant, in a statement that is read without a mapping. */
export const instantOf = (column: SQL): SQL =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
/** An amount in whole minor units, as a number: exact up to 2^53. */
export const moneyOf = (column: SQL): SQL => sql`(${column})::float8`;
