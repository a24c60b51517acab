import { sql } from 'drizzle-orm';
import { check, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { type Bilingual, key, moment } from './columns.ts';

/** A promotion as the domain defines it; `definition` is the domain's own plain value and is checked when read. */
export const promotions = pgTable(
  'promotions',
  {
    id: key(),
    code: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    /** What it says to buyers, in a line: 满 1000 减 60. */
    slogan: jsonb().$type<Bilingual>(),
    definition: jsonb().notNull(),
    status: text().notNull().default('draft'),
    startsAt: moment(),
    endsAt: moment(),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    uniqueIndex('promotions_code').on(t.code),
    check('promotions_status', sql`${t.status} in ('draft', 'active', 'paused', 'ended')`),
  ],
);
