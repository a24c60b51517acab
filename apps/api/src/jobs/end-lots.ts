import { lotStore } from '@tradeline/db/stores';
import type { Day } from '@tradeline/domain/kernel';
import type { Deps } from '../deps.ts';
import { endLots } from '../use-cases/stock/ended-lots.ts';
import { writeStockDigest } from '../use-cases/stock/write-digest.ts';

/** Goods may be brought in by an import, which asks nobody; and a timer may sleep through a night. */
const LOOK_MS = 60_000;

/**
 * Sets aside lots that have ended: at once, then whenever the shop's day turns, by the database's clock; and
 * writes the morning's letter about stock. Any number of processes may do it: a unit is set aside once, under the lock of its balance, and a letter goes once.
 */
export const startLotEnds = ({ db, log }: Pick<Deps, 'db' | 'log'>): { stop: () => Promise<void> } => {
  let stopped = false;
  /** The day whose letter is written: asking again would be for nothing. */
  let told: Day | undefined;
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
    const { day, turnsIn } = await lotStore.clock(db);
    if (told !== day) told = await writeStockDigest({ db });
    sleep(Math.min(turnsIn, LOOK_MS));
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
