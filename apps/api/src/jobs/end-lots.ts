import { lotStore } from '@tradeline/db/stores';
import type { Deps } from '../deps.ts';
import { endLots } from '../use-cases/stock/ended-lots.ts';

/** Goods may be brought in by an import, which asks nobody; and a timer may sleep through a night. */
const LOOK_MS = 60_000;

/**
 * Sets aside lots that have ended: at once, then whenever the shop's day turns, by the database's clock. Any number of processes may do it;
 * a unit is set aside once, under the lock of its balance.
 */
export const startLotEnds = ({ db, log }: Pick<Deps, 'db' | 'log'>): { stop: () => Promise<void> } => {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> = Promise.resolve();
  const sleep = (ms: number): void => {
    if (stopped) return;
    timer = setTimeout(run, ms);
    timer.unref();
  };
  const round = async (): Promise<void> => {
    const units = await endLots({ db });
    if (units > 0) log.info({ units }, 'units of lots that have ended were set aside');
    sleep(Math.min(await lotStore.dayTurnsIn(db), LOOK_MS));
  };
  const run = (): void => {
    running = round().catch((error: unknown) => {
      log.warn({ err: error }, 'ended lots could not be set aside; tried again soon');
      sleep(LOOK_MS);
    });
  };
  run();
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
};
