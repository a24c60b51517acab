import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { jobStore } from '@tradeline/db/stores';
import type { Hono } from 'hono';
import { type SheetFormat, sheetMime } from '../sheets/write-sheet.ts';
import type { Context } from '../trpc/context.ts';
import type { ExportResult } from '../use-cases/exports/run-export.ts';

/**
 * `GET /downloads/<job>`: the file that an export of one's own made. Another person's job is not there. Never kept by a
 * cache, never shown in the page.
 */
export const serveDownloads = (
  app: Hono,
  contextOf: (request: Request, resHeaders: Headers) => Promise<Context>,
): void => {
  app.get('/downloads/:job', async (c) => {
    const { deps, staff } = await contextOf(c.req.raw, c.res.headers);
    if (!staff) return c.json({ error: 'not-signed-in' }, 401);
    const id = c.req.param('job');
    const job = /^[0-9a-f-]{36}$/u.test(id)
      ? await jobStore.find(deps.db, id, { type: 'staff', id: staff.id })
      : undefined;
    if (job?.kind !== 'export' || job.state !== 'done') return c.json({ error: 'no such file' }, 404);
    const { file } = job.result as ExportResult;
    const path = deps.storage.pathOf('private', file);
    const size = await stat(path).then(
      (found) => found.size,
      () => undefined,
    );
    if (size === undefined) return c.json({ error: 'no such file' }, 404);
    const format = file.split('.').at(-1) as SheetFormat;
    const day = job.createdAt.slice(0, 10);
    return new Response(Readable.toWeb(createReadStream(path)) as ReadableStream, {
      headers: {
        'content-type': sheetMime[format],
        'content-length': String(size),
        'content-disposition': `attachment; filename="${(job.payload as { sheet: string }).sheet}-${day}.${format}"`,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    });
  });
};
