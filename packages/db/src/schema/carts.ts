import type { SeenCart } from '@tradeline/domain/order';
import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { buyers } from './access.ts';
import { skus } from './catalog.ts';
import { type Bilingual, key, moment, units } from './columns.ts';
import { companies } from './customers.ts';

/**
 * A buyer's basket. He may keep several by name; the `current` one takes what he adds. A shared one is seen and filled by
 * his colleagues too. `waiting` is for somebody of the company who must agree first. `ordered` is final: one cart becomes
 * at most one order (orders.cartId is unique).
 */
export const carts = pgTable(
  'carts',
  {
    id: key(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    buyerId: uuid()
      .notNull()
      .references(() => buyers.id),
    name: text().notNull().default(''),
    shared: boolean().notNull().default(false),
    current: boolean().notNull().default(true),
    state: text().notNull().default('open'),
    /** Coupon codes as typed, and points the buyer wishes to use: kept with the cart, judged by the quote. */
    coupons: text().array().notNull().default(sql`'{}'::text[]`),
    points: integer().notNull().default(0),
    /** Which gift he chose, by promotion. */
    giftChoices: jsonb().$type<Record<string, string>>().notNull().default({}),
    /** By person, how it stood when he last looked, with the names of its promotions: what changed since is told, never silent. */
    seen: jsonb().$type<Record<string, { cart: SeenCart; names: Record<string, Bilingual> }>>(),
    version: integer().notNull().default(1),
    createdAt: moment().notNull().default(sql`now()`),
    updatedAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('carts_company').on(t.companyId, t.state),
    index('carts_buyer').on(t.buyerId),
    uniqueIndex('carts_one_current').on(t.buyerId).where(sql`${t.state} = 'open' and ${t.current}`),
    check('carts_state', sql`${t.state} in ('open', 'waiting', 'ordered', 'discarded')`),
  ],
);

export const cartLines = pgTable(
  'cart_lines',
  {
    id: key(),
    cartId: uuid()
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    quantity: units().notNull(),
    /** The unit the quantity was typed in; `quantity` always counts base units. */
    packUnit: text(),
    note: text(),
    /** Who put it in first; told where the cart is shared. People are never deleted, so it refers to one without an index to keep. */
    addedBy: uuid(),
    addedAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    uniqueIndex('cart_lines_sku').on(t.cartId, t.skuId),
    index('cart_lines_sku_only').on(t.skuId),
    check('cart_lines_quantity', sql`${t.quantity} > 0`),
  ],
);

/**
 * Who works in a colleague's cart: it takes what he adds, as long as it is open and shared. After that his own current cart does
 * again, and the row stays until he has been told why.
 */
export const joinedCarts = pgTable(
  'joined_carts',
  {
    buyerId: uuid()
      .primaryKey()
      .references(() => buyers.id, { onDelete: 'cascade' }),
    cartId: uuid()
      .notNull()
      .references(() => carts.id, { onDelete: 'cascade' }),
    joinedAt: moment().notNull().default(sql`now()`),
  },
  (t) => [index('joined_carts_cart').on(t.cartId)],
);
