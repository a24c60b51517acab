import type { Database, Raw } from '@tradeline/db';
import { transact } from '@tradeline/db';
import { outboxStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import type { Logger } from 'pino';
import type { LiveEvent } from '../live/hub.ts';

const BATCH = 100;
const POLL_MS = 5_000;

export type Dispatcher = { stop: () => Promise<void> };

/**
 * Delivers outbox events at least once, oldest first: each is told to every process by a database notice, for its
 * screens. Woken by the notice that committed with the event; the poll is for what was missed.
 */
export const startDispatcher = async (db: Database, raw: Raw, log: Logger): Promise<Dispatcher> => {
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    do {
      again = false;
      while (!stopped && (await deliverBatch(db, raw)) === BATCH);
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

const deliverBatch = async (db: Database, raw: Raw): Promise<number> => {
  const taken = await transact(db, async (tx) => {
    const rows = await outboxStore.takeBatch(tx, BATCH);
    for (const row of rows) {
      const { seq, type, aggregateType, aggregateId, companyId, at } = row;
      const event: LiveEvent = { seq, type, aggregateType, aggregateId, companyId, at };
      await raw.notify('live', JSON.stringify(event));
      await outboxStore.delivered(tx, seq);
    }
    return ok(rows.length);
  });
  return taken.ok ? taken.value : 0;
};
