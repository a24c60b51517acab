import { sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { rateLimits } from '../schema/index.ts';

export type Bucket = { key: string; capacity: number; perSeconds: number };

/** Milli-tokens, so that slow refills are exact. */
const SCALE = 1000;

export const rateLimitStore = {
  /**
   * Takes one token from a bucket that refills evenly; true while there was one. One statement, shared by all processes.
   */
  take: async (tx: Tx, { key, capacity, perSeconds }: Bucket): Promise<boolean> => {
    const full = capacity * SCALE;
    const refilled = sql`least(${full}::bigint, ${rateLimits.tokens} + (extract(epoch from (clock_timestamp() - ${rateLimits.at})) * ${full}::bigint / ${perSeconds}::bigint)::bigint)`;
    const rows = await tx
      .insert(rateLimits)
      .values({ key, tokens: full - SCALE, at: sql`clock_timestamp()` })
      .onConflictDoUpdate({
        target: rateLimits.key,
        set: { tokens: sql`${refilled} - ${SCALE}`, at: sql`clock_timestamp()` },
        setWhere: sql`${refilled} >= ${SCALE}`,
      })
      .returning({ key: rateLimits.key });
    return rows.length === 1;
  },
  /** A success clears the account's failures. */
  clear: async (tx: Tx, key: string): Promise<void> => {
    await tx.delete(rateLimits).where(sql`${rateLimits.key} = ${key}`);
  },
};
