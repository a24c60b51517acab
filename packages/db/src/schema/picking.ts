import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { skus } from './catalog.ts';
import { key, moment, units } from './columns.ts';
import { reservations, warehouses } from './inventory.ts';
import type { NamedLot } from './lots.ts';
import { orderLines, orders } from './orders.ts';
import { shipments } from './shipments.ts';

/** 拣货单: orders of one warehouse that are picked in one walk. It is done when nothing on it is open. */
export const pickLists = pgTable(
  'pick_lists',
  {
    id: key(),
    number: text().notNull(),
    warehouseId: uuid()
      .notNull()
      .references(() => warehouses.id),
    /** What its orders have in common: a way of delivery, a region, nothing. */
    groupedBy: text().notNull(),
    groupKey: text(),
    state: text().notNull().default('open'),
    createdByName: text().notNull(),
    createdAt: moment().notNull().default(sql`now()`),
    endedAt: moment(),
  },
  (t) => [
    uniqueIndex('pick_lists_number').on(t.number),
    index('pick_lists_state').on(t.state, t.createdAt.desc()),
    index('pick_lists_warehouse').on(t.warehouseId),
    check('pick_lists_state_known', sql`${t.state} in ('open', 'done', 'cancelled')`),
  ],
);

/** One stop: units of an order's line at one place. `slot` is the box of its order on the cart. */
export const pickLines = pgTable(
  'pick_lines',
  {
    id: key(),
    listId: uuid()
      .notNull()
      .references(() => pickLists.id),
    position: integer().notNull(),
    slot: integer().notNull(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    orderLineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    reservationId: uuid()
      .notNull()
      .references(() => reservations.id),
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    zone: text(),
    bin: text(),
    quantity: units().notNull(),
    picked: units().notNull().default(0),
    short: units().notNull().default(0),
    /** No longer wanted: the order was cancelled, went without being picked, or the list was given up. */
    dropped: units().notNull().default(0),
    shortReason: text(),
    shortRest: text(),
    doneByName: text(),
    doneAt: moment(),
  },
  (t) => [
    uniqueIndex('pick_lines_position').on(t.listId, t.position),
    index('pick_lines_order').on(t.orderId),
    index('pick_lines_order_line').on(t.orderLineId),
    index('pick_lines_reservation').on(t.reservationId),
    index('pick_lines_sku').on(t.skuId),
    index('pick_lines_missed').on(t.orderLineId).where(sql`${t.short} > 0`),
    // Held goods are asked for by one open stop at a time.
    uniqueIndex('pick_lines_one_open')
      .on(t.reservationId)
      .where(sql`${t.quantity} > ${t.picked} + ${t.short} + ${t.dropped}`),
    check(
      'pick_lines_figures',
      sql`${t.quantity} > 0 and ${t.picked} >= 0 and ${t.short} >= 0 and ${t.dropped} >= 0 and ${t.picked} + ${t.short} + ${t.dropped} <= ${t.quantity}`,
    ),
    check('pick_lines_short', sql`(${t.short} = 0) = (${t.shortReason} is null)`),
  ],
);

/** 物流动态: what a carrier said of a parcel, once each, as it was said. */
export const trackingEvents = pgTable(
  'tracking_events',
  {
    id: key(),
    shipmentId: uuid()
      .notNull()
      .references(() => shipments.id),
    kind: text().notNull(),
    /** When it happened, by the carrier's clock. */
    at: moment().notNull(),
    text: text().notNull(),
    heardAt: moment().notNull().default(sql`now()`),
    /** Whether it was told or asked for. */
    heardBy: text().notNull(),
  },
  (t) => [
    uniqueIndex('tracking_events_once').on(t.shipmentId, t.at, t.text),
    check(
      'tracking_events_kind',
      sql`${t.kind} in ('accepted', 'in-transit', 'out-for-delivery', 'delivered', 'problem', 'returning', 'returned')`,
    ),
    check('tracking_events_heard_by', sql`${t.heardBy} in ('push', 'poll')`),
  ],
);

/** 放回货架: units that lay picked for an order that was cancelled or closed. They stand in quarantine until somebody has put them back. */
export const putBacks = pgTable(
  'put_backs',
  {
    id: key(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    warehouseId: uuid()
      .notNull()
      .references(() => warehouses.id),
    units: units().notNull(),
    /** The lots that lay in the box, for goods kept by lot. */
    lots: jsonb().$type<NamedLot[]>(),
    createdAt: moment().notNull().default(sql`now()`),
    doneAt: moment(),
    doneByName: text(),
  },
  (t) => [
    index('put_backs_open').on(t.createdAt).where(sql`${t.doneAt} is null`),
    index('put_backs_order').on(t.orderId),
    index('put_backs_sku').on(t.skuId),
    index('put_backs_warehouse').on(t.warehouseId),
    check('put_backs_units', sql`${t.units} > 0`),
  ],
);
