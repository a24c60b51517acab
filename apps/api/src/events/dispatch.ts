import type { Database, Raw } from '@tradeline/db';
import { transact } from '@tradeline/db';
import { outboxStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import { isNoticeKind } from '@tradeline/domain/notices';
import type { Logger } from 'pino';
import type { LiveEvent } from '../live/hub.ts';
import { isFlowEvent } from '../use-cases/order/flow/run-task.ts';
import { onNotice } from './on-notice.ts';
import { onFlow } from './order-flow.ts';

const BATCH = 100;
const POLL_MS = 5_000;

export type Dispatcher = { stop: () => Promise<void> };

/**
 * Delivers outbox events at least once, oldest first: each is told to every process by a database notice, for its
 * screens, and to the people it concerns by their bells. Woken by the notice that committed with the event; the poll is for what was missed.
 */
export const startDispatcher = async (db: Database, raw: Raw, log: Logger): Promise<Dispatcher> => {
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    do {
      again = false;
      while (!stopped && (await deliverBatch(db, raw, log)) === BATCH);
    } while (again && !stopped);
  };
  const wake = (): void => {
    again = true;
    running ??= drain()
      .catch((error: unknown) => log.error({ err: error }, 'outbox dispatch failed; it will be tried again'))
      .finally(() => {
        running = undefined;
      });
  };
  const { unlisten } = await raw.listen('outbox', wake, wake);
  const timer = setInterval(wake, POLL_MS);
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await unlisten().catch(() => {});
      await running;
    },
  };
};

const deliverBatch = async (db: Database, raw: Raw, log: Logger): Promise<number> => {
  const noticed: LiveEvent[] = [];
  const taken = await transact(db, async (tx) => {
    noticed.length = 0;
    const rows = await outboxStore.takeBatch(tx, BATCH);
    for (const row of rows) {
      const { seq, type, aggregateType, aggregateId, companyId, at } = row;
      const event: LiveEvent = { seq, type, aggregateType, aggregateId, companyId, at };
      await raw.notify('live', JSON.stringify(event));
      try {
        // A consumer that fails takes back what it wrote and nothing else; its event is delivered again.
        const told = isNoticeKind(type) ? await tx.transaction((part) => onNotice(part, row)) : [];
        if (isFlowEvent(type)) await tx.transaction((part) => onFlow(part, row));
        // Staff hear of every event; the customer's screens only where a bell of his rang.
        const rung = { ...event, type: 'notice.added', aggregateType: 'notice' };
        if (told.length > 0) noticed.push(told.includes('buyer') ? rung : { ...rung, companyId: null });
        await outboxStore.delivered(tx, seq);
      } catch (error) {
        log.error({ err: error, event: row.id, type }, 'an event could not be taken in; it will be tried again');
        await outboxStore.failed(tx, seq, String(error));
      }
    }
    return ok(rows.length);
  });
  // Bells ring when the notices stand: a screen that asked before the commit would find none.
  for (const event of noticed) await raw.notify('live', JSON.stringify(event));
  return taken.ok ? taken.value : 0;
};
