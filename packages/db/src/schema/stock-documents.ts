import type { StockKind } from '@tradeline/domain/inventory';
import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
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
import { key, moment, money, units } from './columns.ts';
import { warehouses } from './inventory.ts';
import type { NamedLot } from './lots.ts';

const place = () =>
  uuid()
    .notNull()
    .references(() => warehouses.id);
const sku = () =>
  uuid()
    .notNull()
    .references(() => skus.id);

/** 库存调整单: somebody found that stock is other than the books say. Above a value a second pair of eyes books it. */
export const stockAdjustments = pgTable(
  'stock_adjustments',
  {
    id: key(),
    number: text().notNull(),
    warehouseId: place(),
    reason: text().notNull(),
    note: text().notNull().default(''),
    state: text().notNull(),
    /** What the changes are worth at cost, each without its sign. */
    value: money().notNull(),
    requestedBy: uuid().notNull(),
    requestedByName: text().notNull(),
    requestedAt: moment().notNull().default(sql`now()`),
    decidedBy: uuid(),
    decidedByName: text(),
    decidedAt: moment(),
    comment: text(),
  },
  (t) => [
    uniqueIndex('stock_adjustments_number').on(t.number),
    index('stock_adjustments_state').on(t.state, t.requestedAt.desc()),
    index('stock_adjustments_warehouse').on(t.warehouseId),
    check('stock_adjustments_state_known', sql`${t.state} in ('pending', 'booked', 'rejected')`),
    check(
      'stock_adjustments_reason',
      sql`${t.reason} in ('damage', 'loss', 'found', 'expired', 'sample', 'correction', 'other')`,
    ),
  ],
);

export type AdjustKind = Extract<StockKind, 'adjust' | 'quarantine' | 'restock' | 'scrap'>;
export const stockAdjustmentLines = pgTable(
  'stock_adjustment_lines',
  {
    adjustmentId: uuid()
      .notNull()
      .references(() => stockAdjustments.id, { onDelete: 'cascade' }),
    skuId: sku(),
    kind: text().$type<AdjustKind>().notNull(),
    /** Signed for `adjust`, else how many are moved. */
    quantity: units().notNull(),
    unitCost: money().notNull(),
    /** Of goods kept by lot: which, with the sign of the line. */
    lots: jsonb().$type<NamedLot[]>(),
  },
  (t) => [
    primaryKey({ columns: [t.adjustmentId, t.skuId, t.kind] }),
    index('stock_adjustment_lines_sku').on(t.skuId),
    check('stock_adjustment_lines_kind', sql`${t.kind} in ('adjust', 'quarantine', 'restock', 'scrap')`),
    check('stock_adjustment_lines_quantity', sql`${t.quantity} <> 0 and (${t.kind} = 'adjust' or ${t.quantity} > 0)`),
  ],
);

/** 盘点单: shelves counted one by one; the differences are posted together. Blind: who counts is not told the book figure. */
export const stockCounts = pgTable(
  'stock_counts',
  {
    id: key(),
    number: text().notNull(),
    warehouseId: place(),
    scope: text().notNull(),
    blind: boolean().notNull().default(false),
    state: text().notNull().default('open'),
    note: text().notNull().default(''),
    startedBy: uuid().notNull(),
    startedByName: text().notNull(),
    startedAt: moment().notNull().default(sql`now()`),
    endedByName: text(),
    endedAt: moment(),
  },
  (t) => [
    uniqueIndex('stock_counts_number').on(t.number),
    index('stock_counts_state').on(t.state, t.startedAt.desc()),
    index('stock_counts_warehouse').on(t.warehouseId),
    check('stock_counts_state_known', sql`${t.state} in ('open', 'posted', 'cancelled')`),
    check('stock_counts_scope', sql`${t.scope} in ('full', 'cyclic', 'chosen')`),
  ],
);

export type CountedLot = { code: string; expiresOn: string | null; counted: number; book: number };
/** A shelf to count. The book figures are those of the moment at which it was counted (decision 124). */
export const stockCountLines = pgTable(
  'stock_count_lines',
  {
    countId: uuid()
      .notNull()
      .references(() => stockCounts.id, { onDelete: 'cascade' }),
    skuId: sku(),
    position: integer().notNull(),
    counted: units(),
    /** Of goods kept by lot: what was counted of each, and what the books said then. */
    lots: jsonb().$type<CountedLot[]>(),
    bookOnHand: units(),
    bookReserved: units(),
    bookAllocated: units(),
    countedBy: uuid(),
    countedByName: text(),
    countedAt: moment(),
    /** What was counted before it was counted again, and by whom. */
    firstCounted: units(),
    firstCountedBy: uuid(),
  },
  (t) => [
    primaryKey({ columns: [t.countId, t.skuId] }),
    index('stock_count_lines_place').on(t.countId, t.position),
    index('stock_count_lines_sku').on(t.skuId, t.countedAt),
    check('stock_count_lines_counted', sql`${t.counted} >= 0 and (${t.counted} is null) = (${t.bookOnHand} is null)`),
  ],
);

/** 调拨单: goods that change warehouses. Between the legs they belong to neither shelf. */
export const stockTransfers = pgTable(
  'stock_transfers',
  {
    id: key(),
    number: text().notNull(),
    fromId: place(),
    toId: place(),
    state: text().notNull().default('draft'),
    note: text().notNull().default(''),
    expectedOn: date({ mode: 'string' }),
    /** Times something of it came. */
    receipts: integer().notNull().default(0),
    createdByName: text().notNull(),
    createdAt: moment().notNull().default(sql`now()`),
    sentByName: text(),
    sentAt: moment(),
    receivedByName: text(),
    receivedAt: moment(),
  },
  (t) => [
    uniqueIndex('stock_transfers_number').on(t.number),
    index('stock_transfers_state').on(t.state, t.createdAt.desc()),
    index('stock_transfers_from').on(t.fromId),
    index('stock_transfers_to').on(t.toId),
    check('stock_transfers_state_known', sql`${t.state} in ('draft', 'in-transit', 'received', 'cancelled')`),
    check('stock_transfers_ends', sql`${t.fromId} <> ${t.toId}`),
  ],
);

export const stockTransferLines = pgTable(
  'stock_transfer_lines',
  {
    transferId: uuid()
      .notNull()
      .references(() => stockTransfers.id, { onDelete: 'cascade' }),
    skuId: sku(),
    quantity: units().notNull(),
    received: units().notNull().default(0),
    lost: units().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.transferId, t.skuId] }),
    index('stock_transfer_lines_sku').on(t.skuId),
    check(
      'stock_transfer_lines_quantity',
      sql`${t.quantity} > 0 and ${t.received} >= 0 and ${t.lost} >= 0 and ${t.received} + ${t.lost} <= ${t.quantity}`,
    ),
  ],
);

/** An alert that somebody has seen and put off: nobody is told of it again before its day. */
export const stockSnoozes = pgTable(
  'stock_snoozes',
  {
    skuId: sku(),
    warehouseId: place(),
    until: moment().notNull(),
    reason: text().notNull().default(''),
    byName: text().notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.skuId, t.warehouseId] }), index('stock_snoozes_warehouse').on(t.warehouseId)],
);

/** 库位: where goods lie in a warehouse, in the order in which its zones are walked. */
export const bins = pgTable(
  'bins',
  {
    id: key(),
    warehouseId: place(),
    zone: text().notNull(),
    code: text().notNull(),
  },
  (t) => [uniqueIndex('bins_code').on(t.warehouseId, t.code), index('bins_zone').on(t.warehouseId, t.zone, t.code)],
);

/** Which goods lie in a bin. */
export const binGoods = pgTable(
  'bin_goods',
  {
    binId: uuid()
      .notNull()
      .references(() => bins.id, { onDelete: 'cascade' }),
    skuId: sku(),
  },
  (t) => [primaryKey({ columns: [t.binId, t.skuId] }), index('bin_goods_sku').on(t.skuId)],
);

/** How the goods sell beside what lies there, worked out by a job once a day. */
export const stockTurnover = pgTable(
  'stock_turnover',
  {
    skuId: uuid()
      .primaryKey()
      .references(() => skus.id, { onDelete: 'cascade' }),
    /** Units shipped in the last 90 and 365 days. */
    shipped90: units().notNull(),
    shipped365: units().notNull(),
    /** Cost of goods sold in 365 days and mean value of stock over them. */
    cogs: money().notNull(),
    averageValue: money().notNull(),
    value: money().notNull(),
    onHand: units().notNull(),
    /** In hundredths. */
    turnsBp: integer(),
    daysOfStock: integer(),
    abc: text(),
    xyz: text(),
    lastSoldAt: moment(),
    firstReceivedAt: moment(),
    /** Since when nothing of it was sold, for goods that lie too long. */
    deadSince: moment(),
    computedAt: moment().notNull().default(sql`now()`),
  },
  (t) => [index('stock_turnover_dead').on(t.skuId).where(sql`${t.deadSince} is not null`)],
);
