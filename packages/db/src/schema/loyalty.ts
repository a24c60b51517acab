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
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { type Bilingual, key, moment, money } from './columns.ts';
import { companies } from './customers.ts';
import { orders } from './orders.ts';
import { promotions } from './promotion.ts';

/** 券模板: to whom, how many, how long; the promotion it opens says what it is worth. */
export const couponTemplates = pgTable(
  'coupon_templates',
  {
    id: key(),
    promotionId: uuid()
      .notNull()
      .references(() => promotions.id),
    name: jsonb().$type<Bilingual>().notNull(),
    kind: text().notNull(),
    code: text().notNull(),
    validity: jsonb().notNull(),
    issueLimit: integer(),
    perCompanyLimit: integer(),
    issued: integer().notNull().default(0),
    keepOnCancel: boolean().notNull().default(false),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [
    uniqueIndex('coupon_templates_code').on(sql`upper(${t.code})`),
    index('coupon_templates_promotion').on(t.promotionId),
    check('coupon_templates_kind', sql`${t.kind} in ('public', 'personal')`),
    check(
      'coupon_templates_issued',
      sql`${t.issued} >= 0 and (${t.issueLimit} is null or ${t.issued} <= ${t.issueLimit})`,
    ),
  ],
);

/** A coupon in a company's wallet: issued, locked by an order, used by its confirmation. */
export const coupons = pgTable(
  'coupons',
  {
    id: key(),
    templateId: uuid()
      .notNull()
      .references(() => couponTemplates.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    state: text().notNull().default('issued'),
    orderId: uuid().references(() => orders.id),
    validFrom: moment().notNull(),
    validTo: moment().notNull(),
    issuedAt: moment().notNull().default(sql`now()`),
    issuedBy: text().notNull(),
  },
  (t) => [
    index('coupons_company').on(t.companyId, t.state),
    index('coupons_template').on(t.templateId),
    index('coupons_order').on(t.orderId),
    check(
      'coupons_state',
      sql`${t.state} in ('issued', 'locked', 'used') and (${t.state} = 'issued') = (${t.orderId} is null)`,
    ),
  ],
);

/** How often and for how much a limited promotion was used, by everyone (company: none) and by each company. */
export const promotionCounters = pgTable(
  'promotion_counters',
  {
    promotionId: uuid()
      .notNull()
      .references(() => promotions.id),
    /** The company, or 'all'. */
    scope: text().notNull(),
    uses: integer().notNull().default(0),
    amount: money().notNull().default(sql`0`),
  },
  (t) => [
    primaryKey({ columns: [t.promotionId, t.scope] }),
    check('promotion_counters_not_negative', sql`${t.uses} >= 0 and ${t.amount} >= 0`),
  ],
);

/** One order's use of one limited promotion; released with the order, never counted twice. */
export const promotionUses = pgTable(
  'promotion_uses',
  {
    promotionId: uuid()
      .notNull()
      .references(() => promotions.id),
    orderId: uuid()
      .notNull()
      .references(() => orders.id),
    companyId: uuid()
      .notNull()
      .references(() => companies.id),
    amount: money().notNull(),
    state: text().notNull().default('held'),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [
    primaryKey({ columns: [t.promotionId, t.orderId] }),
    index('promotion_uses_order').on(t.orderId),
    index('promotion_uses_company').on(t.companyId),
    check('promotion_uses_state', sql`${t.state} in ('held', 'committed', 'released')`),
  ],
);

/** Points of a company as the fold of its entries; `usable` is guarded, the rest is for its screens. */
export const pointAccounts = pgTable('point_accounts', {
  companyId: uuid()
    .primaryKey()
    .references(() => companies.id),
  /** Can be used today, less debt. */
  usable: integer().notNull().default(0),
  version: integer().notNull().default(0),
});

/** Append-only: the domain's points events, one row each; the domain's fold of them is the truth of lots and expiry. */
export const pointEntries = pgTable(
  'point_entries',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    companyId: uuid()
      .notNull()
      .references(() => pointAccounts.companyId),
    orderId: uuid().references(() => orders.id),
    kind: text().notNull(),
    points: integer().notNull(),
    on: date({ mode: 'string' }).notNull(),
    /** The domain's event as it is. */
    event: jsonb().notNull(),
    causeType: text().notNull(),
    causeId: text().notNull(),
    actor: text().notNull(),
    at: moment().notNull().default(sql`now()`),
  },
  (t) => [
    index('point_entries_company').on(t.companyId, t.seq),
    index('point_entries_order').on(t.orderId),
    uniqueIndex('point_entries_cause').on(t.causeType, t.causeId, t.kind),
  ],
);
