import type { Deps } from '../deps.ts';

const EVERY_MS = 10 * 60_000;

/** Removes sessions that ended. Every process may run it: it deletes what is already dead. */
export const startSweeper = ({ sessions, log }: Pick<Deps, 'sessions' | 'log'>): { stop: () => void } => {
  const sweep = (): void => {
    Promise.all([sessions.buyer.removeExpired(), sessions.staff.removeExpired()]).catch((error: unknown) =>
      log.warn({ err: error }, 'sessions could not be swept'),
    );
  };
  const timer = setInterval(sweep, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};
