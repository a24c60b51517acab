import { sql } from 'drizzle-orm';
import { bigint, check, date, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { skus } from './catalog.ts';
import { key, moment, units } from './columns.ts';
import { reservations, warehouses } from './inventory.ts';

/** 批次: goods of one SKU made together. The one without a code is of goods whose lot nobody noted. */
export const lots = pgTable(
  'lots',
  {
    id: key(),
    skuId: uuid()
      .notNull()
      .references(() => skus.id, { onDelete: 'cascade' }),
    code: text().notNull(),
    /** The last day on which it may be sent. */
    expiresOn: date({ mode: 'string' }),
    createdAt: moment().notNull().default(sql`now()`),
    /** Its nearing end was seen and put off. */
    snoozedUntil: moment(),
    snoozedByName: text(),
  },
  (t) => [
    uniqueIndex('lots_code').on(t.skuId, t.code),
    index('lots_expiry').on(t.expiresOn).where(sql`${t.expiresOn} is not null`),
  ],
);

/**
 * What of a lot lies where: a fold of `lot_entries`. Over its lots it sums up to the balance of the SKU; what is promised is
 * not known by lot, since lots are chosen when goods are picked.
 */
export const lotStock = pgTable(
  'lot_stock',
  {
    lotId: uuid()
      .notNull()
      .references(() => lots.id, { onDelete: 'cascade' }),
    warehouseId: uuid()
      .notNull()
      .references(() => warehouses.id),
    onHand: units().notNull().default(0),
    quarantine: units().notNull().default(0),
    inTransitIn: units().notNull().default(0),
    inTransitOut: units().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.lotId, t.warehouseId] }),
    index('lot_stock_warehouse').on(t.warehouseId),
    check(
      'lot_stock_figures',
      sql`${t.onHand} >= 0 and ${t.quarantine} >= 0 and ${t.inTransitIn} >= 0 and ${t.inTransitOut} >= 0`,
    ),
  ],
);

/** The ledger of lots, append-only. A cause moves of its lots together what it moves of the SKU. */
export const lotEntries = pgTable(
  'lot_entries',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    lotId: uuid()
      .notNull()
      .references(() => lots.id),
    warehouseId: uuid().notNull(),
    /** As in `stock_entries`; `open` and `close` when a product begins or ends to be kept by lot. */
    kind: text().notNull(),
    onHand: units().notNull().default(0),
    quarantine: units().notNull().default(0),
    inTransitIn: units().notNull().default(0),
    inTransitOut: units().notNull().default(0),
    causeType: text().notNull(),
    causeId: text().notNull(),
    actor: text().notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('lot_entries_lot').on(t.lotId, t.seq),
    index('lot_entries_cause').on(t.causeType, t.causeId),
    index('lot_entries_warehouse').on(t.warehouseId),
  ],
);

/** A lot as a document or a parcel names it. */
export type NamedLot = { code: string; expiresOn: string | null; quantity: number };

/** Of which lots the units were picked that lie in an order's box. */
export const pickedLots = pgTable(
  'picked_lots',
  {
    reservationId: uuid()
      .notNull()
      .references(() => reservations.id, { onDelete: 'cascade' }),
    lotId: uuid()
      .notNull()
      .references(() => lots.id),
    units: units().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reservationId, t.lotId] }),
    index('picked_lots_lot').on(t.lotId),
    check('picked_lots_units', sql`${t.units} > 0`),
  ],
);
