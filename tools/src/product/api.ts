import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ok } from '@tradeline/domain/kernel';
import { apiBundle, consoleDist, portalDist, root } from './paths.ts';
import type { Ports } from './ports.ts';
import { refusal, type Try } from './refusal.ts';
import { stopProcess } from './run-program.ts';

export type ApiOptions = {
  databaseUrl: string;
  databaseSocket?: string | undefined;
  ports: Ports;
  host: string;
  files: string;
  log: string;
  env?: NodeJS.ProcessEnv;
};
export type Api = { ended: Promise<number | null>; stop: () => Promise<void> };

/** Long enough for the requests in flight; a browser's event stream is cut. */
const DRAIN_MS = 12_000;
const READY_MS = 90_000;

/**
 * Starts the built API, which serves both apps, and waits until both ports say they are ready. Its log goes to a file;
 * the log of the start before is kept beside it. It has a process group of its own, so that Ctrl-C reaches it through us.
 */
export const startApi = async (options: ApiOptions): Promise<Try<Api>> => {
  mkdirSync(dirname(options.log), { recursive: true });
  if (existsSync(options.log)) renameSync(options.log, options.log.replace(/\.log$/, '.previous.log'));
  const log = createWriteStream(options.log, { mode: 0o600 });
  const preload = fileURLToPath(new URL('../stop-with-parent.ts', import.meta.url));
  const child = spawn(process.execPath, ['--enable-source-maps', '--import', preload, apiBundle], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { NODE_ENV: 'production', ...process.env, ...options.env, ...settings(options) },
  });
  for (const stream of [child.stdout, child.stderr]) stream?.pipe(log, { end: false });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const failed = await waitUntilReady(child, options);
  if (failed) {
    await stopProcess(child, DRAIN_MS);
    return refusal(`The API did not start; its log is ${options.log}`, `API 未能启动，日志：${options.log}`);
  }
  return ok({ ended, stop: () => stopProcess(child, DRAIN_MS) });
};

const settings = ({ databaseUrl, databaseSocket, ports, host, files }: ApiOptions): NodeJS.ProcessEnv => ({
  DATABASE_URL: databaseUrl,
  ...(databaseSocket === undefined ? {} : { DATABASE_SOCKET: databaseSocket }),
  PORTAL_PORT: String(ports.portal),
  CONSOLE_PORT: String(ports.console),
  HOST: host,
  FILES_DIR: files,
  PORTAL_DIST: portalDist,
  CONSOLE_DIST: consoleDist,
});

const waitUntilReady = async (child: ChildProcess, { ports, host }: ApiOptions): Promise<boolean> => {
  const address = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  const until = Date.now() + READY_MS;
  for (const port of [ports.portal, ports.console])
    while (!(await isReady(`http://${address}:${port}/readyz`))) {
      if (child.exitCode !== null || child.signalCode !== null || Date.now() > until) return true;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  return false;
};

const isReady = (url: string): Promise<boolean> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (answer) => answer.ok,
    () => false,
  );
