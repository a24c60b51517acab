import { setTimeout } from 'node:timers/promises';
import type { Database, Raw, Tx } from '@tradeline/db';
import { transact } from '@tradeline/db';
import { outboxStore } from '@tradeline/db/stores';
import { ok } from '@tradeline/domain/kernel';
import type { Logger } from 'pino';
import type { LiveEvent } from '../live/hub.ts';
import { isFlowEvent } from '../use-cases/order/flow/run-task.ts';
import { onNotices } from './on-notice.ts';
import { onFlow } from './order-flow.ts';

const BATCH = 100;
const POLL_MS = 5_000;
/** Between two rounds: bells may ring this much later, and what came meanwhile is taken in together. */
const REST_MS = 150;

export type Dispatcher = { stop: () => Promise<void> };

type Event = Awaited<ReturnType<typeof outboxStore.takeBatch>>[number];

/**
 * Delivers outbox events at least once, oldest first, to the people they concern (their bells, mail, SMS) and to the flow of
 * orders. Screens do not wait for it: they are told by the commit itself. Woken by the notice that committed with the event;
 * the poll is for what was missed.
 */
export const startDispatcher = async (db: Database, raw: Raw, log: Logger): Promise<Dispatcher> => {
  const ending = new AbortController();
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    do {
      again = false;
      while (!stopped && (await deliverBatch(db, raw, log)) === BATCH);
      await setTimeout(REST_MS, undefined, { signal: ending.signal, ref: false }).catch(() => {});
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
      ending.abort();
      clearInterval(timer);
      await unlisten().catch(() => {});
      await running;
    },
  };
};

const deliverBatch = async (db: Database, raw: Raw, log: Logger): Promise<number> => {
  const rung: LiveEvent[] = [];
  const taken = await transact(db, async (tx) => {
    rung.length = 0;
    const rows = await outboxStore.takeBatch(tx, BATCH);
    if (rows.length > 0) rung.push(...(await takeIn(tx, rows, log)));
    return ok(rows.length);
  });
  // Bells ring when the notices stand: a screen that asked before the commit would find none.
  for (const event of rung) await raw.notify('live', JSON.stringify(event));
  return taken.ok ? taken.value : 0;
};

/**
 * Gives events to their consumers, all in few statements. Where that fails, one by one: a consumer that fails takes back
 * what it wrote for its event and nothing else, and that event is delivered again.
 */
const takeIn = async (tx: Tx, rows: readonly Event[], log: Logger): Promise<LiveEvent[]> => {
  try {
    return await tx.transaction((part) => consume(part, rows));
  } catch (error) {
    const [row, second] = rows;
    if (!row) return [];
    if (second) {
      const rung: LiveEvent[] = [];
      for (const one of rows) rung.push(...(await takeIn(tx, [one], log)));
      return rung;
    }
    log.error({ err: error, event: row.id, type: row.type }, 'an event could not be taken in; it will be tried again');
    await outboxStore.failed(tx, row.seq, String(error));
    return [];
  }
};

const consume = async (tx: Tx, rows: readonly Event[]): Promise<LiveEvent[]> => {
  const told = await onNotices(tx, rows);
  await onFlow(
    tx,
    rows.filter(({ type }) => isFlowEvent(type)),
  );
  await outboxStore.delivered(
    tx,
    rows.map(({ seq }) => seq),
  );
  return [...told].flatMap(([{ seq, aggregateId, companyId, at }, sides]) =>
    // Staff hear of every bell; the customer's screens only where a bell of his rang.
    sides.length === 0
      ? []
      : [
          {
            seq,
            type: 'notice.added',
            aggregateType: 'notice',
            aggregateId,
            at,
            companyId: sides.includes('buyer') ? companyId : null,
          },
        ],
  );
};
