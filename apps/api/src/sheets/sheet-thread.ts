import { parentPort, workerData } from 'node:worker_threads';
import type { Result } from '@tradeline/domain/kernel';
import { parseSheet, type SheetHead } from './parse-sheet.ts';
import type { SheetProblem, SheetRow } from './sheet.ts';

export type ThreadOrder = { path: string; keep: number };
export type ThreadWord = { rows: SheetRow[] } | { end: Result<SheetHead, SheetProblem> };

/** Rows that travel at once: few enough that nobody holds the sheet twice. */
const TOGETHER = 500;

const { path, keep } = workerData as ThreadOrder;
const say = (word: ThreadWord): void => parentPort?.postMessage(word);
let [rows, kept]: [SheetRow[], number] = [[], 0];
const end = await parseSheet(path, (row) => {
  if (kept++ >= keep) return;
  rows.push(row);
  if (rows.length < TOGETHER) return;
  say({ rows });
  rows = [];
});
say({ rows });
say({ end });
