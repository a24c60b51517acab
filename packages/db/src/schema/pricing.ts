import type { UnitPriceE4 } from '@tradeline/domain/money';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { skus } from './catalog.ts';
import { type Bilingual, key, moment, units } from './columns.ts';
import { companies, customerGroups } from './customers.ts';

/** A list of prices and whom it is for; `kind` is its place in the access sequence contract > customer > group > member > channel > base. */
export const priceLists = pgTable(
  'price_lists',
  {
    id: key(),
    code: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    kind: text().notNull(),
    currency: text().notNull().default('CNY'),
    companyId: uuid().references(() => companies.id),
    groupId: uuid().references(() => customerGroups.id),
    level: text(),
    channel: text(),
    priority: integer().notNull().default(0),
    validFrom: moment(),
    validTo: moment(),
    active: boolean().notNull().default(true),
    note: text(),
    /** Number of the published version its prices are of; 0 before the first. */
    version: integer().notNull().default(0),
    /** Moves with every change of the list itself (not of its prices): who saves over a newer one is told. */
    revision: integer().notNull().default(1),
  },
  (t) => [
    uniqueIndex('price_lists_code').on(t.code),
    index('price_lists_company').on(t.companyId),
    index('price_lists_group').on(t.groupId),
    check('price_lists_kind', sql`${t.kind} in ('contract', 'customer', 'group', 'member', 'channel', 'base')`),
    check('price_lists_window', sql`${t.validFrom} is null or ${t.validTo} is null or ${t.validFrom} < ${t.validTo}`),
  ],
);

/** The unit price of a SKU in a list from `minQuantity` base units on. Several rows of one SKU are its tiers. */
export const prices = pgTable(
  'prices',
  {
    id: key(),
    priceListId: uuid()
      .notNull()
      .references(() => priceLists.id, { onDelete: 'cascade' }),
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    minQuantity: units().notNull().default(1),
    unitPriceE4: bigint({ mode: 'number' }).$type<UnitPriceE4>().notNull(),
  },
  (t) => [
    uniqueIndex('prices_tier').on(t.skuId, t.priceListId, t.minQuantity),
    index('prices_list').on(t.priceListId),
    check('prices_not_negative', sql`${t.unitPriceE4} >= 0 and ${t.minQuantity} > 0`),
  ],
);

/**
 * A set of changes to a list: drafted, looked at as a what-if, published once. `prices` always holds what is published;
 * a rollback is a further version whose changes undo others.
 */
export const priceVersions = pgTable(
  'price_versions',
  {
    id: key(),
    priceListId: uuid()
      .notNull()
      .references(() => priceLists.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … in order of publishing; none while a draft. */
    number: integer(),
    state: text().notNull().default('draft'),
    note: text(),
    /** The version it takes back. */
    undoes: integer(),
    /** Moves with every edit of the draft: a publisher publishes exactly what he looked at. */
    revision: integer().notNull().default(1),
    /** The staff id of who began it, or a name where it came from elsewhere. */
    createdBy: text().notNull(),
    /** Staff ids of everybody who changed it: with four eyes none of them may publish it. */
    editors: text().array().notNull().default(sql`'{}'::text[]`),
    createdAt: moment().notNull().default(sql`now()`),
    publishedBy: text(),
    publishedAt: moment(),
  },
  (t) => [
    uniqueIndex('price_versions_number').on(t.priceListId, t.number),
    check('price_versions_state', sql`${t.state} in ('draft', 'published', 'discarded')`),
    check('price_versions_published', sql`(${t.state} = 'published') = (${t.number} is not null)`),
  ],
);

/**
 * One price of a version: what it was when published (none: not listed) and what it is from then on (none: taken off).
 * While a draft, `beforeE4` is what it was when drafted, so that a price that moved meanwhile shows.
 */
export const priceChanges = pgTable(
  'price_changes',
  {
    versionId: uuid()
      .notNull()
      .references(() => priceVersions.id, { onDelete: 'cascade' }),
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    minQuantity: units().notNull().default(1),
    beforeE4: bigint({ mode: 'number' }).$type<UnitPriceE4>(),
    afterE4: bigint({ mode: 'number' }).$type<UnitPriceE4>(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.skuId, t.minQuantity] }),
    index('price_changes_sku').on(t.skuId),
    check('price_changes_amounts', sql`${t.minQuantity} > 0 and (${t.afterE4} is null or ${t.afterE4} >= 0)`),
  ],
);

/**
 * The last what-if of a draft or of switching a list: who would pay more or less. `basis` says of which state it is
 * true; with another state it is out of date and is reckoned again.
 */
export const priceWhatIfs = pgTable('price_what_ifs', {
  /** `draft:<version id>` or `switch:<list id>`. */
  subject: text().primaryKey(),
  basis: text().notNull(),
  result: jsonb().notNull(),
  tookMs: integer().notNull(),
  computedAt: moment().notNull().default(sql`now()`),
});
