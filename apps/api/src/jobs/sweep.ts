import type { Deps } from '../deps.ts';
import { askForTogether } from './bought-together.ts';

const EVERY_MS = 10 * 60_000;

/** Removes sessions that ended, and asks for work that is due once a day. Every process may run it: it deletes what is already dead, and asks once. */
export const startSweeper = (deps: Pick<Deps, 'sessions' | 'log' | 'db' | 'now'>): { stop: () => void } => {
  const { sessions, log } = deps;
  const sweep = (): void => {
    Promise.all([sessions.buyer.removeExpired(), sessions.staff.removeExpired()]).catch((error: unknown) =>
      log.warn({ err: error }, 'sessions could not be swept'),
    );
  };
  const ask = (): void => {
    askForTogether(deps).catch((error: unknown) => log.warn({ err: error }, 'daily work could not be asked for'));
  };
  ask();
  const timer = setInterval(() => {
    sweep();
    ask();
  }, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};
