import type { Raw } from '@tradeline/db';
import { productPlanStore } from '@tradeline/db/stores';
import type { Deps } from '../deps.ts';
import { onEvents } from '../live/on-events.ts';
import { carryOutPlans } from '../use-cases/product-editing/carry-out-plans.ts';

/** A plan may be made at any time by any process: it is looked for at least this often. */
const LOOK_MS = 15_000;

/**
 * Publishes and withdraws goods at their planned moment: sleeps until the next one by the database's clock, is woken by
 * whatever happens to a product, and looks now and then for what was missed. Any number of processes may run it.
 */
export const startProductPlans = async (
  deps: Pick<Deps, 'db' | 'log'> & { raw: Raw },
): Promise<{ stop: () => Promise<void> }> => {
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | undefined;
  const round = async (): Promise<void> => {
    await carryOutPlans(deps);
    const next = await productPlanStore.nextIn(deps.db);
    if (stopped) return;
    clearTimeout(timer);
    timer = setTimeout(wake, Math.min(next ?? LOOK_MS, LOOK_MS));
    timer.unref();
  };
  const wake = (): void => {
    if (stopped) return;
    running ??= round()
      .catch((error: unknown) => {
        deps.log.error({ err: error }, 'planned products could not be switched; it will be tried again');
        timer = setTimeout(wake, LOOK_MS);
        timer.unref();
      })
      .finally(() => {
        running = undefined;
      });
  };
  const { unlisten } = await onEvents(deps.raw, ({ aggregateType }) => aggregateType === 'product', wake);
  return {
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await unlisten().catch(() => {});
      await running;
    },
  };
};
