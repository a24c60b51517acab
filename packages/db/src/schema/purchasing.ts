import { sql } from 'drizzle-orm';
import { pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { key, moment } from './columns.ts';

/** A firm we buy from. */
export const suppliers = pgTable(
  'suppliers',
  {
    id: key(),
    number: text().notNull(),
    name: text().notNull(),
    contactName: text(),
    contactTitle: text(),
    country: text(),
    region: text(),
    city: text(),
    street: text(),
    postalCode: text(),
    phone: text(),
    fax: text(),
    homePage: text(),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [uniqueIndex('suppliers_number').on(t.number)],
);
