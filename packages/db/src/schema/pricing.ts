import type { UnitPriceE4 } from '@tradeline/domain/money';
import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
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
