import type { Raw } from '@tradeline/db';
import type { Deps } from '../deps.ts';
import { isMoreThanPlaced, onEvents } from '../live/on-events.ts';
import { system } from '../use-cases/order/actor.ts';
import { releaseAllOwed } from '../use-cases/picking/release-owed.ts';

const EVERY_MS = 30_000;
/** Something happens all the time: one look serves all of it. */
const REST_MS = 2_000;

/**
 * Serves what is owed as soon as goods lie free, whatever made them so: a receipt, a transfer, a cancelled order, goods that
 * were found again. Any number of processes may look; an order is decided under its lock.
 */
export const startOwedRelease = async (
  deps: Pick<Deps, 'db' | 'log'> & { raw: Raw },
): Promise<{ stop: () => Promise<void> }> => {
  let running: Promise<unknown> | undefined;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const run = (): void => {
    running ??= releaseAllOwed(deps, system)
      .catch((error: unknown) => deps.log.warn({ err: error }, 'what is owed could not be served; tried again soon'))
      .finally(() => {
        running = undefined;
      });
  };
  const wake = (): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      run();
    }, REST_MS);
    waiting.unref();
  };
  const { unlisten } = await onEvents(deps.raw, isMoreThanPlaced, wake);
  const timer = setInterval(run, EVERY_MS);
  timer.unref();
  return {
    stop: async () => {
      clearInterval(timer);
      clearTimeout(waiting);
      await unlisten().catch(() => {});
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 8_000).unref())]);
    },
  };
};
