import type { SharingParty } from '@tradeline/domain/inventory';
import { sql } from 'drizzle-orm';
import { boolean, check, date, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { skus } from './catalog.ts';
import { key, moment, units } from './columns.ts';
import { customerGroups } from './customers.ts';
import { warehouses } from './inventory.ts';

/**
 * 共享规则: what a group of customers, or a channel, may take of each SKU in a warehouse. What they took is read from the
 * documents of orders placed since `countedSince`. Rows without goods in `stock_sharing_goods` are for all goods.
 */
export const stockSharing = pgTable(
  'stock_sharing',
  {
    id: key(),
    warehouseId: uuid()
      .notNull()
      .references(() => warehouses.id),
    party: text().$type<SharingParty>().notNull(),
    /** The group that `party` names. */
    groupId: uuid().references(() => customerGroups.id),
    /** For all goods that have no rule of their own there. */
    allGoods: boolean().notNull(),
    quota: units(),
    /** The first and the last day, as the shop reckons days, on which the quota holds. */
    quotaFrom: date({ mode: 'string' }),
    quotaUntil: date({ mode: 'string' }),
    cap: units(),
    /** Hundredths of a percent. */
    shareBp: integer(),
    buffer: units().notNull().default(0),
    breaksQuotas: boolean().notNull().default(false),
    countedSince: moment().notNull().default(sql`now()`),
    version: integer().notNull().default(1),
  },
  (t) => [
    index('stock_sharing_warehouse').on(t.warehouseId),
    index('stock_sharing_group').on(t.groupId),
    check(
      'stock_sharing_party',
      sql`(${t.groupId} is null and ${t.party} like 'channel:%') or ${t.party} = 'group:' || ${t.groupId}::text`,
    ),
    check(
      'stock_sharing_figures',
      sql`${t.quota} > 0 and ${t.cap} >= 0 and ${t.shareBp} between 0 and 10000 and ${t.buffer} >= 0 and ${t.quotaFrom} <= ${t.quotaUntil}`,
    ),
  ],
);

export const stockSharingGoods = pgTable(
  'stock_sharing_goods',
  {
    ruleId: uuid()
      .notNull()
      .references(() => stockSharing.id, { onDelete: 'cascade' }),
    skuId: uuid()
      .notNull()
      .references(() => skus.id, { onDelete: 'cascade' }),
  },
  (t) => [primaryKey({ columns: [t.ruleId, t.skuId] }), index('stock_sharing_goods_sku').on(t.skuId)],
);
