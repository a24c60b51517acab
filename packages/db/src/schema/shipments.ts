import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { key, moment, units } from './columns.ts';
import { orderLines, orders } from './orders.ts';

/** A parcel, or all that left for an order at once: what is in it, how it travels, how far it has come. */
export const shipments = pgTable(
  'shipments',
  {
    id: key(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    number: text().notNull(),
    warehouseId: uuid().notNull(),
    carrier: text().notNull(),
    /** What the carrier is called where its parcels are asked after; absent: nobody can be asked. */
    carrierCode: text(),
    trackingNumber: text(),
    /** Grams and millimetres, as weighed and measured when it was packed. */
    weightG: integer(),
    lengthMm: integer(),
    widthMm: integer(),
    heightMm: integer(),
    /** When the carrier was asked to tell of it, and when it was last asked after. */
    subscribedAt: moment(),
    askedAt: moment(),
    state: text().notNull().default('shipped'),
    shippedAt: moment().notNull().default(sql`now()`),
    deliveredAt: moment(),
  },
  (t) => [
    uniqueIndex('shipments_number').on(t.number),
    index('shipments_order').on(t.orderId),
    index('shipments_tracking').on(t.trackingNumber),
    index('shipments_lost').on(t.id).where(sql`${t.state} = 'lost'`),
    index('shipments_watched')
      .on(t.shippedAt)
      .where(
        sql`${t.carrierCode} is not null and ${t.trackingNumber} is not null and ${t.state} in ('shipped', 'in-transit')`,
      ),
    check('shipments_state', sql`${t.state} in ('shipped', 'in-transit', 'delivered', 'lost')`),
  ],
);

export const shipmentLines = pgTable(
  'shipment_lines',
  {
    id: key(),
    shipmentId: uuid()
      .notNull()
      .references(() => shipments.id),
    orderLineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    quantity: units().notNull(),
    /** The lots that were sent, for goods kept by lot. */
    lots: jsonb().$type<{ code: string; expiresOn: string | null; quantity: number }[]>(),
  },
  (t) => [
    index('shipment_lines_shipment').on(t.shipmentId),
    index('shipment_lines_line').on(t.orderLineId),
    check('shipment_lines_quantity', sql`${t.quantity} > 0`),
  ],
);
