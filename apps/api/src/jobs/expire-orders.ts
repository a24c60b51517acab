import { orderLists } from '@tradeline/db/stores';
import type { Deps } from '../deps.ts';
import { system } from '../use-cases/order/actor.ts';
import { runCommand } from '../use-cases/order/run-command.ts';

const EVERY_MS = 20_000;

/** Ends the orders whose time to pay is over, by the database's clock, and gives back what they held; how many. */
export const expireOrders = async (deps: Pick<Deps, 'db' | 'log'>): Promise<number> => {
  let ended = 0;
  for (const id of await orderLists.unpaidInTime(deps.db, 100)) {
    // Somebody may have paid or cancelled since: then the step is refused, and that is right.
    const done = await runCommand(deps, system, { scope: { kind: 'all' }, orderId: id, command: { action: 'expire' } });
    if (done.ok) ended += 1;
  }
  return ended;
};

/** Every process may look: an order ends once, by its version. */
export const startExpiry = (deps: Pick<Deps, 'db' | 'log'>): { stop: () => void } => {
  const timer = setInterval(() => {
    expireOrders(deps).catch((error: unknown) => deps.log.warn({ err: error }, 'unpaid orders could not be ended'));
  }, EVERY_MS);
  timer.unref();
  return { stop: () => clearInterval(timer) };
};
