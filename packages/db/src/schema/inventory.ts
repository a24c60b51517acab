import { stockKinds } from '@tradeline/domain/inventory';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  foreignKey,
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
import { orderLines, orders } from './orders.ts';

export const warehouses = pgTable(
  'warehouses',
  {
    id: key(),
    code: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    region: text(),
    address: text(),
    priority: integer().notNull().default(0),
    active: boolean().notNull().default(true),
  },
  (t) => [uniqueIndex('warehouses_code').on(t.code)],
);

/**
 * The live balance of a SKU in a warehouse, in the domain's terms: a fold of `stock_entries`, moved only by a guarded
 * update beside an entry. Available to promise = onHand - reserved - allocated; `quarantine` and what is on its way are
 * counted beside `onHand`, not in it. `safety` is a warning threshold, it blocks nothing.
 */
export const stock = pgTable(
  'stock',
  {
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    warehouseId: uuid()
      .notNull()
      .references(() => warehouses.id),
    onHand: units().notNull().default(0),
    reserved: units().notNull().default(0),
    allocated: units().notNull().default(0),
    quarantine: units().notNull().default(0),
    inTransitIn: units().notNull().default(0),
    inTransitOut: units().notNull().default(0),
    safety: units().notNull().default(0),
    /** Kept by the database. They change seldom, so an index on them costs a placement nothing (decision 281). */
    isLow: boolean().notNull().generatedAlwaysAs(sql`on_hand - reserved - allocated < safety`),
    isOut: boolean().notNull().generatedAlwaysAs(sql`on_hand - reserved - allocated <= 0`),
  },
  (t) => [
    primaryKey({ columns: [t.skuId, t.warehouseId] }),
    index('stock_warehouse').on(t.warehouseId),
    index('stock_low').on(t.skuId, t.warehouseId).where(sql`${t.isLow}`),
    index('stock_out').on(t.skuId, t.warehouseId).where(sql`${t.isOut}`),
    index('stock_quarantine').on(t.skuId, t.warehouseId).where(sql`${t.quarantine} > 0`),
    index('stock_in_transit').on(t.skuId, t.warehouseId).where(sql`${t.inTransitIn} > 0`),
    check(
      'stock_not_oversold',
      sql`${t.reserved} >= 0 and ${t.allocated} >= 0 and ${t.reserved} + ${t.allocated} <= ${t.onHand}`,
    ),
    check('stock_beside', sql`${t.quarantine} >= 0 and ${t.inTransitIn} >= 0 and ${t.inTransitOut} >= 0`),
  ],
);

/**
 * Append-only: what moved, by how much, because of what. One cause writes one entry of a kind (I03). The leg of a transfer
 * writes two rows, one for each end: `counterpart` is the other.
 */
export const stockEntries = pgTable(
  'stock_entries',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    skuId: uuid().notNull(),
    warehouseId: uuid().notNull(),
    kind: text().notNull(),
    onHand: units().notNull().default(0),
    reserved: units().notNull().default(0),
    allocated: units().notNull().default(0),
    quarantine: units().notNull().default(0),
    inTransitIn: units().notNull().default(0),
    inTransitOut: units().notNull().default(0),
    counterpart: uuid(),
    causeType: text().notNull(),
    causeId: text().notNull(),
    reason: text(),
    actor: text().notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [
    foreignKey({
      columns: [t.skuId, t.warehouseId],
      foreignColumns: [stock.skuId, stock.warehouseId],
      name: 'stock_entries_balance',
    }),
    index('stock_entries_balance_seq').on(t.skuId, t.warehouseId, t.seq),
    uniqueIndex('stock_entries_cause').on(t.causeType, t.causeId, t.kind, t.skuId, t.warehouseId),
    check('stock_entries_kind', sql`${t.kind} in (${sql.raw(stockKinds.map((kind) => `'${kind}'`).join(', '))})`),
  ],
);

/**
 * Figures by SKU, for one warehouse or (under a key of zeros) for all, so that a list in their order need not sum every
 * balance. Nothing that moves stock writes here (decision 288). A page is found in its index alone. All are read from the smallest up: what is wanted from the
 * largest down is kept negative.
 */
export const stockTotals = pgTable(
  'stock_totals',
  {
    scope: uuid().notNull(),
    skuId: uuid()
      .notNull()
      .references(() => skus.id, { onDelete: 'cascade' }),
    itemNumber: text().notNull(),
    active: boolean().notNull(),
    byOnHand: units().notNull(),
    byAvailable: units().notNull(),
    byShort: units().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.skuId, t.scope] }),
    index('stock_totals_on_hand').on(t.scope, t.byOnHand, t.itemNumber, t.skuId, t.active),
    index('stock_totals_available').on(t.scope, t.byAvailable, t.itemNumber, t.skuId, t.active),
    index('stock_totals_short').on(t.scope, t.byShort, t.itemNumber, t.skuId, t.active),
  ],
);

/** Up to which entry of the ledger the totals go, and for which scopes there are any. At most one row. */
export const stockTotalsState = pgTable(
  'stock_totals_state',
  {
    one: boolean().primaryKey().default(true),
    upTo: bigint({ mode: 'number' }).notNull(),
    scopes: uuid().array().notNull(),
    /** How many SKUs are sold, as the totals have it. */
    active: bigint({ mode: 'number' }).notNull(),
  },
  (t) => [check('stock_totals_state_one', sql`${t.one}`)],
);

/** SKUs of which something was changed that the ledger does not tell: they are new, renamed, withdrawn, or have another safety stock. */
export const stockTotalMarks = pgTable('stock_total_marks', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  skuId: uuid().notNull(),
});

/** Goods promised to a line of an order. `reserved` until picking starts, `allocated` while picked, then consumed or released. */
export const reservations = pgTable(
  'reservations',
  {
    id: key(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    orderLineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    skuId: uuid().notNull(),
    warehouseId: uuid().notNull(),
    /** Units still held; shipments and releases lower it to 0. */
    quantity: units().notNull(),
    /** Part of it that lies picked. */
    picked: units().notNull().default(0),
    state: text().notNull().default('reserved'),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    // To the balance that the same transaction has moved. To the warehouse itself every order would put a lock on one of few rows.
    foreignKey({
      columns: [t.skuId, t.warehouseId],
      foreignColumns: [stock.skuId, stock.warehouseId],
      name: 'reservations_balance',
    }),
    index('reservations_order').on(t.orderId),
    index('reservations_line').on(t.orderLineId),
    index('reservations_sku').on(t.skuId),
    index('reservations_warehouse').on(t.warehouseId, t.state),
    check('reservations_state', sql`${t.state} in ('reserved', 'allocated', 'shipped', 'released')`),
    check('reservations_quantity', sql`${t.quantity} >= 0`),
    check('reservations_picked', sql`${t.picked} >= 0 and ${t.picked} <= ${t.quantity}`),
  ],
);

/** Goods that are to come: what makes "expected on" true before they are received. */
export const expectedReceipts = pgTable(
  'expected_receipts',
  {
    id: key(),
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    warehouseId: uuid()
      .notNull()
      .references(() => warehouses.id),
    quantity: units().notNull(),
    received: units().notNull().default(0),
    expectedOn: date({ mode: 'string' }).notNull(),
    reference: text(),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('expected_receipts_sku').on(t.skuId, t.expectedOn),
    index('expected_receipts_warehouse').on(t.warehouseId),
    check(
      'expected_receipts_quantity',
      sql`${t.quantity} > 0 and ${t.received} >= 0 and ${t.received} <= ${t.quantity}`,
    ),
  ],
);
