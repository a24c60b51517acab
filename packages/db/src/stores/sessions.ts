import type { Instant } from '@tradeline/domain/kernel';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { builtOnce } from '../prepared.ts';
import { buyerSessions, buyers, companies, customerGroups, shop, staff, staffSessions } from '../schema/index.ts';
import { buyerColumns, staffColumns } from './people.ts';

export type SessionRow = {
  id: string;
  userId: string;
  expiresAt: Instant;
  startedAt: Instant;
  userAgent: string | null;
  address: string | null;
};

const columnsOf = (sessions: typeof staffSessions | typeof buyerSessions) => ({
  id: sessions.id,
  userId: sessions.userId,
  expiresAt: sessions.expiresAt,
  startedAt: sessions.startedAt,
  userAgent: sessions.userAgent,
  address: sessions.address,
});

const storeOf = (sessions: typeof staffSessions | typeof buyerSessions, people: typeof staff | typeof buyers) => ({
  /** Which of these sessions are still open: not ended, not expired, their person active. */
  openAmong: async (tx: Tx, ids: string[]): Promise<Set<string>> => {
    if (ids.length === 0) return new Set();
    const rows = await tx
      .select({ id: sessions.id })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.userId))
      .where(and(inArray(sessions.id, ids), eq(people.active, true), sql`${sessions.expiresAt} > now()`));
    return new Set(rows.map((row) => row.id));
  },
  ofUser: (tx: Tx, userId: string): Promise<SessionRow[]> =>
    tx
      .select(columnsOf(sessions))
      .from(sessions)
      .where(and(eq(sessions.userId, userId), sql`${sessions.expiresAt} > now()`))
      .orderBy(desc(sessions.startedAt)),
  add: async (tx: Tx, row: SessionRow): Promise<void> => {
    await tx.insert(sessions).values(row);
  },
  extend: async (tx: Tx, id: string, expiresAt: Instant): Promise<void> => {
    await tx.update(sessions).set({ expiresAt }).where(eq(sessions.id, id));
  },
  remove: async (tx: Tx, id: string): Promise<void> => {
    await tx.delete(sessions).where(eq(sessions.id, id));
  },
  removeOwn: async (tx: Tx, id: string, userId: string): Promise<void> => {
    await tx.delete(sessions).where(and(eq(sessions.id, id), eq(sessions.userId, userId)));
  },
  removeOfUser: async (tx: Tx, userId: string): Promise<void> => {
    await tx.delete(sessions).where(eq(sessions.userId, userId));
  },
  removeExpired: async (tx: Tx): Promise<void> => {
    await tx.delete(sessions).where(sql`${sessions.expiresAt} <= now()`);
  },
});

const wanted = sql.placeholder('id');
const staffSession = builtOnce((tx) =>
  tx
    .select({ session: columnsOf(staffSessions), person: staffColumns })
    .from(staffSessions)
    .innerJoin(staff, eq(staff.id, staffSessions.userId))
    .where(and(eq(staffSessions.id, wanted), eq(staff.active, true)))
    .prepare('staff_session'),
);
const buyerSession = builtOnce((tx) =>
  tx
    .select({ session: columnsOf(buyerSessions), person: buyerColumns })
    .from(buyerSessions)
    .innerJoin(buyers, eq(buyers.id, buyerSessions.userId))
    .innerJoin(companies, eq(companies.id, buyers.companyId))
    .leftJoin(customerGroups, eq(customerGroups.id, companies.groupId))
    .leftJoin(shop, sql`true`)
    .where(and(eq(buyerSessions.id, wanted), eq(buyers.active, true)))
    .prepare('buyer_session'),
);

/**
 * A session is found with its person, in one statement, and only while he is active: disabling somebody ends his sessions
 * at once, and a changed role or company counts with the next request.
 */
export const sessionStore = {
  staff: {
    ...storeOf(staffSessions, staff),
    find: async (tx: Tx, id: string) => (await staffSession(tx).execute({ id }))[0],
  },
  buyer: {
    ...storeOf(buyerSessions, buyers),
    find: async (tx: Tx, id: string) => (await buyerSession(tx).execute({ id }))[0],
  },
};

type Found<Audience extends keyof typeof sessionStore> = NonNullable<
  Awaited<ReturnType<(typeof sessionStore)[Audience]['find']>>
>;
/** Who a session belongs to, as its request is told. */
export type SessionPerson<Audience extends keyof typeof sessionStore> = Found<Audience>['person'];
