import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { key, moment } from './columns.ts';

/** Words that mean the same (`both`), or of which the first also finds the others (`one-way`). */
export const searchSynonyms = pgTable(
  'search_synonyms',
  {
    id: key(),
    terms: text().array().notNull(),
    mode: text().notNull().default('both'),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [check('search_synonyms_mode', sql`${t.mode} in ('both', 'one-way') and cardinality(${t.terms}) >= 2`)],
);

/** Words of the trade that segmentation must not cut apart: 十字槽, 沉头. */
export const searchWords = pgTable(
  'search_words',
  { id: key(), word: text().notNull(), createdAt: moment().notNull().default(sql`now()`) },
  (t) => [uniqueIndex('search_words_word').on(t.word)],
);

/** What was searched for and how much it found: popular searches, my recent ones, and those that found nothing. */
export const searches = pgTable(
  'searches',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    companyId: uuid(),
    buyerId: uuid(),
    text: text().notNull(),
    normalised: text().notNull(),
    results: integer().notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('searches_buyer').on(t.buyerId, t.at.desc()),
    index('searches_at').on(t.at),
    index('searches_nothing').on(t.at).where(sql`${t.results} = 0`),
  ],
);
