import { createHash, randomBytes } from 'node:crypto';
import type { Database } from '@tradeline/db';
import { type SessionPerson, type SessionRow, sessionStore } from '@tradeline/db/stores';
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
    Lucia: Lucia<{ startedAt: Instant; userAgent: string; address: string }, { person: unknown }>;
    DatabaseSessionAttributes: { startedAt: Instant; userAgent: string; address: string };
    DatabaseUserAttributes: { person: unknown };
    UserId: string;
  }
}

/** Only the digest of a token is stored: who reads the table can open no session. */
const digest = (token: string): string => createHash('sha256').update(token).digest('hex');

/** lucia's eight questions, answered by our store. Ids become digests on the way in; no digest is ever a cookie. */
const adapter = (db: Database, store: (typeof sessionStore)[Audience]): Adapter => {
  const toLucia = (row: SessionRow): DatabaseSession => ({
    id: row.id,
    userId: row.userId,
    expiresAt: new Date(row.expiresAt),
    attributes: { startedAt: row.startedAt, userAgent: row.userAgent ?? '', address: row.address ?? '' },
  });
  return {
    getSessionAndUser: async (token) => {
      const found = await store.find(db, digest(token));
      if (!found) return [null, null];
      const { session, person } = found;
      return [
        { ...toLucia(session), id: token },
        { id: session.userId, attributes: { person } },
      ];
    },
    getUserSessions: async (userId) => (await store.ofUser(db, userId)).map(toLucia),
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

export type Sessions<Of extends Audience = Audience> = ReturnType<typeof createSessions<Of>>;
/** A session that is open, its person as the database has him now, and a cookie where it was prolonged. */
export type OpenFor<Of extends Audience> = { session: OpenSession; person: SessionPerson<Of>; cookie?: string };

/** Sessions of one audience. A buyer's token is looked up among buyers only, so it can never open a staff procedure. */
export const createSessions = <Of extends Audience>(
  db: Database,
  audience: Of,
  { secure, now }: { secure: boolean; now: () => Instant },
) => {
  const store: (typeof sessionStore)[Audience] = sessionStore[audience];
  const lifetime = lifetimes[audience];
  const lucia = new Lucia(adapter(db, store), {
    sessionExpiresIn: lifetime.idle,
    sessionCookie: {
      name: `${secure ? '__Host-' : ''}${audience}_sid`,
      attributes: { secure, sameSite: audience === 'staff' ? 'strict' : 'lax', path: '/' },
    },
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });
  return {
    /** A new token at every sign-in: a planted cookie never becomes a session. */
    open: async (userId: string, request: SessionRequest): Promise<string> => {
      const token = randomBytes(32).toString('base64url');
      const attributes = { startedAt: now(), userAgent: request.userAgent.slice(0, 300), address: request.address };
      await lucia.createSession(userId, attributes, { sessionId: token });
      return lucia.createSessionCookie(token).serialize();
    },
    read: async (cookieHeader: string): Promise<OpenFor<Of> | undefined> => {
      const token = lucia.readSessionCookie(cookieHeader);
      if (!token) return undefined;
      const { session, user } = await lucia.validateSession(token);
      if (!session) return undefined;
      if (toMillis(session.startedAt) + lifetime.absolute.milliseconds() <= toMillis(now())) {
        await lucia.invalidateSession(token);
        return undefined;
      }
      const open = { id: digest(token), userId: session.userId, startedAt: session.startedAt, fresh: session.fresh };
      // The store of this audience found him, so he is one of its people.
      const person = user.person as SessionPerson<Of>;
      return session.fresh
        ? { session: open, person, cookie: lucia.createSessionCookie(token).serialize() }
        : { session: open, person };
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
