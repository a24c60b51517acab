import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../main.ts', import.meta.url));

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The API as a process of its own on a database: what it had in hand is gone when it is killed. */
export const ownProcess = async (databaseUrl: string, env: NodeJS.ProcessEnv = {}) => {
  const [portal, staff] = [await freePort(), await freePort()];
  const cache = mkdtempSync(join(tmpdir(), 'tradeline-compiled-'));
  const url = `http://127.0.0.1:${portal}`;
  let child: ChildProcess | undefined;
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      if (!child || child.exitCode !== null || child.signalCode !== null) return resolve();
      child.once('exit', () => resolve());
      child.kill('SIGKILL');
    });
  // No process outlives a run that is interrupted.
  const last = () => void child?.kill('SIGKILL');
  process.once('exit', last);
  const isReady = (): Promise<boolean> =>
    fetch(`${url}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
  const start = async (): Promise<void> => {
    child = spawn(process.execPath, [main], {
      stdio: 'ignore',
      env: {
        // Nothing of ours: what it needs is told, as on a machine of its own. The second start finds what the first one compiled.
        NODE_COMPILE_CACHE: cache,
        DATABASE_URL: databaseUrl,
        PORTAL_PORT: String(portal),
        CONSOLE_PORT: String(staff),
        LOG_LEVEL: 'silent',
        ORDER_LIMIT_PER_MINUTE: '100000',
        LOGIN_LIMIT_ADDRESS: '100000',
        ...env,
      },
    });
    while (!(await isReady())) {
      if (child.exitCode !== null) throw new Error('the API did not start');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const stop = async (): Promise<void> => {
    process.off('exit', last);
    await kill();
    rmSync(cache, { recursive: true, force: true });
  };
  return { url, start, kill, stop };
};
