import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import { SHEET_LIMITS, type Sheet, type SheetProblem, type SheetRow } from './sheet.ts';
import type { ThreadOrder, ThreadWord } from './sheet-thread.ts';

const MEBIBYTES = 256;
const SECONDS = 20;
/** Beside this file while developing; beside the bundle in production. */
const thread = new URL(import.meta.url.endsWith('.ts') ? './sheet-thread.ts' : './sheet-thread.js', import.meta.url);

/**
 * Reads a spreadsheet or CSV file in a thread with little memory and little time: whatever it holds, the requests of
 * others are answered meanwhile, and a file that is made to be large ends its thread and nothing else. Of the rows the first
 * `keep` are kept, the others are read and counted.
 */
export const readSheet = (
  path: string,
  {
    keep = SHEET_LIMITS.rows,
    mebibytes = MEBIBYTES,
    seconds = SECONDS,
  }: { keep?: number; mebibytes?: number; seconds?: number } = {},
): Promise<Result<Sheet, SheetProblem>> =>
  new Promise((resolve, reject) => {
    const rows: SheetRow[] = [];
    const worker = new Worker(thread, {
      workerData: { path, keep } satisfies ThreadOrder,
      resourceLimits: { maxOldGenerationSizeMb: mebibytes, maxYoungGenerationSizeMb: 8 },
    });
    const settle = (result: Result<Sheet, SheetProblem>): void => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(() => settle(err({ kind: 'takes-too-long', seconds })), seconds * 1_000);
    worker.on('message', (word: ThreadWord) => {
      if ('rows' in word) for (const row of word.rows) rows.push(row);
      else settle(word.end.ok ? ok({ ...word.end.value, rows }) : word.end);
    });
    worker.once('error', (error) => {
      clearTimeout(timer);
      if (Reflect.get(error, 'code') === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve(err({ kind: 'takes-too-much-memory', mebibytes }));
      else reject(error);
    });
  });
