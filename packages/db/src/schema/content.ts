import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { products } from './catalog.ts';
import { type Bilingual, key, moment } from './columns.ts';

/** What the wholesaler tells its customers on their home page, within a window of time; half-open, open where empty. */
export const news = pgTable(
  'news',
  {
    id: key(),
    title: jsonb().$type<Bilingual>().notNull(),
    body: jsonb().$type<Bilingual>().notNull(),
    /** Stands above the others. */
    pinned: boolean().notNull().default(false),
    status: text().notNull().default('draft'),
    startsAt: moment(),
    endsAt: moment(),
    /** Moves with every edit: who saves over a newer version is told. */
    version: integer().notNull().default(1),
    createdAt: moment().notNull().default(sql`now()`),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('news_starts').on(t.startsAt),
    check('news_status', sql`${t.status} in ('draft', 'published')`),
    check('news_window', sql`${t.startsAt} is null or ${t.endsAt} is null or ${t.startsAt} < ${t.endsAt}`),
  ],
);

/** What goes into one order with a product, worked out by a job once a day; `rank` 1 is the nearest. */
export const boughtTogether = pgTable(
  'bought_together',
  {
    productId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    otherId: uuid()
      .notNull()
      .references(() => products.id, { onDelete: 'cascade' }),
    rank: integer().notNull(),
    /** Orders that held both. */
    orders: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.productId, t.otherId] }), index('bought_together_other').on(t.otherId)],
);
