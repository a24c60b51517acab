import { spawn } from 'node:child_process';
import { mkdirSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { freePorts, type Ports, root } from '@tradeline/tools/product';

export type BenchApi = {
  ports: Ports;
  pid: number;
  /** Milliseconds from the start of the process until it answered at all, and until it said that it is ready. */
  answeredMs: number;
  readyMs: number;
  stop: () => Promise<void>;
};
export type ApiStart = {
  databaseUrl: string;
  databaseSocket?: string | undefined;
  folder: string;
  name: string;
  nodeArgs?: string[];
  pool?: number;
  /** Whether it also does what no request waits for. */
  background?: 'on' | 'off';
  env?: Record<string, string>;
};

/** Answers refused connections too: the process may not listen yet. */
const answers = (url: string): Promise<number> =>
  fetch(url, { signal: AbortSignal.timeout(2_000) }).then(
    (reply) => reply.status,
    () => 0,
  );

/** The built API as production starts it, on free ports, with limits wide enough for one person to act for thousands. */
export const startBenchApi = async ({
  databaseUrl,
  databaseSocket,
  folder,
  name,
  nodeArgs = [],
  pool = 10,
  background = 'on',
  env = {},
}: ApiStart): Promise<BenchApi> => {
  const ports = await freePorts();
  mkdirSync(folder, { recursive: true });
  const log = openSync(join(folder, `${name}.log`), 'w');
  const began = performance.now();
  const child = spawn(process.execPath, ['--enable-source-maps', ...nodeArgs, join(root, 'apps/api/dist/main.js')], {
    cwd: folder,
    stdio: ['ignore', log, log],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'production',
      DATABASE_URL: databaseUrl,
      ...(databaseSocket === undefined ? {} : { DATABASE_SOCKET: databaseSocket }),
      HOST: '127.0.0.1',
      PORTAL_PORT: String(ports.portal),
      CONSOLE_PORT: String(ports.console),
      DATABASE_POOL: String(pool),
      BACKGROUND_WORK: background,
      FILES_DIR: join(folder, 'files'),
      ORDER_LIMIT_PER_MINUTE: '1000000000',
      ...env,
    },
  });
  let ended = false;
  // A run that fails leaves nothing behind.
  const kill = (): void => void child.kill('SIGKILL');
  process.once('exit', kill);
  const end = new Promise<void>((resolve) =>
    child.once('close', () => {
      ended = true;
      process.off('exit', kill);
      resolve();
    }),
  );
  const until = async (path: string): Promise<number> => {
    while ((await answers(`http://127.0.0.1:${ports.portal}${path}`)) !== 200) {
      if (ended || performance.now() - began > 120_000) throw new Error(`the API did not start: ${folder}/${name}.log`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    return performance.now() - began;
  };
  const answeredMs = await until('/healthz');
  const readyMs = await until('/readyz');
  return {
    ports,
    pid: child.pid ?? 0,
    answeredMs,
    readyMs,
    stop: async () => {
      if (!ended) child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 15_000);
      await end;
      clearTimeout(late);
    },
  };
};
