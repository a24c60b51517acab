import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import postgres from 'postgres';
import { type Binaries, findBinaries, type NoBinaries } from './binaries.ts';
import { type RunAs, runAs } from './run-as.ts';

const MAJOR = '18';
const USER = 'tradeline';

export type EmbeddedRefusal =
  | NoBinaries
  | { kind: 'data-of-another-version'; folder: string; found: string; expected: string }
  | { kind: 'data-incomplete'; folder: string }
  | { kind: 'data-owned-by-another'; folder: string }
  | { kind: 'already-running'; pid: number }
  | { kind: 'initdb-failed'; output: string }
  | { kind: 'server-failed'; log: string };

export type EmbeddedServer = {
  /** Connection string of a database of this server. */
  url: (database: string) => string;
  port: number;
  /** A file through which programs of this machine reach it more quickly; absent where such a file cannot be. */
  socket: string | undefined;
  pid: number;
  /** Finishes running transactions' rollbacks and stops within seconds; the data stays. */
  stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Where data, log and password stand; made when missing. */
  folder: string;
  /** false for throw-away test servers only: a crash of the machine may lose them. */
  durable?: boolean;
  /** What else goes when this process ends before it has stopped a server of throw-away data: one listener for both. */
  abandoned?: () => void;
  /** Where it listens; left out: any free port of the loopback interface. */
  port?: number;
  onStep?: (step: 'initdb' | 'starting') => void;
};

/** Starts the real PostgreSQL 18 that comes from npm, on a free port of the loopback interface, with its data below `folder`. */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Result<EmbeddedServer, EmbeddedRefusal>> => {
  const folder = resolve(options.folder);
  const data = join(folder, 'postgres');
  const binaries = await findBinaries();
  if (!binaries.ok) return binaries;
  mkdirSync(folder, { recursive: true });
  const usable = inspect(data);
  if (!usable.ok) return usable;
  const as = runAs(data, Object.values(binaries.value));
  if (usable.value === 'empty') {
    options.onStep?.('initdb');
    const made = await initialise(binaries.value, as, folder, data, options.durable ?? true);
    if (!made.ok) return made;
  }
  options.onStep?.('starting');
  return launch(binaries.value, as, folder, data, options);
};

const inspect = (data: string): Result<'empty' | 'ready', EmbeddedRefusal> => {
  if (!existsSync(data)) return ok('empty');
  let names: string[];
  try {
    names = readdirSync(data);
  } catch {
    return err({ kind: 'data-owned-by-another', folder: data });
  }
  if (names.length === 0) return ok('empty');
  const version = names.includes('PG_VERSION') ? readFileSync(join(data, 'PG_VERSION'), 'utf8').trim() : undefined;
  if (version === undefined) return err({ kind: 'data-incomplete', folder: data });
  if (version !== MAJOR) return err({ kind: 'data-of-another-version', folder: data, found: version, expected: MAJOR });
  const pid = names.includes('postmaster.pid')
    ? Number(readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')[0])
    : 0;
  return pid > 0 && isAlive(pid) ? err({ kind: 'already-running', pid }) : ok('ready');
};

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
};

const initialise = async (
  binaries: Binaries,
  as: RunAs,
  folder: string,
  data: string,
  durable: boolean,
): Promise<Result<void, EmbeddedRefusal>> => {
  const password = randomBytes(18).toString('base64url');
  const passwordFile = join(tmpdir(), `tradeline-${randomBytes(8).toString('hex')}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  mkdirSync(data, { mode: 0o700 });
  if (as.uid !== undefined) for (const path of [data, passwordFile]) chownSync(path, as.uid, as.gid ?? as.uid);
  const args = [
    `--pgdata=${data}`,
    `--username=${USER}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
  ];
  args.push('--locale=C', '--locale-provider=icu', '--icu-locale=zh-Hans-CN', ...(durable ? [] : ['--no-sync']));
  const [program, all] = as.wrap(binaries.initdb, args);
  const { code, output } = await new Promise<{ code: number | null; output: string }>((done) => {
    const child = spawn(program, all, { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => done({ code: 1, output: String(error) }));
    child.on('close', (code) => done({ code, output }));
  });
  rmSync(passwordFile, { force: true });
  if (code !== 0) {
    rmSync(data, { recursive: true, force: true });
    return err({ kind: 'initdb-failed', output });
  }
  writeFileSync(join(folder, 'postgres-password'), password, { mode: 0o600 });
  return ok(undefined);
};

const launch = async (
  binaries: Binaries,
  as: RunAs,
  folder: string,
  data: string,
  { durable = true, port: wanted, abandoned }: EmbeddedOptions,
): Promise<Result<EmbeddedServer, EmbeddedRefusal>> => {
  const port = wanted ?? (await freePort());
  const socket = socketIn(data, port);
  const logFile = join(folder, 'postgres.log');
  const log = openSync(logFile, 'a');
  const settings: Record<string, string> = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: socket === undefined ? '' : data,
    max_connections: '120',
    shared_buffers: '256MB',
    log_min_messages: 'warning',
    log_parameter_max_length_on_error: '0',
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  const args = ['-D', data, '-p', String(port), ...Object.entries(settings).flatMap(([k, v]) => ['-c', `${k}=${v}`])];
  const [program, all] = as.wrap(binaries.postgres, args);
  // Its own process group, so that Ctrl-C in the terminal reaches us first and we stop the server last, in order.
  const child = spawn(program, all, { stdio: ['ignore', log, log], detached: true });
  // Throw-away data needs no orderly end, but no server may be left behind by a test run that is interrupted.
  const last = () => {
    child.kill('SIGQUIT');
    abandoned?.();
  };
  if (!durable) process.once('exit', last);
  const password = readFileSync(join(folder, 'postgres-password'), 'utf8');
  const url = (database: string) => `postgres://${USER}:${password}@127.0.0.1:${port}/${database}`;
  if (!(await acceptsConnections(child, url('postgres')))) return err({ kind: 'server-failed', log: logFile });
  return ok({
    url,
    port,
    socket,
    pid: child.pid ?? 0,
    stop: () => stop(child).finally(() => process.off('exit', last)),
  });
};

/** The system's limit for such a path is 108 bytes on Linux and 104 on macOS, with the lock file's ending to spare. */
const LONGEST_SOCKET = 98;

const socketIn = (data: string, port: number): string | undefined => {
  const path = join(data, `.s.PGSQL.${port}`);
  return process.platform === 'win32' || Buffer.byteLength(path) > LONGEST_SOCKET ? undefined : path;
};

const acceptsConnections = async (child: ChildProcess, url: string): Promise<boolean> => {
  let exited = false;
  child.once('exit', () => (exited = true));
  child.once('error', () => (exited = true));
  const until = Date.now() + 60_000;
  while (!exited && Date.now() < until) {
    const sql = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => {} });
    try {
      await sql`select 1`;
      return true;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 60));
    } finally {
      await sql.end({ timeout: 1 });
    }
  }
  return false;
};

/** SIGINT is PostgreSQL's fast shutdown: sessions are closed, running transactions roll back, a checkpoint is written. */
const stop = (child: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
