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
