import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { serveStatic } from '@hono/node-server/serve-static';
import { isUnavailable } from '@tradeline/db';
import { fetchRequestHandler } from '@trpc/server/adapters/fetch';
import { Hono, type Context as HonoContext } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { compress } from 'hono/compress';
import { secureHeaders } from 'hono/secure-headers';
import type { Audience } from '../auth/sessions.ts';
import type { Deps } from '../deps.ts';
import type { Context } from '../trpc/context.ts';
import { listProcedures } from '../trpc/list-procedures.ts';
import { adminRouter, buyerRouter } from '../trpc/router.ts';
import { whoIsBuyer, whoIsStaff } from '../use-cases/session/who-is.ts';
import { compressJson } from './compress-json.ts';
import { serveDocuments } from './documents.ts';
import { serveDownloads } from './downloads.ts';
import { fileHeaders, serveFiles } from './files.ts';
import { ownPageOnly, sameOriginOnly, shallowJson } from './guards.ts';
import { serveNotices } from './notices.ts';
import { serveOrderFiles } from './order-files.ts';
import { peerAddress } from './peer-address.ts';
import { serveUploads } from './uploads.ts';

export type AppOptions = {
  audience: Audience;
  /** The built app of this origin; without it only the API is served. */
  dist?: string | undefined;
  secure: boolean;
  isReady: () => Promise<boolean>;
};

const BODY_LIMIT = 1024 * 1024;

/** One origin: the app's files, its procedures, the pictures, and the two health answers. */
export const createApp = (deps: Deps, { audience, dist, secure, isReady }: AppOptions): Hono => {
  const app = new Hono();
  const trusted = new Set(
    deps.env.TRUSTED_PROXIES.split(',')
      .map((address) => address.trim())
      .filter(Boolean),
  );
  app.use('/files/*', fileHeaders);
  app.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
      strictTransportSecurity: secure ? 'max-age=31536000; includeSubDomains' : false,
    }),
  );
  app.get('/healthz', (c) => c.json({ ok: true }));
  app.get('/readyz', async (c) =>
    (await isReady()) ? c.json({ ok: true }) : c.json({ ok: false }, 503, { 'retry-after': AWAY_SECONDS }),
  );
  app.get('/procedures.json', (c) => c.json(listProcedures()));

  if (audience === 'buyer') serveNotices(app, deps);

  app.use('/trpc/*', sameOriginOnly);
  app.use(
    '/trpc/*',
    bodyLimit({ maxSize: BODY_LIMIT, onError: (c) => c.json({ error: `body larger than ${BODY_LIMIT} bytes` }, 413) }),
  );
  app.use('/trpc/*', shallowJson);
  app.use('/trpc/*', compressJson);
  app.all('/trpc/*', async (c) => {
    const request = await replayable(c);
    const requestId = randomUUID();
    const log = deps.log.child({ requestId, audience });
    const address = peerAddress(c, trusted);
    return fetchRequestHandler({
      endpoint: '/trpc',
      req: request,
      router: audience === 'buyer' ? buyerRouter : adminRouter,
      maxBatchSize: 10,
      createContext: ({ resHeaders }) => contextFor(deps, audience, { request, resHeaders, requestId, log, address }),
      responseMeta: ({ errors }) => ({
        ...(errors.length > 0 && errors.every(isUnavailable) ? { status: 503 } : {}),
        headers: new Headers({ 'cache-control': 'no-store', 'x-request-id': requestId, ...retryAfter(errors) }),
      }),
      onError: ({ error, path }) => {
        if (error.code === 'BAD_REQUEST') log.info({ procedure: path, message: error.message }, 'input refused');
      },
    });
  });

  app.use('/uploads/*', ownPageOnly);
  const plainContext = (request: Request, resHeaders: Headers): Promise<Context> => {
    const requestId = randomUUID();
    const log = deps.log.child({ requestId, audience });
    return contextFor(deps, audience, { request, resHeaders, requestId, log, address: '' });
  };
  serveUploads(app, plainContext);
  app.use('/documents/*', ownPageOnly);
  serveDocuments(app, plainContext);
  if (audience === 'buyer') serveOrderFiles(app, plainContext);
  // Exports are the staff's; what is not there cannot leak.
  if (audience === 'staff') {
    app.use('/downloads/*', ownPageOnly);
    serveDownloads(app, plainContext);
  }

  serveFiles(app, deps.env.FILES_DIR);
  if (dist) serveApp(app, dist);
  app.onError((error, c) => {
    deps.log.error({ err: error, path: c.req.path }, 'request failed');
    return isUnavailable(error)
      ? c.json({ error: 'unavailable' }, 503, { 'retry-after': AWAY_SECONDS })
      : c.json({ error: 'internal error' }, 500);
  });
  return app;
};

/** The checks above have read the body; the handler gets it once more. */
const replayable = async (c: HonoContext): Promise<Request> => {
  const { url, method, headers, signal } = c.req.raw;
  return method === 'POST' ? new Request(url, { method, headers, signal, body: await c.req.text() }) : c.req.raw;
};

/**
 * Hashed assets for ever, the page itself always asked for anew, and every route of the app answered by that page. The
 * build has written most files in compressed form beside the plain one, and these are what is sent.
 */
const serveApp = (app: Hono, dist: string): void => {
  app.use('/*', compress({ threshold: 1024 }));
  app.get(
    '/assets/*',
    serveStatic({
      root: dist,
      precompressed: true,
      onFound: (_, c) => {
        c.header('cache-control', 'public, max-age=31536000, immutable');
      },
    }),
  );
  app.get('/assets/*', (c) => c.json({ error: 'no such file' }, 404));
  app.get(
    '/*',
    serveStatic({
      root: dist,
      precompressed: true,
      onFound: (_, c) => {
        c.header('cache-control', 'no-cache');
      },
    }),
  );
  app.get('*', async (c) =>
    c.html(await readFile(join(dist, 'index.html'), 'utf8'), 200, { 'cache-control': 'no-cache' }),
  );
};

/** Seconds after which a database that is being started again may be there. */
const AWAY_SECONDS = '2';

const retryAfter = (errors: { cause?: unknown }[]): Record<string, string> => {
  if (errors.some(isUnavailable)) return { 'retry-after': AWAY_SECONDS };
  for (const { cause } of errors) {
    const refusal: unknown = cause && typeof cause === 'object' ? Reflect.get(cause, 'refusal') : undefined;
    const seconds: unknown =
      refusal && typeof refusal === 'object' ? Reflect.get(refusal, 'retryAfterSeconds') : undefined;
    if (typeof seconds === 'number') return { 'retry-after': String(seconds) };
  }
  return {};
};

type Incoming = { request: Request; resHeaders: Headers; requestId: string; log: Context['log']; address: string };

const contextFor = async (
  deps: Deps,
  audience: Audience,
  { request, resHeaders, requestId, log, address }: Incoming,
): Promise<Context> => {
  const setCookie = (cookie: string): void => resHeaders.append('set-cookie', cookie);
  const sent = request.headers.get('cookie') ?? '';
  const buyer = audience === 'buyer' ? await deps.sessions.buyer.read(sent) : undefined;
  const staff = audience === 'staff' ? await deps.sessions.staff.read(sent) : undefined;
  const prolonged = (buyer ?? staff)?.cookie;
  if (prolonged) setCookie(prolonged);
  return {
    deps,
    audience,
    buyer: buyer && whoIsBuyer(buyer.person, buyer.session.id),
    staff: staff && whoIsStaff(staff.person, staff.session.id),
    requestId,
    address,
    userAgent: request.headers.get('user-agent') ?? '',
    log,
    setCookie,
  };
};
