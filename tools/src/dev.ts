import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { ok } from '@tradeline/domain/kernel';
import { bold, dim } from './console/steps.ts';
import { supervise } from './console/supervise.ts';
import { loginRows, table } from './console/table.ts';
import {
  claimPorts,
  dataFolder,
  filesOf,
  launchDatabase,
  launchStandIns,
  noteRunning,
  type Refusal,
  root,
  stopped,
  tool,
  turboEnv,
} from './product/index.ts';
import { stopProcess } from './product/run-program.ts';

/**
 * The product in watch mode: the API runs from its sources and restarts on a change, both apps are served by Vite, and
 * messages and routes are generated anew. Open the addresses of Vite: they pass everything but pages on to the API.
 */
const portalUrl = 'http://localhost:5100';
const consoleUrl = 'http://localhost:5200';

process.exitCode = await supervise(async (stage) => {
  const host = '127.0.0.1';
  const ports = await claimPorts(process.env, host);
  if (!ports.ok) return ports;
  const databaseUrl = process.env.DATABASE_URL || undefined;
  const database = await launchDatabase({ folder: dataFolder, databaseUrl }, stage);
  if (!database.ok) return database;
  noteRunning(dataFolder, { pid: process.pid, ...database.value, portalUrl, consoleUrl });

  const gateway = await launchStandIns(dataFolder, {}, stage);
  if (!gateway.ok) return gateway;
  const env = {
    ...turboEnv(),
    ...gateway.value,
    DATABASE_URL: database.value.databaseUrl,
    HOST: host,
    PORTAL_PORT: String(ports.value.portal),
    CONSOLE_PORT: String(ports.value.console),
    PORTAL_URL: portalUrl,
    CONSOLE_URL: consoleUrl,
    FILES_DIR: filesOf(dataFolder),
  };
  const ended: Promise<Refusal>[] = [];
  const watch = (name: string, cwd: string, program: string, args: string[]): void => {
    const child = spawn(program, args, { cwd, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    label(name, child);
    stage.undoLater(() => stopProcess(child, 8_000));
    ended.push(
      new Promise((resolve) => child.once('close', () => resolve({ en: `${name} ended.`, zh: `${name} 已退出。` }))),
    );
  };
  watch('gen', root, tool('turbo'), ['watch', 'gen', '--output-logs=errors-only']);
  watch('api', root, process.execPath, ['--watch', '--watch-preserve-output', 'apps/api/src/main.ts']);
  for (const [name, app, port] of [
    ['portal', 'buyer', 5100],
    ['console', 'admin', 5200],
  ] as const) {
    const folder = join(root, 'apps', app);
    watch(name, folder, join(folder, 'node_modules/.bin/vite'), [
      '--clearScreen',
      'false',
      '--strictPort',
      '--port',
      String(port),
    ]);
  }
  const logins = loginRows(database.value.logins);
  console.log(
    `\n${table([
      ['Portal', bold(portalUrl)],
      ['Console', bold(consoleUrl)],
    ])}\n\n${table(logins)}\n`,
  );
  return ok({ ended: Promise.race(ended) });
}, stopped);
process.exit();

/** Puts the program's name before each of its lines. */
function label(name: string, child: ChildProcess): void {
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => {
      for (const line of String(chunk).split('\n'))
        if (line.trim() !== '') console.log(`${dim(name.padEnd(8))}${line}`);
    });
}
