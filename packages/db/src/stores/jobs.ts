import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { jobs, staff } from '../schema/index.ts';

export type JobOwner = { type: 'staff' | 'buyer' | 'system'; id?: string | undefined };
export type NewJob = {
  kind: string;
  payload: unknown;
  owner: JobOwner;
  /** While a job of this key waits or runs, a second one is not made: the first one's id is returned. */
  uniqueKey?: string | undefined;
};
export type JobRow = typeof jobs.$inferSelect;

/** Eight tries, the last about two hours after the first; then the job is `failed` and waits for a person. */
export const JOB_ATTEMPTS = 8;
const LEASE = sql`interval '30 seconds'`;

export const jobStore = {
  add: async (tx: Tx, { kind, payload, owner, uniqueKey }: NewJob): Promise<string> => {
    const id = newId();
    const [row] = await tx
      .insert(jobs)
      .values({
        id,
        kind,
        payload,
        uniqueKey: uniqueKey ?? null,
        ownerType: owner.type,
        ownerId: owner.id ?? null,
      })
      .onConflictDoNothing()
      .returning({ id: jobs.id });
    await tx.execute(sql`select pg_notify('jobs', '')`);
    if (row) return row.id;
    const [running] = await tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(and(eq(jobs.uniqueKey, uniqueKey ?? ''), inArray(jobs.state, ['queued', 'running'])));
    // Between the conflict and this look the other one ended: now there is room.
    return running?.id ?? jobStore.add(tx, { kind, payload, owner, uniqueKey });
  },

  /** Takes the oldest due job, or one whose worker has not renewed its lease; one worker at a time. */
  take: async (tx: Tx, kinds: string[]): Promise<JobRow | undefined> => {
    if (kinds.length === 0) return undefined;
    const due = tx
      .select({ id: jobs.id })
      .from(jobs)
      .where(
        and(
          inArray(jobs.kind, kinds),
          sql`(${jobs.state} = 'queued' and ${jobs.runAt} <= now() or ${jobs.state} = 'running' and ${jobs.leaseUntil} < now())`,
        ),
      )
      .orderBy(jobs.runAt)
      .limit(1)
      .for('update', { skipLocked: true });
    const [row] = await tx
      .update(jobs)
      .set({
        state: 'running',
        attempts: sql`${jobs.attempts} + 1`,
        leaseUntil: sql`now() + ${LEASE}`,
        startedAt: sql`coalesce(${jobs.startedAt}, now())`,
        error: null,
      })
      .where(sql`${jobs.id} = (${due})`)
      .returning();
    return row;
  },

  /** Keeps the lease and tells how far it is; says whether somebody wants it to stop, or that it is no longer ours. */
  beat: async (
    tx: Tx,
    id: string,
    attempt: number,
    progress: { done?: number | undefined; total?: number | undefined } = {},
  ): Promise<'go-on' | 'cancel' | 'lost'> => {
    const [row] = await tx
      .update(jobs)
      .set({
        leaseUntil: sql`now() + ${LEASE}`,
        ...(progress.done === undefined ? {} : { done: progress.done }),
        ...(progress.total === undefined ? {} : { total: progress.total }),
      })
      .where(mine(id, attempt))
      .returning({ cancel: jobs.cancelRequested });
    if (!row) return 'lost';
    return row.cancel ? 'cancel' : 'go-on';
  },

  finish: async (tx: Tx, id: string, attempt: number, result: unknown): Promise<boolean> =>
    ended(tx, id, attempt, { state: 'done', result: result ?? null }),
  cancelled: async (tx: Tx, id: string, attempt: number, result: unknown = null): Promise<boolean> =>
    ended(tx, id, attempt, { state: 'cancelled', result }),
  /** Tries again later, with growing pauses, until the tries are used up. */
  fail: async (tx: Tx, id: string, attempt: number, error: string): Promise<void> => {
    const last = attempt >= JOB_ATTEMPTS;
    await tx
      .update(jobs)
      .set({
        state: last ? 'failed' : 'queued',
        error: error.slice(0, 2_000),
        leaseUntil: null,
        runAt: sql`now() + make_interval(secs => ${Math.min(3_600, 5 * 3 ** (attempt - 1))})`,
        ...(last ? { finishedAt: sql`now()` } : {}),
      })
      .where(mine(id, attempt));
  },

  /** Asks a running job to stop at its next step; one that has not begun is cancelled at once. */
  requestCancel: async (tx: Tx, id: string): Promise<void> => {
    await tx
      .update(jobs)
      .set({
        cancelRequested: true,
        state: sql`case when ${jobs.state} = 'queued' then 'cancelled' else ${jobs.state} end`,
        finishedAt: sql`case when ${jobs.state} = 'queued' then now() else ${jobs.finishedAt} end`,
      })
      .where(and(eq(jobs.id, id), inArray(jobs.state, ['queued', 'running'])));
  },

  find: async (tx: Tx, id: string, owner?: JobOwner): Promise<JobRow | undefined> =>
    (
      await tx
        .select()
        .from(jobs)
        .where(and(eq(jobs.id, id), ofOwner(owner)))
    )[0],
  ofKinds: (tx: Tx, kinds: string[], limit = 50) =>
    tx.select().from(jobs).where(inArray(jobs.kind, kinds)).orderBy(desc(jobs.createdAt)).limit(limit),
  /** The newest of some kinds, with who started them; `owner` narrows them to one person's. */
  listing: (tx: Tx, kinds: string[], owner: JobOwner | undefined, limit = 50) =>
    tx
      .select({
        id: jobs.id,
        kind: jobs.kind,
        payload: jobs.payload,
        state: jobs.state,
        done: jobs.done,
        total: jobs.total,
        /** Counts and file; what a report lists in full stays behind. */
        result: sql<unknown>`${jobs.result} - '{problems,examples,rejected,causes}'::text[]`,
        error: jobs.error,
        attempts: jobs.attempts,
        cancelRequested: jobs.cancelRequested,
        ownerId: jobs.ownerId,
        ownerName: staff.name,
        createdAt: jobs.createdAt,
        startedAt: jobs.startedAt,
        finishedAt: jobs.finishedAt,
      })
      .from(jobs)
      .leftJoin(staff, and(eq(jobs.ownerType, 'staff'), eq(staff.id, jobs.ownerId)))
      .where(and(inArray(jobs.kind, kinds), ofOwner(owner)))
      .orderBy(desc(jobs.createdAt))
      .limit(limit),
  ofOwner: (tx: Tx, kinds: string[], owner: JobOwner, limit: number): Promise<JobRow[]> =>
    tx
      .select()
      .from(jobs)
      .where(and(inArray(jobs.kind, kinds), ofOwner(owner)))
      .orderBy(desc(jobs.createdAt))
      .limit(limit),

  /** A job that failed or was cancelled begins anew, with all of its tries. */
  retry: async (tx: Tx, id: string): Promise<boolean> => {
    const rows = await tx
      .update(jobs)
      .set({
        state: 'queued',
        attempts: 0,
        done: 0,
        error: null,
        result: null,
        cancelRequested: false,
        finishedAt: null,
        startedAt: null,
        runAt: sql`now()`,
      })
      .where(and(eq(jobs.id, id), inArray(jobs.state, ['failed', 'cancelled'])))
      .returning({ id: jobs.id });
    if (rows.length === 1) await tx.execute(sql`select pg_notify('jobs', '')`);
    return rows.length === 1;
  },
  /** Removes jobs that ended long ago, and tells their results, whose files go with them. */
  removeOld: (tx: Tx, days: number) =>
    tx
      .delete(jobs)
      .where(
        and(
          inArray(jobs.state, ['done', 'failed', 'cancelled']),
          sql`${jobs.finishedAt} < now() - make_interval(days => ${days})`,
        ),
      )
      .returning({ id: jobs.id, result: jobs.result }),
};

const ofOwner = (owner: JobOwner | undefined) =>
  owner && and(eq(jobs.ownerType, owner.type), owner.id ? eq(jobs.ownerId, owner.id) : undefined);

/** Only the attempt that holds the job may write to it: a worker that was away too long finds nothing. */
const mine = (id: string, attempt: number) =>
  and(eq(jobs.id, id), eq(jobs.state, 'running'), eq(jobs.attempts, attempt));

const ended = async (tx: Tx, id: string, attempt: number, set: Partial<JobRow>): Promise<boolean> => {
  const rows = await tx
    .update(jobs)
    .set({ ...set, leaseUntil: null, finishedAt: sql`now()` })
    .where(mine(id, attempt))
    .returning({ id: jobs.id });
  return rows.length === 1;
};
