import type { Raw } from '@tradeline/db';
import type { Deps } from '../deps.ts';
import { isMoreThanPlaced, onEvents } from '../live/on-events.ts';
import { sendRefunds } from '../use-cases/payment/send-refunds.ts';
import { watchPayments } from '../use-cases/payment/watch-payments.ts';

const EVERY_MS = 15_000;

/**
 * Looks for what no notice told: attempts without a last word and refunds to send. Each attempt is asked about once a
 * minute however many processes look; a refund goes out as soon as the step that owes it is committed. One round runs
 * at a time, and holds no connection while a gateway thinks.
 */
export const startPaymentWatch = async (
  deps: Pick<Deps, 'db' | 'payments' | 'now' | 'log'> & { raw: Raw },
): Promise<{ stop: () => Promise<void> }> => {
  if (Object.keys(deps.payments).length === 0) return { stop: async () => {} };
  let running: Promise<unknown> | undefined;
  let again = false;
  const run = (work: () => Promise<unknown>): void => {
    if (running) {
      again = true;
      return;
    }
    running = work()
      .catch((error: unknown) => deps.log.warn({ err: error }, 'payments could not be looked after; tried again soon'))
      .finally(() => {
        running = undefined;
        if (!again) return;
        again = false;
        run(() => sendRefunds(deps));
      });
  };
  const wake = (): void => run(() => sendRefunds(deps));
  const { unlisten } = await onEvents(deps.raw, isMoreThanPlaced, wake);
  const timer = setInterval(() => run(() => watchPayments(deps)), EVERY_MS);
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
