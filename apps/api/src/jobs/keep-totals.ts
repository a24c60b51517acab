import { stockTotals } from '@tradeline/db/stores';
import type { Deps } from '../deps.ts';

const EVERY_MS = 30_000;

/** Keeps the figures that lists of stock are put in order by. Any number of processes may ask for it; one at a time does it. */
export const startTotals = ({ db, log }: Pick<Deps, 'db' | 'log'>): { stop: () => Promise<void> } => {
  let running: Promise<unknown> | undefined;
  const run = (): void => {
    running ??= stockTotals
      .refresh(db)
      .catch((error: unknown) => log.warn({ err: error }, 'totals of stock could not be kept; tried again soon'))
      .finally(() => {
        running = undefined;
      });
  };
  run();
  const timer = setInterval(run, EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
