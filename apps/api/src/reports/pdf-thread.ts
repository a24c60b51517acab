import { parentPort } from 'node:worker_threads';
import type { PdfDocument } from './pdf.ts';
import { printPdf } from './print-pdf.ts';

let before: Promise<unknown> = Promise.resolve();

/** One at a time: two at once would need twice the memory and be no sooner done. */
parentPort?.on('message', ({ id, document }: { id: number; document: PdfDocument }) => {
  before = before.then(async () => {
    try {
      parentPort?.postMessage({ id, bytes: await printPdf(document) });
    } catch (error) {
      parentPort?.postMessage({ id, problem: String(error) });
    }
  });
});
