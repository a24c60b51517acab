import { sql } from 'drizzle-orm';
import { boolean, check, index, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { type Bilingual, key, moment } from './columns.ts';

/**
 * Which goods who may see. A customer who is the audience of any `only` assortment sees the union of those; from what he
 * sees, every `hide` assortment of his takes its goods away. Who is in no audience sees all published goods.
 */
export const assortments = pgTable(
  'assortments',
  {
    id: key(),
    code: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    effect: text().notNull(),
    active: boolean().notNull().default(true),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    uniqueIndex('assortments_code').on(t.code),
    check('assortments_effect', sql`${t.effect} in ('only', 'hide')`),
  ],
);

/** For whom: a company, a group, a level (`ref`: its id or code), strangers or everyone (no `ref`). */
export const assortmentAudiences = pgTable(
  'assortment_audiences',
  {
    id: key(),
    assortmentId: uuid()
      .notNull()
      .references(() => assortments.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    ref: text().notNull().default(''),
  },
  (t) => [
    uniqueIndex('assortment_audiences_one').on(t.assortmentId, t.kind, t.ref),
    index('assortment_audiences_ref').on(t.kind, t.ref),
    check('assortment_audiences_kind', sql`${t.kind} in ('company', 'group', 'level', 'stranger', 'everyone')`),
  ],
);

/** Which goods: a product, a category with all below it, a brand, or a tag. */
export const assortmentGoods = pgTable(
  'assortment_goods',
  {
    id: key(),
    assortmentId: uuid()
      .notNull()
      .references(() => assortments.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    ref: text().notNull(),
  },
  (t) => [
    uniqueIndex('assortment_goods_one').on(t.assortmentId, t.kind, t.ref),
    check('assortment_goods_kind', sql`${t.kind} in ('product', 'category', 'brand', 'tag')`),
  ],
);
