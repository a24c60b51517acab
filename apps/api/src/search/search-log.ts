import type { Database } from '@tradeline/db';
import { type SearchEntry, searchLogStore } from '@tradeline/db/stores';
import type { Logger } from 'pino';

const FLUSH_MS = 1_000;
const MOST_WAITING = 2_000;

/** Writes down what was searched, some at a time and after the answer; a search is never late or lost for it. */
export const openSearchLog = (db: Database, log: Logger) => {
  let waiting: SearchEntry[] = [];
  let timer: NodeJS.Timeout | undefined;
  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const batch = waiting;
    waiting = [];
    await searchLogStore
      .add(db, batch)
      .catch((error: unknown) => log.warn({ err: error, lost: batch.length }, 'searches could not be written down'));
  };
  return {
    add: (entry: SearchEntry): void => {
      if (waiting.length >= MOST_WAITING) return;
      waiting.push(entry);
      timer ??= setTimeout(() => void flush(), FLUSH_MS);
    },
    flush,
  };
};
export type SearchLog = ReturnType<typeof openSearchLog>;
