import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { key, moment } from './columns.ts';

/** The wholesaler itself: one row. */
export const shop = pgTable(
  'shop',
  {
    id: integer().primaryKey().default(1),
    name: jsonb().$type<{ zh: string; en?: string | undefined }>().notNull(),
    timeZone: text().notNull().default('Asia/Shanghai'),
    currency: text().notNull().default('CNY'),
    phone: text(),
    /** What the running data set is: which demo seed, made when; empty in a real company. */
    origin: jsonb().notNull().default({}),
    /** What a stranger sees of the portal: nothing before signing in, goods without prices, or goods with base prices. */
    storefront: text().notNull().default('login-required'),
    /** How stock is told to customers: the number, a level (plenty, few, none), or yes and no. */
    stockDisplay: text().notNull().default('exact'),
    /** Whether customers see stock warehouse by warehouse. */
    stockByWarehouse: boolean().notNull().default(false),
    /** Prices are published by somebody who did not draft them. */
    priceFourEyes: boolean().notNull().default(false),
    /** Percent of a price that should be left above the cost, a decimal string: less is warned of before publishing. */
    priceMinMargin: text().notNull().default('0'),
  },
  (t) => [
    check('shop_storefront', sql`${t.storefront} in ('login-required', 'prices-hidden', 'public')`),
    check('shop_stock_display', sql`${t.stockDisplay} in ('exact', 'level', 'yes-no')`),
  ],
);

/** A key a client made before sending; written in the transaction of its effect, so one key has one effect, for ever. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    companyId: uuid().notNull(),
    procedure: text().notNull(),
    key: text().notNull(),
    requestHash: text().notNull(),
    result: jsonb().notNull(),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [primaryKey({ columns: [t.companyId, t.procedure, t.key] })],
);

/** What happened, written in the transaction that made it happen; delivered at least once, in order of `seq`. */
export const outbox = pgTable(
  'outbox',
  {
    seq: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    id: uuid().notNull(),
    type: text().notNull(),
    aggregateType: text().notNull(),
    aggregateId: text().notNull(),
    /** Gapless per aggregate where the aggregate has versions. */
    aggregateVersion: integer(),
    companyId: uuid(),
    payload: jsonb().notNull(),
    at: moment().notNull().default(sql`now()`),
    deliveredAt: moment(),
    attempts: integer().notNull().default(0),
    lastError: text(),
  },
  (t) => [
    uniqueIndex('outbox_id').on(t.id),
    index('outbox_undelivered').on(t.seq).where(sql`${t.deliveredAt} is null`),
    index('outbox_aggregate').on(t.aggregateType, t.aggregateId),
    index('outbox_at').on(t.at),
  ],
);

/** Who used which power, chained by hash so that a removed or altered row shows. Append-only. */
export const auditLog = pgTable(
  'audit_log',
  {
    seq: bigint({ mode: 'number' }).primaryKey(),
    at: moment().notNull(),
    actorType: text().notNull(),
    actorId: text(),
    actorName: text().notNull(),
    action: text().notNull(),
    subjectType: text().notNull(),
    subjectId: text().notNull(),
    before: jsonb(),
    after: jsonb(),
    reason: text(),
    requestId: text(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [index('audit_log_subject').on(t.subjectType, t.subjectId)],
);

/** Token buckets, shared by every process. `tokens` in thousandths. */
export const rateLimits = pgTable('rate_limits', {
  key: text().primaryKey(),
  tokens: bigint({ mode: 'number' }).notNull(),
  at: moment().notNull(),
});

/** Which record of ours stands for which record of a system that was imported from: makes an import repeatable. */
export const externalRefs = pgTable(
  'external_refs',
  {
    source: text().notNull(),
    kind: text().notNull(),
    externalId: text().notNull(),
    internalId: text().notNull(),
    /** Digest of the imported row, to tell "unchanged" from "changed". */
    digest: text().notNull(),
    importId: uuid().notNull(),
  },
  (t) => [primaryKey({ columns: [t.source, t.kind, t.externalId] }), index('external_refs_internal').on(t.internalId)],
);

export const imports = pgTable('imports', {
  id: key(),
  source: text().notNull(),
  startedAt: moment().notNull().default(sql`now()`),
  finishedAt: moment(),
  report: jsonb(),
});

/**
 * Long work outside a request: one running job per `uniqueKey`, a lease that a living worker renews, progress in counts
 * for the screen that waits, and a wish to cancel that the work looks at between steps.
 */
export const jobs = pgTable(
  'jobs',
  {
    id: key(),
    kind: text().notNull(),
    payload: jsonb().notNull(),
    state: text().notNull().default('queued'),
    uniqueKey: text(),
    done: integer().notNull().default(0),
    total: integer(),
    result: jsonb(),
    error: text(),
    attempts: integer().notNull().default(0),
    cancelRequested: boolean().notNull().default(false),
    runAt: moment().notNull().default(sql`now()`),
    leaseUntil: moment(),
    ownerType: text().notNull(),
    ownerId: uuid(),
    createdAt: moment().notNull().default(sql`now()`),
    startedAt: moment(),
    finishedAt: moment(),
  },
  (t) => [
    index('jobs_due').on(t.runAt).where(sql`${t.state} in ('queued', 'running')`),
    index('jobs_owner').on(t.ownerType, t.ownerId, t.createdAt),
    uniqueIndex('jobs_unique').on(t.uniqueKey).where(sql`${t.state} in ('queued', 'running')`),
    check('jobs_state', sql`${t.state} in ('queued', 'running', 'done', 'failed', 'cancelled')`),
  ],
);

/** A file somebody sent, kept as it came under a generated name until what it is for has read it. */
export const uploads = pgTable(
  'uploads',
  {
    id: key(),
    ownerType: text().notNull(),
    ownerId: uuid().notNull(),
    companyId: uuid(),
    purpose: text().notNull(),
    /** As the person called it; shown, never used as a path. */
    name: text().notNull(),
    /** What its first bytes say it is. */
    mime: text().notNull(),
    bytes: integer().notNull(),
    sha256: text().notNull(),
    file: text().notNull(),
    createdAt: moment().notNull().default(sql`now()`),
  },
  (t) => [index('uploads_owner').on(t.ownerType, t.ownerId)],
);
