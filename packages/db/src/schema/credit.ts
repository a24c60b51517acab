import { sql } from 'drizzle-orm';
import { bigint, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { key, moment, money } from './columns.ts';
import { companies } from './customers.ts';
import { orders } from './orders.ts';

/** Append-only: how an order or a payment moved what a company owes. `amount` > 0 uses credit, < 0 gives it back. */
export const creditEntries = pgTable(
  'credit_entries',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    orderId: uuid().references(() => orders.id),
    kind: text().notNull(),
    amount: money().notNull(),
    causeType: text().notNull(),
    causeId: text().notNull(),
    actor: text().notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('credit_entries_company').on(t.companyId, t.seq),
    index('credit_entries_order').on(t.orderId),
    uniqueIndex('credit_entries_cause').on(t.causeType, t.causeId, t.kind),
    check('credit_entries_kind', sql`${t.kind} in ('charge', 'release', 'payment', 'adjust', 'opening')`),
  ],
);

/** Money received or paid back for an order, whatever the means. */
export const payments = pgTable(
  'payments',
  {
    id: key(),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    kind: text().notNull().default('receipt'),
    method: text().notNull(),
    amount: money().notNull(),
    reference: text(),
    receivedAt: moment().notNull().default(sql`now()`),
    recordedBy: text().notNull(),
  },
  (t) => [
    index('payments_order').on(t.orderId),
    index('payments_company').on(t.companyId, t.receivedAt),
    check('payments_amount', sql`${t.amount} > 0 and ${t.kind} in ('receipt', 'refund')`),
  ],
);
