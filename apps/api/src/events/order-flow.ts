import type { Raw, Tx } from '@tradeline/db';
import { orderFlowStore, type outboxStore } from '@tradeline/db/stores';
import type { Deps } from '../deps.ts';
import { automationNow } from '../use-cases/order/flow/automation.ts';
import { runFlowTask } from '../use-cases/order/flow/run-task.ts';

type Event = Awaited<ReturnType<typeof outboxStore.takeBatch>>[number];

const POLL_MS = 10_000;

/** Asks the flow for what events may bring about, in the transaction that delivers them: once each, by the event's own id. */
export const onFlow = async (tx: Tx, events: readonly Event[]): Promise<void> => {
  if (events.length === 0) return;
  const { automation } = await automationNow(tx);
  if (!(automation.confirm || automation.startReview || automation.startPicking)) return;
  await orderFlowStore.ask(
    tx,
    events.map(({ id, aggregateId, type }) => ({ eventId: id, orderId: aggregateId, event: type })),
  );
};

/** Carries out what waits, one task after another; every process may do so, each task is held by one. */
export const startOrderFlow = async (
  deps: Pick<Deps, 'db' | 'log'> & { raw: Raw },
): Promise<{ stop: () => Promise<void> }> => {
  let [stopped, again] = [false, false];
  let running: Promise<void> | undefined;
  const drain = async (): Promise<void> => {
    do {
      again = false;
      while (!stopped && (await runFlowTask(deps)));
    } while (again && !stopped);
  };
  const wake = (): void => {
    again = true;
    running ??= drain()
      .catch((error: unknown) => deps.log.error({ err: error }, 'orders could not flow on; it will be tried again'))
      .finally(() => {
        running = undefined;
      });
  };
  const { unlisten } = await deps.raw.listen('order-flow', wake, wake);
  const timer = setInterval(wake, POLL_MS);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await unlisten().catch(() => {});
      await running;
    },
  };
};
