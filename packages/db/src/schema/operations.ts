import { sql } from 'drizzle-orm';
import { bigint, index, integer, jsonb, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { key, moment } from './columns.ts';

/** The wholesaler itself: one row. */
export const shop = pgTable('shop', {
  id: integer().primaryKey().default(1),
  name: jsonb().$type<{ zh: string; en?: string | undefined }>().notNull(),
  timeZone: text().notNull().default('Asia/Shanghai'),
  currency: text().notNull().default('CNY'),
  phone: text(),
  /** What the running data set is: which demo seed, made when; empty in a real company. */
  origin: jsonb().notNull().default({}),
});

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
