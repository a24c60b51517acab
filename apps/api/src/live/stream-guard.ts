import type { Database } from '@tradeline/db';
import { sessionStore } from '@tradeline/db/stores';
import type { Logger } from 'pino';
import type { Audience } from '../auth/sessions.ts';

const CHECK_MS = 3_000;

export type StreamGuard = {
  /** A signal that aborts with the request, or a few seconds after its session has ended. */
  watch: (audience: Audience, sessionId: string, request: AbortSignal | undefined) => AbortSignal;
  open: () => number;
  stop: () => void;
};

/** A stream outlives the request that was authorised, so it is asked again: one query for all streams of an audience. */
export const startStreamGuard = (db: Database, log: Logger): StreamGuard => {
  const streams = new Set<{ audience: Audience; sessionId: string; end: AbortController }>();
  const check = async (audience: Audience): Promise<void> => {
    const own = [...streams].filter((stream) => stream.audience === audience);
    const open = await sessionStore[audience].openAmong(db, [...new Set(own.map((stream) => stream.sessionId))]);
    for (const stream of own) if (!open.has(stream.sessionId)) stream.end.abort();
  };
  const timer = setInterval(() => {
    if (streams.size === 0) return;
    Promise.all([check('buyer'), check('staff')]).catch((error: unknown) =>
      log.warn({ err: error }, 'streams could not be checked'),
    );
  }, CHECK_MS);
  timer.unref();
  return {
    watch: (audience, sessionId, request) => {
      const stream = { audience, sessionId, end: new AbortController() };
      streams.add(stream);
      const signal = request ? AbortSignal.any([request, stream.end.signal]) : stream.end.signal;
      signal.addEventListener('abort', () => streams.delete(stream), { once: true });
      return signal;
    },
    open: () => streams.size,
    stop: () => clearInterval(timer),
  };
};
