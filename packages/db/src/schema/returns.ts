import type { Minor } from '@tradeline/domain/money';
import { sql } from 'drizzle-orm';
import { check, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { key, moment, money, units } from './columns.ts';
import { companies } from './customers.ts';
import { warehouses } from './inventory.ts';
import { uploads } from './operations.ts';
import { orderLines, orders } from './orders.ts';

/** What became of a settled return, step by step, as it was shown before it was confirmed. Amounts in minor units. */
export type ReturnSettlement = {
  /** Of each line's units; they add up to the step `goods`. */
  shares: { lineId: string; units: number; amount: Minor }[];
  steps: { what: 'goods' | 'shipping' | 'gifts-kept' | 'deduction'; amount: Minor }[];
  deductionReason: string | null;
  /** The part that the order no longer owes, and the part that goes back. They add up to what was granted. */
  setOff: Minor;
  paidBack: { method: string; to: 'balance' | 'gateway' | 'bank'; amount: Minor }[];
  creditReleased: Minor;
  points: { restored: number; clawedBack: number };
};

/** 退货单: what comes back of an order and what became of it, by the domain's return machine. */
export const returns = pgTable(
  'returns',
  {
    id: key(),
    number: text().notNull(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    state: text().notNull().default('requested'),
    wish: text().notNull(),
    reason: text().notNull(),
    comment: text(),
    /** What staff said to the request: how to send it back, or why not. */
    answer: text(),
    /** Where it was received. */
    warehouseId: uuid().references(() => warehouses.id),
    carrier: text(),
    trackingNumber: text(),
    /** What was granted for the goods, with the parts it was made of. */
    granted: money().notNull().default(sql`0`),
    payout: jsonb().$type<ReturnSettlement>(),
    /** 红字单号: under which number the customer owes less or gets money back. */
    creditNote: text(),
    replacementId: uuid().references(() => orders.id),
    requestedBy: text().notNull(),
    requestedAt: moment().notNull().default(sql`now()`),
    settledAt: moment(),
  },
  (t) => [
    uniqueIndex('returns_number').on(t.number),
    uniqueIndex('returns_credit_note').on(t.creditNote),
    index('returns_warehouse').on(t.warehouseId),
    index('returns_order').on(t.orderId),
    index('returns_company').on(t.companyId, t.requestedAt),
    index('returns_state').on(t.state, t.requestedAt),
    index('returns_replacement').on(t.replacementId),
    check(
      'returns_state_known',
      sql`${t.state} in ('requested', 'approved', 'sent-back', 'received', 'inspected', 'refunded', 'replaced', 'rejected', 'cancelled')`,
    ),
    check(
      'returns_reason',
      sql`${t.reason} in ('wrong-item', 'damaged', 'defective', 'not-as-described', 'not-needed', 'other')`,
    ),
    check('returns_wish', sql`${t.wish} in ('refund', 'replace') and ${t.granted} >= 0`),
  ],
);

export const returnLines = pgTable(
  'return_lines',
  {
    returnId: uuid()
      .notNull()
      .references(() => returns.id, { onDelete: 'cascade' }),
    orderLineId: uuid()
      .notNull()
      .references(() => orderLines.id),
    quantity: units().notNull(),
    received: units(),
    good: units(),
    damaged: units(),
    note: text(),
  },
  (t) => [
    primaryKey({ columns: [t.returnId, t.orderLineId] }),
    index('return_lines_line').on(t.orderLineId),
    check(
      'return_lines_quantities',
      sql`${t.quantity} > 0 and coalesce(${t.received}, 0) between 0 and ${t.quantity} and coalesce(${t.good}, 0) >= 0 and coalesce(${t.damaged}, 0) >= 0 and coalesce(${t.good}, 0) + coalesce(${t.damaged}, 0) <= coalesce(${t.received}, 0)`,
    ),
  ],
);

/** Pictures a customer sent with his request. */
export const returnPictures = pgTable(
  'return_pictures',
  {
    uploadId: uuid()
      .primaryKey()
      .references(() => uploads.id),
    returnId: uuid()
      .notNull()
      .references(() => returns.id, { onDelete: 'cascade' }),
    stem: text().notNull(),
    widths: integer().array().notNull(),
    position: integer().notNull().default(0),
  },
  (t) => [index('return_pictures_return').on(t.returnId)],
);
