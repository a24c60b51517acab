import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { key, moment, transactionId } from './columns.ts';

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
    index('searches_buyer').on(t.buyerId, t.at),
    index('searches_at').on(t.at),
    index('searches_nothing').on(t.at).where(sql`${t.results} = 0`),
  ],
);

/**
 * What changed of the catalogue, written by triggers in the transaction that changed it. Every process's search index
 * reads what it has not seen by the transaction's number (numbers of rows are drawn before commit and would lie). Without
 * `ids` more changed than is worth naming.
 */
export const catalogueChanges = pgTable(
  'catalogue_changes',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    transaction: transactionId().notNull().default(sql`pg_current_xact_id()`),
    kind: text().notNull(),
    ids: uuid().array(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [index('catalogue_changes_transaction').on(t.transaction), index('catalogue_changes_at').on(t.at)],
);
