import type { Instant } from '@tradeline/domain/kernel';
import { desc, eq, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { searchSynonyms, searchWords } from '../schema/index.ts';

export type SynonymMode = 'both' | 'one-way';
export type SearchedFor = { text: string; times: number; customers: number; lastAt: Instant; results: number };

export const searchWordStore = {
  synonyms: (tx: Tx) =>
    tx
      .select({
        id: searchSynonyms.id,
        terms: searchSynonyms.terms,
        mode: sql<SynonymMode>`${searchSynonyms.mode}`,
        createdAt: searchSynonyms.createdAt,
      })
      .from(searchSynonyms)
      .orderBy(desc(searchSynonyms.createdAt), searchSynonyms.id),
  findSynonym: async (tx: Tx, id: string) =>
    (await tx.select().from(searchSynonyms).where(eq(searchSynonyms.id, id)).for('no key update'))[0],
  putSynonym: async (tx: Tx, row: { id: string; terms: string[]; mode: SynonymMode }): Promise<void> => {
    await tx
      .insert(searchSynonyms)
      .values(row)
      .onConflictDoUpdate({ target: searchSynonyms.id, set: { terms: row.terms, mode: row.mode } });
  },
  removeSynonym: async (tx: Tx, id: string): Promise<void> => {
    await tx.delete(searchSynonyms).where(eq(searchSynonyms.id, id));
  },

  words: (tx: Tx) => tx.select().from(searchWords).orderBy(desc(searchWords.createdAt), searchWords.word),
  /** Adds words; those that are there already stay as they are. Says which are new. */
  addWords: async (tx: Tx, rows: { id: string; word: string }[]): Promise<string[]> =>
    (await tx.insert(searchWords).values(rows).onConflictDoNothing().returning({ word: searchWords.word })).map(
      (row) => row.word,
    ),
  removeWord: async (tx: Tx, id: string) =>
    (await tx.delete(searchWords).where(eq(searchWords.id, id)).returning({ word: searchWords.word }))[0],

  /** What was searched for in the last days, most often first: all of it, or only what found nothing the last time. */
  searchedFor: async (
    tx: Tx,
    { days, nothing, limit }: { days: number; nothing: boolean; limit: number },
  ): Promise<SearchedFor[]> => {
    const rows = await tx.execute<SearchedFor>(sql`
      select (array_agg(text order by at desc))[1] as text, count(*)::int as times, count(distinct company_id)::int as customers,
        to_char(max(at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "lastAt",
        (array_agg(results order by at desc))[1] as results
      from searches where at > now() - make_interval(days => ${days}) and normalised <> ''
      group by normalised
      ${nothing ? sql`having (array_agg(results order by at desc))[1] = 0` : sql``}
      order by 2 desc, 4 desc limit ${limit}`);
    return [...rows];
  },
};
