import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, smallint, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { type Bilingual, key, moment, money } from './columns.ts';

export const customerGroups = pgTable(
  'customer_groups',
  {
    id: key(),
    code: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    /** Its customers see goods without prices and ask for them. */
    pricesHidden: boolean().notNull().default(false),
  },
  (t) => [uniqueIndex('customer_groups_code').on(t.code)],
);

/** A customer: the firm that buys. Balances stand in `credit_accounts`. */
export const companies = pgTable(
  'companies',
  {
    id: key(),
    number: text().notNull(),
    name: text().notNull(),
    shortName: text(),
    groupId: uuid().references(() => customerGroups.id),
    /** Membership level: ordinary, silver, gold, diamond. */
    level: text().notNull().default('ordinary'),
    region: text(),
    status: text().notNull().default('active'),
    salesRepId: uuid(),
    taxNumber: text(),
    contactName: text(),
    phone: text(),
    email: text(),
    note: text(),
    /** Over the group's word: `shown` or `hidden`; none: as the group says. */
    priceDisplay: text(),
    /** Over the shop's word: `exact`, `level` or `yes-no`; none: as the shop says. */
    stockDisplay: text(),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    check('companies_price_display', sql`${t.priceDisplay} in ('shown', 'hidden')`),
    check('companies_stock_display', sql`${t.stockDisplay} in ('exact', 'level', 'yes-no')`),
    uniqueIndex('companies_number').on(t.number),
    index('companies_group').on(t.groupId),
    check('companies_status', sql`${t.status} in ('active', 'suspended', 'closed')`),
  ],
);

export const addresses = pgTable(
  'addresses',
  {
    id: key(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    label: text(),
    contactName: text().notNull(),
    phone: text().notNull(),
    country: text().notNull().default('CN'),
    province: text().notNull().default(''),
    city: text().notNull().default(''),
    district: text().notNull().default(''),
    street: text().notNull(),
    postalCode: text(),
    isDefault: boolean().notNull().default(false),
    archivedAt: moment(),
  },
  (t) => [
    index('addresses_company').on(t.companyId),
    uniqueIndex('addresses_one_default').on(t.companyId).where(sql`${t.isDefault} and ${t.archivedAt} is null`),
  ],
);

/**
 * What a company may owe. `used` is the fold of its open credit entries and is moved only by a guarded update beside an
 * entry. The limit may later be lowered below what is used already, so the guard of a new charge stands in that update.
 */
export const creditAccounts = pgTable(
  'credit_accounts',
  {
    companyId: uuid()
      .primaryKey()
      .references(() => companies.id),
    creditLimit: money().notNull().default(sql`0`),
    used: money().notNull().default(sql`0`),
    termDays: smallint().notNull().default(0),
    onHold: boolean().notNull().default(false),
    holdReason: text(),
    rating: text(),
    reviewedAt: moment(),
    version: integer().notNull().default(0),
  },
  (t) => [check('credit_used_not_negative', sql`${t.used} >= 0 and ${t.creditLimit} >= 0`)],
);
