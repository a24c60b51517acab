import type { Raw } from '@tradeline/db';
import type { Deps } from '../deps.ts';
import { isMoreThanPlaced, onEvents } from '../live/on-events.ts';
import { pollParcels, subscribeParcels } from '../use-cases/tracking/watch-parcels.ts';

const EVERY_MS = 60_000;

/**
 * Follows parcels: a new one is subscribed to as soon as the step that sent it is committed, a silent one is asked after.
 * One round runs at a time, and holds no connection while the carrier thinks.
 */
export const startParcelWatch = async (
  deps: Pick<Deps, 'db' | 'parcelDesk' | 'log' | 'env'> & { raw: Raw },
): Promise<{ stop: () => Promise<void> }> => {
  if (!deps.parcelDesk) return { stop: async () => {} };
  let running: Promise<unknown> | undefined;
  let again = false;
  const run = (work: () => Promise<unknown>): void => {
    if (running) {
      again = true;
      return;
    }
    running = work()
      .catch((error: unknown) => deps.log.warn({ err: error }, 'parcels could not be looked after; tried again soon'))
      .finally(() => {
        running = undefined;
        if (!again) return;
        again = false;
        run(() => subscribeParcels(deps));
      });
  };
  const wake = (): void => run(() => subscribeParcels(deps));
  const { unlisten } = await onEvents(deps.raw, isMoreThanPlaced, wake);
  const timer = setInterval(
    () =>
      run(async () => {
        await subscribeParcels(deps);
        await pollParcels(deps);
      }),
    EVERY_MS,
  );
  timer.unref();
  return {
    stop: async () => {
      again = false;
      clearInterval(timer);
      await unlisten().catch(() => {});
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 8_000).unref())]);
    },
  };
};
