import { and, desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { searches } from '../schema/index.ts';

export type SearchEntry = {
  companyId: string | null;
  buyerId: string | null;
  text: string;
  normalised: string;
  results: number;
};

export const searchLogStore = {
  add: async (tx: Tx, entries: SearchEntry[]): Promise<void> => {
    if (entries.length > 0) await tx.insert(searches).values(entries);
  },

  /** What a buyer searched for lately, newest first, each text once, as he last typed it. */
  recent: async (tx: Tx, buyerId: string, limit: number): Promise<string[]> => {
    const rows = await tx
      .select({ text: sql<string>`(array_agg(${searches.text} order by ${searches.seq} desc))[1]` })
      .from(searches)
      .where(and(eq(searches.buyerId, buyerId), sql`${searches.at} > now() - interval '180 days'`))
      .groupBy(searches.normalised)
      .orderBy(desc(sql`max(${searches.seq})`))
      .limit(limit);
    return rows.map((row) => row.text);
  },

  /** What several companies searched for and found this month: one company's own words are not shown to others. */
  popular: async (tx: Tx, limit: number): Promise<string[]> => {
    const rows = await tx
      .select({ text: sql<string>`mode() within group (order by ${searches.text})` })
      .from(searches)
      .where(sql`${searches.at} > now() - interval '30 days' and ${searches.results} > 0`)
      .groupBy(searches.normalised)
      .having(sql`count(distinct ${searches.companyId}) >= 3`)
      .orderBy(desc(sql`count(distinct ${searches.companyId})`), searches.normalised)
      .limit(limit);
    return rows.map((row) => row.text);
  },

  /** Takes the person off what he searched for: one text, or all of them. The counts of the shop stay. */
  forget: async (tx: Tx, buyerId: string, normalised: string | undefined): Promise<void> => {
    await tx
      .update(searches)
      .set({ buyerId: null })
      .where(
        and(eq(searches.buyerId, buyerId), normalised === undefined ? undefined : eq(searches.normalised, normalised)),
      );
  },
};
