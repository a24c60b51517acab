import { dirname, join } from 'node:path';
import { serve } from '@hono/node-server';
import { connect, sql } from '@tradeline/db';
import { fromMillis } from '@tradeline/domain/kernel';
import { pino } from 'pino';
import { openDesk } from './adapters/carrier/open-desk.ts';
import { folderMail } from './adapters/mail/folder.ts';
import { smtpMail } from './adapters/mail/smtp.ts';
import { openGateways } from './adapters/payment/open-gateways.ts';
import { folderSms } from './adapters/sms/folder.ts';
import { httpSms } from './adapters/sms/http.ts';
import { folderStorage } from './adapters/storage/folder.ts';
import { createSessions } from './auth/sessions.ts';
import { leaveUnexpected } from './crash-only.ts';
import type { Deps } from './deps.ts';
import { readEnv, storageFolders } from './env.ts';
import { createApp } from './http/app.ts';
import { startBackground } from './jobs/background.ts';
import { startLiveHub } from './live/hub.ts';
import { startStreamGuard } from './live/stream-guard.ts';
import { openSearchIndex } from './search/engine.ts';
import { openSearchLog } from './search/search-log.ts';

const env = readEnv();
const log = pino({
  level: env.LOG_LEVEL,
  redact: ['password', '*.password', 'cookie', '*.cookie', 'authorization', '*.authorization'],
});

leaveUnexpected(process, log, () => process.exit(1));

const { db, raw, close } = connect({
  url: env.DATABASE_URL,
  socket: env.DATABASE_SOCKET,
  pool: env.DATABASE_POOL,
  name: 'tradeline-api',
});
const now = () => fromMillis(Date.now());
const isReady = async (): Promise<boolean> => {
  try {
    await db.execute(sql`select 1`);
    return deps.search.ready();
  } catch {
    return false;
  }
};

const isSecure = (url: string | undefined): boolean => url?.startsWith('https://') ?? false;
const portalUrl = env.PORTAL_URL ?? `http://localhost:${env.PORTAL_PORT}`;
const consoleUrl = env.CONSOLE_URL ?? `http://localhost:${env.CONSOLE_PORT}`;
const outbox = env.OUTBOX_DIR ?? join(dirname(env.FILES_DIR), 'outbox');
const live = await startLiveHub(db, raw, log);
const deps: Deps = {
  db,
  raw,
  now,
  log,
  env,
  live,
  streams: startStreamGuard(db, log),
  storage: folderStorage(storageFolders(env)),
  payments: await openGateways(env, {
    notify: env.PAYMENT_NOTIFY_URL ?? portalUrl,
    back: portalUrl,
  }),
  parcelDesk: openDesk(env, env.CARRIER_NOTIFY_URL ?? portalUrl),
  search: openSearchIndex({ db, raw }, log),
  mail: env.MAIL_URL && env.MAIL_FROM ? smtpMail({ url: env.MAIL_URL, from: env.MAIL_FROM }) : folderMail(outbox),
  sms: env.SMS_URL && env.SMS_KEY ? httpSms({ url: env.SMS_URL, key: env.SMS_KEY }) : folderSms(outbox),
  addresses: { portal: portalUrl, console: consoleUrl },
  searchLog: openSearchLog(db, log),
  sessions: {
    buyer: createSessions(db, 'buyer', { secure: isSecure(env.PORTAL_URL), now }),
    staff: createSessions(db, 'staff', { secure: isSecure(env.CONSOLE_URL), now }),
  },
};
// Everything else is served at once; who balances load sends people here when goods can be found.
deps.search.state().catch((error: unknown) => log.error({ err: error }, 'the search index could not be made'));
const background = env.BACKGROUND_WORK === 'on' ? await startBackground(deps) : undefined;

const listen = (audience: 'buyer' | 'staff', port: number, dist: string | undefined, url: string | undefined) =>
  new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const app = createApp(deps, { audience, dist, secure: isSecure(url), isReady });
    const server = serve({ fetch: app.fetch, port, hostname: env.HOST }, (address) => {
      log.info({ audience, port: address.port }, 'listening');
      resolve(server);
    });
    server.once('error', reject);
  });

const servers = await Promise.all([
  listen('buyer', env.PORTAL_PORT, env.PORTAL_DIST, env.PORTAL_URL),
  listen('staff', env.CONSOLE_PORT, env.CONSOLE_DIST, env.CONSOLE_URL),
]).catch((error: NodeJS.ErrnoException) => {
  log.fatal({ err: error }, error.code === 'EADDRINUSE' ? 'a port is in use by another program' : 'could not listen');
  process.exit(1);
});
log.info('ready');

let stopping = false;
const stop = async (signal: string): Promise<void> => {
  if (stopping) return;
  stopping = true;
  log.info({ signal }, 'stopping');
  // Open streams would hold the server for ever; running requests get ten seconds.
  const deadline = setTimeout(() => process.exit(0), 10_000);
  for (const server of servers) {
    server.close();
    if ('closeIdleConnections' in server) server.closeIdleConnections();
  }
  deps.streams.stop();
  await live.stop().catch(() => {});
  await background?.stop();
  await deps.search.stop();
  await deps.searchLog.flush();
  setTimeout(() => {
    for (const server of servers) if ('closeAllConnections' in server) server.closeAllConnections();
  }, 1_000).unref();
  await close();
  clearTimeout(deadline);
  process.exit(0);
};
process.on('SIGTERM', () => void stop('SIGTERM'));
process.on('SIGINT', () => void stop('SIGINT'));
