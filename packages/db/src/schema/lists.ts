import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { buyers } from './access.ts';
import { skus } from './catalog.ts';
import { key, moment, units } from './columns.ts';
import { companies } from './customers.ts';

/** Goods a buyer keeps together: his favourites (one list, no quantities asked) and named lists with quantities. */
export const goodsLists = pgTable(
  'goods_lists',
  {
    id: key(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    buyerId: uuid()
      .notNull()
      .references(() => buyers.id),
    kind: text().notNull(),
    name: text().notNull(),
    /** Colleagues of the company see it and may order from it. */
    shared: boolean().notNull().default(false),
    createdAt: moment().notNull().default(sql`now()`),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('goods_lists_company').on(t.companyId),
    uniqueIndex('goods_lists_favourites').on(t.buyerId).where(sql`${t.kind} = 'favourites'`),
    index('goods_lists_buyer').on(t.buyerId),
    check('goods_lists_kind', sql`${t.kind} in ('favourites', 'list')`),
  ],
);

export const goodsListLines = pgTable(
  'goods_list_lines',
  {
    listId: uuid()
      .notNull()
      .references(() => goodsLists.id, { onDelete: 'cascade' }),
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    quantity: units(),
    position: integer().notNull().default(0),
    addedAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.listId, t.skuId] }),
    index('goods_list_lines_sku').on(t.skuId),
    check('goods_list_lines_quantity', sql`${t.quantity} > 0`),
  ],
);
