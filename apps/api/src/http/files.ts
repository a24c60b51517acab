import { serveStatic } from '@hono/node-server/serve-static';
import type { Hono, MiddlewareHandler } from 'hono';

/** What we make ourselves: pictures are shown in a page, documents only ever saved. Nothing else is a file of ours. */
const PICTURE = /^\/files\/[a-z]+\/[\w.-]+\.webp$/u;
const DOCUMENT = /^\/files\/documents\/[\w.-]+\.pdf$/u;

/**
 * Whatever a file holds, it runs nowhere: its kind is not guessed, it stands in a sandbox without scripts, and documents
 * are handed over instead of opened on our origin. Must stand before the headers of pages, which it replaces.
 */
export const fileHeaders: MiddlewareHandler = async (c, next) => {
  await next();
  c.header('content-security-policy', "default-src 'none'; sandbox");
  c.header('x-content-type-options', 'nosniff');
  if (!PICTURE.test(c.req.path)) c.header('content-disposition', 'attachment');
};

/** The public files. A name never changes what it shows, so it is kept for ever. */
export const serveFiles = (app: Hono, root: string): void => {
  app.get(
    '/files/*',
    async (c, next) =>
      PICTURE.test(c.req.path) || DOCUMENT.test(c.req.path) ? next() : c.json({ error: 'no such file' }, 404),
    serveStatic({
      root,
      rewriteRequestPath: (path) => path.replace(/^\/files/u, ''),
      onFound: (_, c) => {
        c.header('cache-control', 'public, max-age=31536000, immutable');
      },
    }),
  );
  app.all('/files/*', (c) => c.json({ error: 'no such file' }, 404));
};
