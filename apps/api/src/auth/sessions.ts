import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '@tradeline/db';
import { type SessionStore, sessionStore } from '@tradeline/db/stores';
import { fromMillis, type Instant, toMillis } from '@tradeline/domain/kernel';
import { type Adapter, type DatabaseSession, Lucia, TimeSpan } from 'lucia';

export type Audience = 'buyer' | 'staff';

/** Idle and absolute lifetimes. lucia slides the idle one at its half; the absolute one is ours. */
const lifetimes = {
  buyer: { idle: new TimeSpan(8, 'h'), absolute: new TimeSpan(7, 'd') },
  staff: { idle: new TimeSpan(30, 'm'), absolute: new TimeSpan(8, 'h') },
} as const;

export type OpenSession = { id: string; userId: string; startedAt: Instant; fresh: boolean };
export type SessionRequest = { userAgent: string; address: string };
export type SessionSummary = { id: string; startedAt: Instant; expiresAt: Instant; userAgent: string; address: string };

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<{ startedAt: Instant; userAgent: string; address: string }>;
    DatabaseSessionAttributes: { startedAt: Instant; userAgent: string; address: string };
    UserId: string;
  }
}

/** Only the digest of a token is stored: who reads the table can open no session. */
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** lucia's eight questions, answered by our store. Ids become digests on the way in; no digest is ever a cookie. */
const adapter = (db: Database, store: SessionStore): Adapter => {
  const toLucia = (row: Awaited<ReturnType<SessionStore['find']>>): DatabaseSession | null =>
    row
      ? {
          id: row.id,
          userId: row.userId,
          expiresAt: new Date(row.expiresAt),
          attributes: { startedAt: row.startedAt, userAgent: row.userAgent ?? '', address: row.address ?? '' },
        }
      : null;
  return {
    getSessionAndUser: async (token) => {
      const session = toLucia(await store.find(db, digest(token)));
      return session
        ? [
            { ...session, id: token },
            { id: session.userId, attributes: {} },
          ]
        : [null, null];
    },
    getUserSessions: async (userId) => (await store.ofUser(db, userId)).flatMap((row) => toLucia(row) ?? []),
    setSession: (s) =>
      store.add(db, {
        id: digest(s.id),
        userId: s.userId,
        expiresAt: fromMillis(s.expiresAt.getTime()),
        ...s.attributes,
      }),
    updateSessionExpiration: (token, at) => store.extend(db, digest(token), fromMillis(at.getTime())),
    deleteSession: (token) => store.remove(db, digest(token)),
    deleteUserSessions: (userId) => store.removeOfUser(db, userId),
    deleteExpiredSessions: () => store.removeExpired(db),
  };
};

export type Sessions = ReturnType<typeof createSessions>;

/** Sessions of one audience. A buyer's token is looked up among buyers only, so it can never open a staff procedure. */
export const createSessions = (
  db: Database,
  audience: Audience,
  { secure, now }: { secure: boolean; now: () => Instant },
) => {
  const store = sessionStore[audience];
  const lifetime = lifetimes[audience];
  const lucia = new Lucia(adapter(db, store), {
    sessionExpiresIn: lifetime.idle,
    sessionCookie: {
      name: `${secure ? '__Host-' : ''}${audience}_sid`,
      attributes: { secure, sameSite: audience === 'staff' ? 'strict' : 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
  });
  return {
    /** A new token at every sign-in: a planted cookie never becomes a session. */
    open: async (userId: string, request: SessionRequest): Promise<string> => {
      const token = randomBytes(32).toString('base64url');
      const attributes = { startedAt: now(), userAgent: request.userAgent.slice(0, 300), address: request.address };
      await lucia.createSession(userId, attributes, { sessionId: token });
      return lucia.createSessionCookie(token).serialize();
    },
    read: async (cookieHeader: string): Promise<{ session: OpenSession; cookie?: string } | undefined> => {
      const token = lucia.readSessionCookie(cookieHeader);
      if (!token) return undefined;
      const { session } = await lucia.validateSession(token);
      if (!session) return undefined;
      if (toMillis(session.startedAt) + lifetime.absolute.milliseconds() <= toMillis(now())) {
        await lucia.invalidateSession(token);
        return undefined;
      }
      const open = { id: digest(token), userId: session.userId, startedAt: session.startedAt, fresh: session.fresh };
      return session.fresh
        ? { session: open, cookie: lucia.createSessionCookie(token).serialize() }
        : { session: open };
    },
    list: async (userId: string): Promise<SessionSummary[]> =>
      (await store.ofUser(db, userId)).map((s) => ({
        id: s.id,
        startedAt: s.startedAt,
        expiresAt: s.expiresAt,
        userAgent: s.userAgent ?? '',
        address: s.address ?? '',
      })),
    close: (id: string, userId: string): Promise<void> => store.removeOwn(db, id, userId),
    closeAll: (userId: string): Promise<void> => store.removeOfUser(db, userId),
    removeExpired: (): Promise<void> => store.removeExpired(db),
    blankCookie: (): string => lucia.createBlankSessionCookie().serialize(),
  };
};
