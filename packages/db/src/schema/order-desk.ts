import type { Day } from '@tradeline/domain/kernel';
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
import { staff } from './access.ts';
import { key, moment } from './columns.ts';
import { companies } from './customers.ts';
import { orders } from './orders.ts';

/**
 * 审核: the reviews of an order, as they were set up when its review began. `round` is the order's version at that moment:
 * an order that was sent back begins another; what was open of the one before is removed, what was passed stays.
 */
export const orderReviews = pgTable(
  'order_reviews',
  {
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    round: integer().notNull(),
    step: text().notNull(),
    position: integer().notNull(),
    roles: text().array().notNull(),
    ownPerson: boolean().notNull(),
    passedBy: uuid().references(() => staff.id),
    passedByName: text(),
    passedAt: moment(),
  },
  (t) => [
    primaryKey({ columns: [t.orderId, t.round, t.step] }),
    index('order_reviews_open').on(t.step, t.orderId).where(sql`${t.passedBy} is null`),
    check('order_reviews_step', sql`${t.step} in ('order', 'finance', 'release')`),
    check('order_reviews_passed', sql`(${t.passedBy} is null) = (${t.passedAt} is null)`),
  ],
);

/** 常用视图: a list of orders as somebody has narrowed it, kept by name; a shared one is seen by all of the staff. */
export const orderViews = pgTable(
  'order_views',
  {
    id: key(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    name: text().notNull(),
    shared: boolean().notNull().default(false),
    search: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [uniqueIndex('order_views_name').on(t.staffId, t.name), index('order_views_shared').on(t.shared)],
);

/** 信用放行: somebody took it upon himself that an order goes on though credit stands against it, for a time, with a reason. */
export const creditOverrides = pgTable(
  'credit_overrides',
  {
    id: key(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    /** Kinds of reasons that no longer stand against the order. */
    kinds: text().array().notNull(),
    reason: text().notNull(),
    /** The last business day on which it counts. */
    expiresOn: date().$type<Day>().notNull(),
    staffId: uuid()
      .notNull()
      .references(() => staff.id),
    staffName: text().notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('credit_overrides_order').on(t.orderId, t.expiresOn),
    index('credit_overrides_company').on(t.companyId),
  ],
);

/**
 * 自动流转: what the flow of orders is to do by itself, one row for an event that may ask for it. Done in the transaction of
 * its effect, so that one event has it once, whoever dies on the way; `outcome` says what was done or why it was left.
 */
export const orderFlow = pgTable(
  'order_flow',
  {
    eventId: uuid().primaryKey(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    event: text().notNull(),
    attempts: integer().notNull().default(0),
    outcome: jsonb().$type<Record<string, unknown>>(),
    at: moment().notNull().default(sql`now()`),
    doneAt: moment(),
  },
  (t) => [
    index('order_flow_waiting').on(t.at).where(sql`${t.doneAt} is null`),
    index('order_flow_order').on(t.orderId),
  ],
);
