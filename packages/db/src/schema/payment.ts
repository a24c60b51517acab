import { sql } from 'drizzle-orm';
import { bigint, check, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { key, moment, money } from './columns.ts';
import { companies } from './customers.ts';
import { uploads } from './operations.ts';
import { orders } from './orders.ts';

/**
 * A try to get money from a gateway, written and committed before the gateway is called. `number` is what we call it
 * there, for ever; an answer that did not come leaves it `unknown` until a query tells, never a second number.
 */
export const paymentAttempts = pgTable(
  'payment_attempts',
  {
    id: key(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    channel: text().notNull(),
    number: text().notNull(),
    /** What the gateway calls it. */
    transaction: text(),
    amount: money().notNull(),
    state: text().notNull().default('started'),
    /** What the browser needs to pay: a code to show or an address to go to. */
    invitation: jsonb(),
    error: text(),
    expiresAt: moment().notNull(),
    createdAt: moment().notNull().default(sql`now()`),
    settledAt: moment(),
    askedAt: moment(),
    startedBy: text().notNull(),
    /** Who pays, as the gateway's app calls him; only he can pay such an attempt, and no other invitation leads to it. */
    payer: text(),
  },
  (t) => [
    uniqueIndex('payment_attempts_number').on(t.channel, t.number),
    uniqueIndex('payment_attempts_transaction').on(t.channel, t.transaction),
    index('payment_attempts_order').on(t.orderId),
    index('payment_attempts_company').on(t.companyId),
    index('payment_attempts_open').on(t.createdAt).where(sql`${t.state} in ('started', 'unknown')`),
    index('payment_attempts_unsettled').on(t.createdAt).where(sql`${t.settledAt} is null`),
    check('payment_attempts_channel', sql`${t.channel} in ('wechat', 'alipay') and ${t.amount} > 0`),
    check('payment_attempts_state', sql`${t.state} in ('started', 'unknown', 'captured', 'failed', 'voided')`),
  ],
);

/** Money asked back from a gateway for one cause; the same rules as an attempt to get it. */
export const refundAttempts = pgTable(
  'refund_attempts',
  {
    id: key(),
    attemptId: uuid()
      .notNull()
      .references(() => paymentAttempts.id),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    number: text().notNull(),
    amount: money().notNull(),
    state: text().notNull().default('waiting'),
    causeType: text().notNull(),
    causeId: text().notNull(),
    transaction: text(),
    error: text(),
    attempts: integer().notNull().default(0),
    createdAt: moment().notNull().default(sql`now()`),
    settledAt: moment(),
    /** When the gateway was last told of it or asked about it. */
    askedAt: moment(),
  },
  (t) => [
    uniqueIndex('refund_attempts_number').on(t.number),
    uniqueIndex('refund_attempts_cause').on(t.causeType, t.causeId, t.attemptId),
    index('refund_attempts_attempt').on(t.attemptId),
    index('refund_attempts_order').on(t.orderId),
    index('refund_attempts_open').on(t.createdAt).where(sql`${t.state} in ('waiting', 'unknown')`),
    check(
      'refund_attempts_state',
      sql`${t.state} in ('waiting', 'unknown', 'succeeded', 'failed') and ${t.amount} > 0`,
    ),
  ],
);

/** Every notice a gateway or a carrier sent, as it came, before anything is done with it; the same one counts once. */
export const inboundNotices = pgTable(
  'inbound_notices',
  {
    id: key(),
    channel: text().notNull(),
    noticeId: text().notNull(),
    /** What it speaks of, as we named it: the number of an attempt, a tracking number. */
    subject: text(),
    headers: jsonb().notNull(),
    body: text().notNull(),
    receivedAt: moment().notNull().default(sql`now()`),
    handledAt: moment(),
    outcome: text(),
  },
  (t) => [
    uniqueIndex('inbound_notices_one').on(t.channel, t.noticeId),
    index('inbound_notices_subject').on(t.channel, t.subject),
    index('inbound_notices_open').on(t.receivedAt).where(sql`${t.handledAt} is null`),
  ],
);

/** 转账凭证: what a customer sends to show that he paid by bank; finance accepts it or says why not. */
export const transferVouchers = pgTable(
  'transfer_vouchers',
  {
    id: key(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    uploadId: uuid()
      .notNull()
      .references(() => uploads.id),
    amount: money().notNull(),
    reference: text(),
    state: text().notNull().default('submitted'),
    reason: text(),
    createdAt: moment().notNull().default(sql`now()`),
    decidedAt: moment(),
    decidedBy: text(),
  },
  (t) => [
    index('transfer_vouchers_order').on(t.orderId),
    index('transfer_vouchers_company').on(t.companyId),
    uniqueIndex('transfer_vouchers_upload').on(t.uploadId),
    index('transfer_vouchers_open').on(t.createdAt).where(sql`${t.state} = 'submitted'`),
    check('transfer_vouchers_state', sql`${t.state} in ('submitted', 'accepted', 'rejected') and ${t.amount} > 0`),
  ],
);

/** 预存款: money a company left with us. Moved only by a guarded update beside an entry. */
export const balanceAccounts = pgTable(
  'balance_accounts',
  {
    companyId: uuid()
      .primaryKey()
      .references(() => companies.id),
    balance: money().notNull().default(sql`0`),
  },
  (t) => [check('balance_not_negative', sql`${t.balance} >= 0`)],
);

/** Append-only. `amount` > 0 came in, < 0 was used. */
export const balanceEntries = pgTable(
  'balance_entries',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    companyId: uuid()
      .notNull()
      .references(() => balanceAccounts.companyId),
    orderId: uuid().references(() => orders.id),
    kind: text().notNull(),
    amount: money().notNull(),
    causeType: text().notNull(),
    causeId: text().notNull(),
    actor: text().notNull(),
    note: text(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('balance_entries_company').on(t.companyId, t.seq),
    index('balance_entries_order').on(t.orderId),
    uniqueIndex('balance_entries_cause').on(t.causeType, t.causeId, t.kind),
    check('balance_entries_kind', sql`${t.kind} in ('top-up', 'use', 'return', 'adjust', 'pay-out')`),
  ],
);
