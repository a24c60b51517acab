import { jobStore, orderLists, uploadStore } from '@tradeline/db/stores';
import type { Deps } from '../deps.ts';
import { askForTogether } from './bought-together.ts';
import { askForTurnover } from './stock-turnover.ts';

const EVERY_MS = 10 * 60_000;
/** How long a report and its file can be fetched. */
const DAYS = 30;
/** Uploads that only a job reads; what others keep (vouchers, attachments) is theirs to remove. */
const READ_ONCE = ['import-sheet', 'import-prices', 'import-stock', 'import-pictures'];

/** Removes sessions that ended, sums up tallies, removes jobs and uploads of long ago with their files, and asks for what is due once a day. Every process may run it. */
export const startSweeper = (deps: Pick<Deps, 'db' | 'sessions' | 'storage' | 'log' | 'now'>): { stop: () => void } => {
  const { log } = deps;
  const sweep = (): void => {
    sweepOnce(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'what is over could not be swept'));
  };
  const ask = (): void => {
    Promise.all([askForTogether(deps), askForTurnover(deps)]).catch((error: unknown) =>
      log.warn({ err: error }, 'daily work could not be asked for'),
    );
  };
  ask();
  const timer = setInterval(() => {
    sweep();
    ask();
  }, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};

export const sweepOnce = async ({
  db,
  sessions,
  storage,
}: Pick<Deps, 'db' | 'sessions' | 'storage'>): Promise<void> => {
  await Promise.all([sessions.buyer.removeExpired(), sessions.staff.removeExpired(), orderLists.sumTallies(db)]);
  const files = await uploadStore.removeOld(db, READ_ONCE, DAYS);
  for (const { result } of await jobStore.removeOld(db, DAYS)) files.push(...filesOf(result));
  for (const file of files) await storage.remove('private', file);
};

/** Names of private files that the result of a job speaks of. */
const filesOf = (result: unknown): string[] => {
  if (typeof result !== 'object' || result === null) return [];
  const { file, rejectedFile } = result as { file?: unknown; rejectedFile?: unknown };
  return [file, rejectedFile].filter((name) => typeof name === 'string');
};
