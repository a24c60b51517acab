import { sql } from 'drizzle-orm';
import { boolean, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { key, moment } from './columns.ts';
import { companies } from './customers.ts';

/** People of the wholesaler. `login` is stored normalised (trimmed, NFKC, lower case). */
export const staff = pgTable(
  'staff',
  {
    id: key(),
    login: text().notNull(),
    name: text().notNull(),
    role: text().notNull(),
    email: text(),
    phone: text(),
    passwordHash: text().notNull(),
    active: boolean().notNull().default(true),
    locale: text().notNull().default('zh-CN'),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [uniqueIndex('staff_login').on(t.login)],
);

/** People of a customer company who may sign in to the portal. */
export const buyers = pgTable(
  'buyers',
  {
    id: key(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    login: text().notNull(),
    name: text().notNull(),
    role: text().notNull(),
    email: text(),
    phone: text(),
    passwordHash: text().notNull(),
    active: boolean().notNull().default(true),
    locale: text().notNull().default('zh-CN'),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [uniqueIndex('buyers_login').on(t.login), index('buyers_company').on(t.companyId)],
);

/** `id` is the SHA-256 of the cookie's token: a stolen table opens no session. `startedAt` bounds the absolute lifetime. */
export const staffSessions = pgTable(
  'staff_sessions',
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => staff.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    startedAt: moment().notNull().default(sql`now()`),
    userAgent: text(),
    address: text(),
  },
  (t) => [index('staff_sessions_user').on(t.userId)],
);

export const buyerSessions = pgTable(
  'buyer_sessions',
  {
    id: text().primaryKey(),
    userId: uuid()
      .notNull()
      .references(() => buyers.id, { onDelete: 'cascade' }),
    expiresAt: moment().notNull(),
    startedAt: moment().notNull().default(sql`now()`),
    userAgent: text(),
    address: text(),
    /** SHA-256 of what WeChat's page is to bring back, once and soon; and whom it named: this browser's person there. */
    payerState: text(),
    payerStateUntil: moment(),
    payer: text(),
  },
  (t) => [index('buyer_sessions_user').on(t.userId)],
);
