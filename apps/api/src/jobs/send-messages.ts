import type { Raw } from '@tradeline/db';
import type { Deps } from '../deps.ts';
import { sendWaiting } from '../use-cases/notices/send-waiting.ts';

const EVERY_MS = 20_000;

/** Sends mail and SMS as soon as what wrote them is committed; the round is for what waits for another try. Any number of processes may. */
export const startSending = async (
  deps: Pick<Deps, 'db' | 'mail' | 'sms' | 'addresses' | 'log'> & { raw: Raw },
): Promise<{ stop: () => Promise<void> }> => {
  let running: Promise<unknown> | undefined;
  let again = false;
  const wake = (): void => {
    if (running) {
      again = true;
      return;
    }
    running = sendWaiting(deps)
      .catch((error: unknown) => deps.log.warn({ err: error }, 'messages could not be sent; tried again soon'))
      .finally(() => {
        running = undefined;
        if (again) {
          again = false;
          wake();
        }
      });
  };
  const { unlisten } = await deps.raw.listen('sendings', wake, wake);
  const timer = setInterval(wake, EVERY_MS);
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
