import type { UnitPriceE4 } from '@tradeline/domain/money';
import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { buyers } from './access.ts';
import { carts } from './carts.ts';
import { skus } from './catalog.ts';
import { type Bilingual, key, moment, money, units } from './columns.ts';
import { companies } from './customers.ts';
import { packed } from './packed.ts';

/** Where and to whom goods go, copied into the order so that a later change of the address book changes no document. */
export type AddressSnapshot = {
  contactName: string;
  phone: string;
  country: string;
  province: string;
  city: string;
  district: string;
  street: string;
  postalCode?: string | undefined;
};

/** To whom and how an invoice is made out. */
export type InvoiceTitleSnapshot = {
  kind: 'ordinary' | 'special';
  title: string;
  taxNumber?: string | undefined;
  bank?: string | undefined;
  account?: string | undefined;
  address?: string | undefined;
  phone?: string | undefined;
  email?: string | undefined;
};

/** The document. Amounts are the stored parts of the quote; `approval` and `version` move only together, by compare-and-set. */
export const orders = pgTable(
  'orders',
  {
    id: key(),
    number: text().notNull(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    /** Who placed it: a buyer, or nobody for an imported order. */
    buyerId: uuid().references(() => buyers.id),
    cartId: uuid().references(() => carts.id),
    channel: text().notNull().default('portal'),
    approval: text().notNull(),
    /** Display status of the trade, recomputed by the domain at every change and stored for lists and filters. */
    displayStatus: text().notNull(),
    paymentStatus: text().notNull(),
    version: integer().notNull().default(1),
    /** When it must be paid: `prepaid`, `on-delivery` (货到付款) or `terms` (账期, by `dueAt`). */
    paymentTerms: text().notNull(),
    currency: text().notNull().default('CNY'),
    goodsAmount: money().notNull(),
    discountAmount: money().notNull().default(sql`0`),
    shippingAmount: money().notNull().default(sql`0`),
    /** Tax inside the total (prices include tax). */
    taxAmount: money().notNull().default(sql`0`),
    totalAmount: money().notNull(),
    paidAmount: money().notNull().default(sql`0`),
    refundedAmount: money().notNull().default(sql`0`),
    /** Credit granted for goods that came back: what the order costs now is total - granted. */
    grantedAmount: money().notNull().default(sql`0`),
    /** The whole quote, with why each price and promotion holds (`PricedOrder`); of orders that came otherwise, what is known. */
    trace: packed().notNull(),
    /** Lines whose price was agreed by hand, which a rule may ask a person to look at. */
    agreedLines: integer().notNull().default(0),
    address: jsonb().$type<AddressSnapshot>().notNull(),
    contactName: text().notNull(),
    phone: text().notNull(),
    purchaseOrderNumber: text(),
    wishedDate: date({ mode: 'string' }),
    note: text(),
    carrierCode: text(),
    /** A member of staff who placed it on the customer's behalf; the document says so. */
    placedByStaffId: uuid(),
    deliveryMethod: text(),
    /** 发票抬头 as chosen at checkout, copied. */
    invoiceTitle: jsonb().$type<InvoiceTitleSnapshot>(),
    /** Must be in before the order is confirmed: all of a prepaid order, a share where risk asks for one. */
    prepayAmount: money().notNull().default(sql`0`),
    pointsUsed: integer().notNull().default(0),
    /** What its buyer wished to use, whether this order could or not: a change tries it again. */
    pointsAsked: integer().notNull().default(0),
    couponsAsked: text().array().notNull().default(sql`'{}'::text[]`),
    pointsAmount: money().notNull().default(sql`0`),
    /** What the promotions and coupons in `trace` are called, so that a past order reads without them. */
    promotionNames: jsonb().$type<Record<string, Bilingual>>().notNull().default({}),
    /** When an unpaid prepaid order ends by itself. */
    payUntil: moment(),
    /** Which terms of sale the buyer agreed to. */
    termsVersion: text(),
    dueAt: moment(),
    /** 1: urgent (加急), picked and served before the others. */
    priority: integer().notNull().default(0),
    placedAt: moment().notNull().default(sql`now()`),
    confirmedAt: moment(),
    closedAt: moment(),
    source: text(),
  },
  (t) => [
    uniqueIndex('orders_number').on(t.number),
    unique('orders_company_scope').on(t.companyId, t.id),
    uniqueIndex('orders_cart').on(t.cartId),
    // Read backwards for the newest first; one that says "descending" puts nulls elsewhere than the query and is of no use.
    index('orders_company_placed').on(t.companyId, t.placedAt, t.id),
    index('orders_placed').on(t.placedAt, t.id),
    index('orders_status_placed').on(t.displayStatus, t.placedAt, t.id),
    index('orders_buyer').on(t.buyerId),
    check(
      'orders_amounts',
      sql`${t.totalAmount} = ${t.goodsAmount} - ${t.discountAmount} + ${t.shippingAmount} and ${t.totalAmount} >= 0`,
    ),
    check(
      'orders_approval',
      sql`${t.approval} in ('draft', 'submitted', 'in-review', 'awaiting-payment', 'confirmed', 'picking', 'closed', 'cancelled', 'rejected')`,
    ),
    check('orders_payment_terms', sql`${t.paymentTerms} in ('prepaid', 'on-delivery', 'terms')`),
    index('orders_pay_until').on(t.payUntil).where(sql`${t.approval} = 'awaiting-payment'`),
    /** What is owed by a day, company by company: asked at every order on terms. A placement writes nothing into it. */
    index('orders_due')
      .on(t.companyId)
      .where(
        sql`${t.paymentTerms} = 'terms' and ${t.dueAt} is not null and ${t.approval} in ('picking', 'closed') and ${t.totalAmount} - ${t.grantedAmount} - ${t.paidAmount} + ${t.refundedAmount} > 0`,
      ),
    check('orders_prepay', sql`${t.prepayAmount} >= 0 and ${t.prepayAmount} <= ${t.totalAmount}`),
    check('orders_points', sql`${t.pointsUsed} >= 0 and ${t.pointsAmount} >= 0`),
    check('orders_granted_within_total', sql`${t.grantedAmount} >= 0 and ${t.grantedAmount} <= ${t.totalAmount}`),
    check('orders_refund_within_paid', sql`${t.refundedAmount} >= 0 and ${t.refundedAmount} <= ${t.paidAmount}`),
  ],
);

/**
 * How many orders stand in each status, as a sum of what was added and taken away; triggers write it. Only ever added to,
 * so that two orders placed at once do not wait for each other's count; the sweeper sums up what has gathered.
 */
export const orderTallies = pgTable('order_tallies', {
  displayStatus: text().notNull(),
  orders: bigint({ mode: 'number' }).notNull(),
});

export const orderLines = pgTable(
  'order_lines',
  {
    id: key(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    position: integer().notNull(),
    skuId: uuid()
      .notNull()
      .references(() => skus.id),
    /** What it was called and looked like on the day. */
    itemNumber: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    optionText: jsonb().$type<Bilingual>(),
    unit: jsonb().$type<Bilingual>().notNull(),
    quantity: units().notNull(),
    unitPriceE4: bigint({ mode: 'number' }).$type<UnitPriceE4>().notNull(),
    priceListId: uuid(),
    grossAmount: money().notNull(),
    discountAmount: money().notNull().default(sql`0`),
    netAmount: money().notNull(),
    taxRate: text().notNull(),
    taxAmount: money().notNull(),
    cancelled: units().notNull().default(0),
    picked: units().notNull().default(0),
    shipped: units().notNull().default(0),
    delivered: units().notNull().default(0),
    returned: units().notNull().default(0),
    refunded: units().notNull().default(0),
    isGift: boolean().notNull().default(false),
    /** What fell off with units that were closed as the rest: with it the line's amounts are those it was placed at. */
    closedGross: money().notNull().default(sql`0`),
    closedNet: money().notNull().default(sql`0`),
  },
  (t) => [
    uniqueIndex('order_lines_position').on(t.orderId, t.position),
    index('order_lines_sku').on(t.skuId),
    index('order_lines_item_number').on(t.itemNumber),
    check('order_lines_amounts', sql`${t.netAmount} = ${t.grossAmount} - ${t.discountAmount} and ${t.netAmount} >= 0`),
    check(
      'order_lines_quantities',
      sql`${t.quantity} > 0 and ${t.cancelled} >= 0 and ${t.shipped} >= 0 and ${t.shipped} + ${t.cancelled} <= ${t.quantity} and ${t.delivered} <= ${t.shipped} and ${t.returned} <= ${t.shipped}`,
    ),
  ],
);

/** The order's history: one row per accepted command, gapless by version (I16). */
export const orderEvents = pgTable(
  'order_events',
  {
    id: key(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    version: integer().notNull(),
    action: text().notNull(),
    fromApproval: text(),
    toApproval: text().notNull(),
    displayStatus: text().notNull(),
    actorType: text().notNull(),
    actorId: text(),
    actorName: text().notNull(),
    comment: text(),
    facts: jsonb().notNull().default({}),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [uniqueIndex('order_events_version').on(t.orderId, t.version)],
);
