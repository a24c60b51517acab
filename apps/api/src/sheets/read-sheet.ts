import { Worker } from 'node:worker_threads';
import { err, type Result } from '@tradeline/domain/kernel';
import type { Sheet, SheetProblem } from './sheet.ts';

const MEBIBYTES = 256;
const SECONDS = 20;
/** Beside this file while developing; beside the bundle in production. */
const thread = new URL(import.meta.url.endsWith('.ts') ? './sheet-thread.ts' : './sheet-thread.js', import.meta.url);

/**
 * Reads a spreadsheet or CSV file in a thread with little memory and little time: whatever it holds, the requests of
 * others are answered meanwhile, and a file that is made to be large ends its thread and nothing else.
 */
export const readSheet = (
  path: string,
  { mebibytes = MEBIBYTES, seconds = SECONDS }: { mebibytes?: number; seconds?: number } = {},
): Promise<Result<Sheet, SheetProblem>> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(thread, {
      workerData: path,
      resourceLimits: { maxOldGenerationSizeMb: mebibytes, maxYoungGenerationSizeMb: 8 },
    });
    const settle = (result: Result<Sheet, SheetProblem>): void => {
      clearTimeout(timer);
      resolve(result);
      void worker.terminate();
    };
    const timer = setTimeout(() => settle(err({ kind: 'takes-too-long', seconds })), seconds * 1_000);
    worker.once('message', settle);
    worker.once('error', (error) => {
      clearTimeout(timer);
      if (Reflect.get(error, 'code') === 'ERR_WORKER_OUT_OF_MEMORY')
        resolve(err({ kind: 'takes-too-much-memory', mebibytes }));
      else reject(error);
    });
  });
