import { sql } from 'drizzle-orm';
import { boolean, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { buyers } from './access.ts';
import { type Bilingual, key, moment } from './columns.ts';
import { companies } from './customers.ts';
import { uploads } from './operations.ts';
import { orders } from './orders.ts';

/** 发票抬头 of a company. */
export const invoiceTitles = pgTable(
  'invoice_titles',
  {
    id: key(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    /** 普票 or 专票 (value-added tax special invoice: number, bank, address and phone are asked). */
    kind: text().notNull().default('ordinary'),
    title: text().notNull(),
    taxNumber: text(),
    bank: text(),
    account: text(),
    address: text(),
    phone: text(),
    email: text(),
    isDefault: boolean().notNull().default(false),
    archivedAt: moment(),
  },
  (t) => [
    index('invoice_titles_company').on(t.companyId),
    uniqueIndex('invoice_titles_one_default').on(t.companyId).where(sql`${t.isDefault} and ${t.archivedAt} is null`),
    check('invoice_titles_kind', sql`${t.kind} in ('ordinary', 'special')`),
  ],
);

/** How goods reach the customer and what that costs; `rule` is the domain's freight rule. */
export const deliveryMethods = pgTable(
  'delivery_methods',
  {
    id: key(),
    code: text().notNull(),
    name: jsonb().$type<Bilingual>().notNull(),
    hint: jsonb().$type<Bilingual>(),
    rule: jsonb().notNull(),
    taxRate: text().notNull().default('9'),
    active: boolean().notNull().default(true),
    position: integer().notNull().default(0),
  },
  (t) => [uniqueIndex('delivery_methods_code').on(t.code)],
);

/** A file that belongs to an order: the customer's purchase order, a picture in a message. */
export const orderAttachments = pgTable(
  'order_attachments',
  {
    id: key(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    messageId: uuid().references(() => orderMessages.id),
    uploadId: uuid()
      .notNull()
      .references(() => uploads.id),
    byType: text().notNull(),
    byName: text().notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('order_attachments_order').on(t.orderId),
    index('order_attachments_message').on(t.messageId),
    uniqueIndex('order_attachments_upload').on(t.uploadId),
  ],
);

/** What customer and staff say to each other about an order; `internal` stays among staff. */
export const orderMessages = pgTable(
  'order_messages',
  {
    id: key(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    authorType: text().notNull(),
    authorId: uuid(),
    authorName: text().notNull(),
    text: text().notNull(),
    internal: boolean().notNull().default(false),
    at: moment().notNull().default(sql`now()`),
    /** When the other side first saw it. */
    readAt: moment(),
  },
  (t) => [
    index('order_messages_order').on(t.orderId, t.at),
    index('order_messages_unread').on(t.companyId).where(sql`${t.readAt} is null and not ${t.internal}`),
    check('order_messages_author', sql`${t.authorType} in ('buyer', 'staff', 'system')`),
  ],
);

/** Something a person should know, on his screens until he has read it. */
export const notifications = pgTable(
  'notifications',
  {
    id: key(),
    personType: text().notNull(),
    personId: uuid().notNull(),
    kind: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    payload: jsonb().notNull().default({}),
    /** One event tells a person once. */
    cause: text().notNull(),
    at: moment().notNull().default(sql`now()`),
    readAt: moment(),
  },
  (t) => [
    uniqueIndex('notifications_cause').on(t.personType, t.personId, t.cause),
    index('notifications_person').on(t.personType, t.personId, t.at),
    check('notifications_person_type', sql`${t.personType} in ('buyer', 'staff')`),
  ],
);

/** Which ways a person wants to be told of a kind of thing; without a row, the shop's default. */
export const notificationPreferences = pgTable(
  'notification_preferences',
  {
    id: key(),
    personType: text().notNull(),
    personId: uuid().notNull(),
    kind: text().notNull(),
    channels: text().array().notNull(),
  },
  (t) => [uniqueIndex('notification_preferences_one').on(t.personType, t.personId, t.kind)],
);

/** Mail and SMS on their way out: written first, sent after commit, the outcome noted; one cause is sent once. */
export const sendings = pgTable(
  'sendings',
  {
    id: key(),
    channel: text().notNull(),
    /** Whom it is for, and his address or number as it was then. */
    personType: text().notNull().default('buyer'),
    personId: uuid(),
    recipient: text().notNull(),
    template: text().notNull(),
    payload: jsonb().notNull(),
    cause: text().notNull(),
    state: text().notNull().default('waiting'),
    attempts: integer().notNull().default(0),
    error: text(),
    /** Not tried before; while somebody tries, the moment from which another may. */
    dueAt: moment().notNull().default(sql`now()`),
    createdAt: moment().notNull().default(sql`now()`),
    sentAt: moment(),
  },
  (t) => [
    uniqueIndex('sendings_cause').on(t.channel, t.recipient, t.cause),
    index('sendings_created').on(t.createdAt, t.id),
    index('sendings_waiting').on(t.dueAt).where(sql`${t.state} = 'waiting'`),
    check(
      'sendings_state',
      sql`${t.channel} in ('mail', 'sms') and ${t.state} in ('waiting', 'sent', 'failed', 'unknown')`,
    ),
  ],
);

/** Who agreed to which version of which text, when. */
export const consents = pgTable(
  'consents',
  {
    id: key(),
    buyerId: uuid()
      .notNull()
      .references(() => buyers.id),
    document: text().notNull(),
    version: text().notNull(),
    at: moment().notNull().default(sql`now()`),
    withdrawnAt: moment(),
  },
  (t) => [uniqueIndex('consents_one').on(t.buyerId, t.document, t.version)],
);

/** Settings of the shop that staff change: review steps, automatic rules, payment windows. `value` is checked when read. */
export const settings = pgTable('settings', {
  key: text().primaryKey(),
  value: jsonb().notNull(),
  version: integer().notNull().default(1),
  updatedAt: moment().notNull().default(sql`now()`),
  updatedBy: text().notNull(),
});
