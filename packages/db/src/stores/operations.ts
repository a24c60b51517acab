import { createHash } from 'node:crypto';
import type { Instant } from '@tradeline/domain/kernel';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { auditLog, idempotencyKeys, outbox, shop } from '../schema/index.ts';
import { announceable, announced } from './announce.ts';
import { recordsOf } from './insert-many.ts';

/** The one clock of rules: the moment the running transaction began, the same on every server. */
export const transactionTime = async (tx: Tx): Promise<Instant> => {
  const [row] = await tx.execute<{ now: string }>(
    sql`select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  return row!.now as Instant;
};

/** The transaction's moment and the zone by which the shop counts its days. */
export type ShopMoment = { now: Instant; zone: string };

/** Both in one statement. */
export const shopMoment = async (tx: Tx): Promise<ShopMoment> => {
  const [row] = await tx.execute<ShopMoment>(
    sql`select to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now,
      coalesce((select time_zone from shop), 'Asia/Shanghai') as zone`,
  );
  return row!;
};

export const shopStore = {
  find: async (tx: Tx) => (await tx.select().from(shop))[0],
  timeZone: async (tx: Tx): Promise<string> =>
    (await tx.select({ timeZone: shop.timeZone }).from(shop))[0]?.timeZone ?? 'Asia/Shanghai',
};

export type IdempotencyScope = { companyId: string; procedure: string; key: string };

export const idempotencyStore = {
  /**
   * Claims a key for this transaction. A second caller with the same key waits here until the first one ends: after its
   * commit he gets its result, after its rollback he is the first.
   */
  claim: async (
    tx: Tx,
    scope: IdempotencyScope,
    requestHash: string,
  ): Promise<{ claimed: true } | { claimed: false; requestHash: string; result: unknown }> => {
    const mine = await tx
      .insert(idempotencyKeys)
      .values({ ...scope, requestHash, result: sql`'null'::jsonb` })
      .onConflictDoNothing()
      .returning({ key: idempotencyKeys.key });
    if (mine.length === 1) return { claimed: true };
    const [earlier] = await tx
      .select({ requestHash: idempotencyKeys.requestHash, result: idempotencyKeys.result })
      .from(idempotencyKeys)
      .where(of(scope));
    if (!earlier) throw new Error('an idempotency key vanished');
    return { claimed: false, ...earlier };
  },
  /** What a key was settled with; undefined when it was never used. */
  find: async (tx: Tx, scope: IdempotencyScope): Promise<{ result: unknown } | undefined> =>
    (await tx.select({ result: idempotencyKeys.result }).from(idempotencyKeys).where(of(scope)))[0],
  settle: async (tx: Tx, scope: IdempotencyScope, result: unknown): Promise<void> => {
    await tx.update(idempotencyKeys).set({ result }).where(of(scope));
  },
};

const of = (scope: IdempotencyScope) =>
  and(
    eq(idempotencyKeys.companyId, scope.companyId),
    eq(idempotencyKeys.procedure, scope.procedure),
    eq(idempotencyKeys.key, scope.key),
  );

export type DomainEvent = {
  type: string;
  aggregateType: string;
  aggregateId: string;
  aggregateVersion?: number;
  companyId?: string;
  payload: unknown;
};

export const outboxStore = {
  /** Writes the event beside its cause, and has it announced when the transaction commits. */
  add: async (tx: Tx, event: DomainEvent): Promise<void> => {
    const { columns, json } = recordsOf(outbox, [
      {
        id: newId(),
        type: event.type,
        aggregateType: event.aggregateType,
        aggregateId: event.aggregateId,
        aggregateVersion: event.aggregateVersion ?? null,
        companyId: event.companyId ?? null,
        payload: event.payload,
      },
    ]);
    await tx.execute(sql`
      with added as (
        insert into outbox (${columns}) select ${columns} from jsonb_populate_recordset(null::outbox, ${json}::jsonb)
        returning ${announceable})
      ${announced(sql`added`)}`);
  },
  /** Takes a batch of undelivered events, each by one dispatcher at a time, oldest first. */
  takeBatch: (tx: Tx, size: number) =>
    tx
      .select()
      .from(outbox)
      .where(sql`${outbox.deliveredAt} is null and ${outbox.attempts} < 8`)
      .orderBy(outbox.seq)
      .limit(size)
      .for('update', { skipLocked: true }),
  delivered: async (tx: Tx, seqs: readonly number[]): Promise<void> => {
    await tx
      .update(outbox)
      .set({ deliveredAt: sql`now()` })
      .where(inArray(outbox.seq, [...seqs]));
  },
  failed: async (tx: Tx, seq: number, error: string): Promise<void> => {
    await tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1`, lastError: error.slice(0, 500) })
      .where(eq(outbox.seq, seq));
  },
  /** What happened after an event, for a browser that was away; at most a day. */
  since: (tx: Tx, seq: number, limit: number) =>
    tx
      .select()
      .from(outbox)
      .where(and(sql`${outbox.seq} > ${seq}`, sql`${outbox.at} > now() - interval '24 hours'`))
      .orderBy(outbox.seq)
      .limit(limit),
  bySeq: async (tx: Tx, seq: number) => (await tx.select().from(outbox).where(eq(outbox.seq, seq)))[0],
};

export type AuditEntry = {
  actor: { type: string; id?: string | undefined; name: string };
  action: string;
  subject: { type: string; id: string };
  before?: unknown;
  after?: unknown;
  reason?: string | undefined;
  requestId?: string | undefined;
};

/** One number for the lock that lines up writers of the audit chain. */
const AUDIT_LOCK = 7_203_115;

/** A thousand rows a statement: far below the limits of the wire, and few round trips. */
const AUDIT_BATCH = 1_000;

export const auditStore = {
  /** Which of these things a request has acted on. */
  subjectsOf: async (tx: Tx, type: string, ids: readonly string[], requestId: string): Promise<Set<string>> => {
    const rows = await tx
      .selectDistinct({ id: auditLog.subjectId })
      .from(auditLog)
      .where(
        and(eq(auditLog.subjectType, type), inArray(auditLog.subjectId, [...ids]), eq(auditLog.requestId, requestId)),
      );
    return new Set(rows.map(({ id }) => id));
  },
  /** All that was written of one thing, the newest first. */
  ofSubject: (tx: Tx, type: string, id: string) =>
    tx
      .select()
      .from(auditLog)
      .where(and(eq(auditLog.subjectType, type), eq(auditLog.subjectId, id)))
      .orderBy(desc(auditLog.seq))
      .limit(500),
  /** Appends to the chain: each row's hash covers the row and the hash before it. */
  add: (tx: Tx, entry: AuditEntry): Promise<void> => auditStore.addMany(tx, [entry]),
  /** The same for what one act did to many things. */
  addMany: async (tx: Tx, entries: readonly AuditEntry[]): Promise<void> => {
    if (entries.length === 0) return;
    await tx.execute(sql`select pg_advisory_xact_lock(${AUDIT_LOCK})`);
    const [last] = await tx
      .select({ seq: auditLog.seq, hash: auditLog.hash })
      .from(auditLog)
      .orderBy(sql`${auditLog.seq} desc`)
      .limit(1);
    const at = await transactionTime(tx);
    let [seq, previousHash] = [last?.seq ?? 0, last?.hash ?? ''];
    const rows = entries.map((entry) => {
      const row = {
        seq: ++seq,
        at,
        actorType: entry.actor.type,
        actorId: entry.actor.id ?? null,
        actorName: entry.actor.name,
        action: entry.action,
        subjectType: entry.subject.type,
        subjectId: entry.subject.id,
        before: entry.before ?? null,
        after: entry.after ?? null,
        reason: entry.reason ?? null,
        requestId: entry.requestId ?? null,
        previousHash,
      };
      const hash = createHash('sha256').update(JSON.stringify(row)).digest('hex');
      previousHash = hash;
      return { ...row, hash };
    });
    for (let at = 0; at < rows.length; at += AUDIT_BATCH)
      await tx.insert(auditLog).values(rows.slice(at, at + AUDIT_BATCH));
  },
};
