import type { Result } from '@tradeline/domain/kernel';
import type { Database, Tx } from './client.ts';

/** SQLSTATEs that say "try again": serialization failure, deadlock, lock not available in time. */
const RETRYABLE = new Set(['40001', '40P01', '55P03']);
const ATTEMPTS = 4;

class Refused<E> extends Error {
  readonly refusal: E;
  constructor(refusal: E) {
    super('refused');
    this.refusal = refusal;
  }
}

/** The SQLSTATE of a database error, wherever drizzle wrapped it. */
export const sqlState = (error: unknown): string | undefined => {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const code: unknown = Reflect.get(e, 'code');
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
  }
  return undefined;
};

/** What a driver says when there is no server to talk to, beside the SQLSTATEs of one that is going or not yet there. */
const AWAY =
  /^(CONNECTION_CLOSED|CONNECTION_ENDED|CONNECTION_DESTROYED|CONNECT_TIMEOUT|ECONNREFUSED|ECONNRESET|EPIPE|57P0[123]|08...)$/;

/** Whether the database was not there to answer: nothing is wrong with what was asked, it can be asked again. */
export const isDatabaseAway = (error: unknown): boolean => {
  for (let e: unknown = error; e instanceof Error; e = e.cause) {
    const code: unknown = Reflect.get(e, 'code');
    if (typeof code === 'string' && AWAY.test(code)) return true;
  }
  return false;
};

/** SQLSTATEs of a server that has more to do than it can answer in time: cancelled by a limit, or out of connections. */
const BUSY = new Set([...RETRYABLE, '57014', '53300']);

/** Whether the same question may well be answered a little later: the database was away, or too busy. */
export const isUnavailable = (error: unknown): boolean => isDatabaseAway(error) || BUSY.has(sqlState(error) ?? '');

/**
 * Runs a use-case in one READ COMMITTED transaction. A refusal rolls everything back and is returned as the value it is;
 * a deadlock or a lock that did not come in time is retried with growing, jittered pauses. No network call belongs inside.
 */
export const transact = async <T, E>(db: Database, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E>> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(async (tx) => {
        const result = await work(tx);
        if (!result.ok) throw new Refused(result.error);
        return result;
      });
    } catch (error) {
      if (error instanceof Refused) return { ok: false, error: error.refusal as E };
      if (attempt >= ATTEMPTS || !RETRYABLE.has(sqlState(error) ?? '')) throw error;
      await new Promise((resolve) => setTimeout(resolve, 15 * 2 ** attempt * (0.5 + Math.random())));
    }
  }
};
