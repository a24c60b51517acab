import type { Deps } from '../deps.ts';
import { startDispatcher } from '../events/dispatch.ts';
import { startOrderFlow } from '../events/order-flow.ts';
import { startLotEnds } from './end-lots.ts';
import { startExpiry } from './expire-orders.ts';
import { jobHandlers } from './handlers.ts';
import { startTotals } from './keep-totals.ts';
import { startProductPlans } from './product-plans.ts';
import { startOwedRelease } from './release-owed.ts';
import { startSending } from './send-messages.ts';
import { startSweeper } from './sweep.ts';
import { startParcelWatch } from './watch-parcels.ts';
import { startPaymentWatch } from './watch-payments.ts';
import { startWorker } from './worker.ts';

/**
 * All that is done without being asked for by a request: events told to screens and people, orders moved on, jobs, payments
 * and parcels asked after, what is out of date removed. Any number of processes may do it side by side; one must.
 */
export const startBackground = async (deps: Deps): Promise<{ stop: () => Promise<void> }> => {
  const running: { stop: () => void | Promise<void> }[] = [
    await startDispatcher(deps.db, deps.raw, deps.log),
    await startOrderFlow(deps),
    startSweeper(deps),
    startExpiry(deps),
    startLotEnds(deps),
    startTotals(deps),
    await startProductPlans(deps),
    await startPaymentWatch(deps),
    await startParcelWatch(deps),
    await startOwedRelease(deps),
    await startSending(deps),
    await startWorker(deps, jobHandlers(deps)),
  ];
  return {
    stop: async () => {
      for (const work of running) await work.stop();
    },
  };
};
