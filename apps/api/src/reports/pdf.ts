import { Worker } from 'node:worker_threads';
import type { Content } from 'pdfmake/interfaces.js';

/** What is printed, as plain data: it travels to a thread. `footer` stands on every page, left of the page's number. */
export type PdfDocument = {
  title: string;
  language: 'zh-CN' | 'en';
  footer: string;
  /** A4 unless it is a label of 100 × 150 mm, which has neither foot nor number. */
  page?: 'a4' | 'label';
  content: Content[];
};
export type PdfAnswer = { id: number } & ({ bytes: Uint8Array } | { problem: string });

/** A thread that has nothing to print gives its memory back after this long. */
const IDLE_MS = 60_000;
/** Beside this file while developing; beside the bundle in production. */
const path = new URL(import.meta.url.endsWith('.ts') ? './pdf-thread.ts' : './pdf-thread.js', import.meta.url);

type Waiting = { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void };
const waiting = new Map<number, Waiting>();
let thread: Worker | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;
let serial = 0;

/**
 * Sets a document as PDF in a thread of its own: half a second of work, during which the requests of others are answered.
 * One thread prints one document after another and keeps the fonts it has read.
 */
export const makePdf = (document: PdfDocument): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const id = ++serial;
    waiting.set(id, { resolve, reject });
    clearTimeout(idle);
    thread ??= open();
    thread.postMessage({ id, document });
  });

const open = (): Worker => {
  const worker = new Worker(path, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
  // A program that has nothing else to do may end.
  worker.unref();
  worker.on('message', (answer: PdfAnswer) => {
    const asker = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('bytes' in answer) asker?.resolve(answer.bytes);
    else asker?.reject(new Error(`a document could not be printed: ${answer.problem}`));
    if (waiting.size > 0) return;
    idle = setTimeout(close, IDLE_MS);
    idle.unref();
  });
  worker.on('error', (error: Error) => {
    if (thread === worker) thread = undefined;
    for (const asker of waiting.values()) asker.reject(error);
    waiting.clear();
  });
  return worker;
};

const close = (): void => {
  void thread?.terminate();
  thread = undefined;
};
