import type { Instant } from '@tradeline/domain/kernel';
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { buyerSessions, buyers, staff, staffSessions } from '../schema/index.ts';

export type SessionRow = {
  id: string;
  userId: string;
  expiresAt: Instant;
  startedAt: Instant;
  userAgent: string | null;
  address: string | null;
};

/** A session is found only while its person is active: disabling somebody ends his sessions at once. */
const storeOf = (sessions: typeof staffSessions | typeof buyerSessions, people: typeof staff | typeof buyers) => ({
  find: async (tx: Tx, id: string): Promise<SessionRow | undefined> => {
    const columns = {
      id: sessions.id,
      userId: sessions.userId,
      expiresAt: sessions.expiresAt,
      startedAt: sessions.startedAt,
      userAgent: sessions.userAgent,
      address: sessions.address,
    };
    const rows = await tx
      .select(columns)
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.userId))
      .where(and(eq(sessions.id, id), eq(people.active, true)));
    return rows[0];
  },
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
      .select()
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

export type SessionStore = ReturnType<typeof storeOf>;
export const sessionStore = { staff: storeOf(staffSessions, staff), buyer: storeOf(buyerSessions, buyers) };
