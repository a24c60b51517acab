import { join } from 'node:path';
import { err, ok } from '@tradeline/domain/kernel';
import { type Api, startApi } from './api.ts';
import { build } from './build.ts';
import { inspectDatabase } from './database-facts.ts';
import { startOwnDatabase } from './own-database.ts';
import type { Ports } from './ports.ts';
import { type Prepared, prepareDatabase } from './prepare.ts';
import type { Refusal, Try } from './refusal.ts';

export type Report = { note: (text: string) => void; done: (text: string) => void; failed: (text: string) => void };
export type LaunchOptions = {
  /** Where PostgreSQL's data, the files and the logs stand. */
  folder: string;
  /** A server to use instead of our own. */
  databaseUrl?: string | undefined;
  /** false for throw-away data only. */
  durable?: boolean;
  ports: Ports;
  host: string;
  env?: NodeJS.ProcessEnv;
  signal: AbortSignal;
  /** Called with what must be undone, in the order in which it was begun. */
  undoLater: (undo: () => Promise<void> | void) => void;
  report: (title: string) => Report;
};
export type Launched = {
  api: Api;
  databaseUrl: string;
  postgresPid?: number | undefined;
  logins: Prepared['logins'];
  log: string;
};

/** Database, build, API, in the order that a failure leaves the least behind. Every step can be stopped. */
export const launch = async (options: LaunchOptions): Promise<Try<Launched>> => {
  const { folder, signal, undoLater } = options;
  const files = join(folder, 'files');
  const log = join(folder, 'api.log');
  const stopBuilding = new AbortController();
  const building = build(AbortSignal.any([signal, stopBuilding.signal]));
  undoLater(async () => {
    stopBuilding.abort();
    await building;
  });

  const database = await shown(options, 'PostgreSQL', (note) => openDatabase(options, note));
  if (!database.ok) return database;
  const { url: databaseUrl, pid: postgresPid } = database.value;

  const prepared = await shown(options, 'Database · 数据库', async (note) => {
    const done = await prepareDatabase({
      url: databaseUrl,
      files,
      signal,
      onMessage: (m) => {
        if ('progress' in m) note(m.progress);
        else if ('step' in m) note(m.step === 'migrate' ? 'migrations · 迁移' : 'demo company · 演示公司');
      },
    });
    return done.ok ? ok({ value: done.value, text: preparedText(done.value) }) : done;
  });
  if (!prepared.ok) return prepared;

  const built = await shown(options, 'Building · 构建', async () => {
    const done = await building;
    return done.ok
      ? ok({
          value: done.value,
          text:
            done.value === 'built' ? 'API, portal and console built · 构建完成' : 'Build is up to date · 构建已是最新',
        })
      : done;
  });
  if (!built.ok) return built;

  const api = await shown(options, 'API', async () => {
    const started = await startApi({
      databaseUrl,
      ports: options.ports,
      host: options.host,
      files,
      log,
      ...(options.env ? { env: options.env } : {}),
    });
    return started.ok ? ok({ value: started.value, text: 'API ready · 服务就绪' }) : started;
  });
  if (!api.ok) return api;
  undoLater(api.value.stop);
  return signal.aborted
    ? err(stopped)
    : ok({ api: api.value, databaseUrl, postgresPid, logins: prepared.value.logins, log });
};

/** What a step answers when somebody asked to stop. */
export const stopped: Refusal = { en: 'Stopped.', zh: '已停止。' };

const openDatabase = async (
  { folder, databaseUrl, durable, undoLater }: LaunchOptions,
  note: (text: string) => void,
): Promise<Try<{ value: { url: string; pid?: number | undefined }; text: string }>> => {
  if (databaseUrl !== undefined) {
    const facts = await inspectDatabase(databaseUrl);
    return facts.ok
      ? ok({ value: { url: databaseUrl }, text: `PostgreSQL ${facts.value.version} of DATABASE_URL` })
      : facts;
  }
  const server = await startOwnDatabase({
    folder,
    ...(durable === undefined ? {} : { durable }),
    onStep: (step) => note(step === 'initdb' ? 'creating its data folder · 创建数据目录' : 'starting · 启动中'),
  });
  if (!server.ok) return server;
  undoLater(server.value.stop);
  return ok({ value: { url: server.value.url, pid: server.value.pid }, text: 'PostgreSQL 18 from npm' });
};

const preparedText = ({ migrations, demo }: Prepared): string => {
  if (demo === 'created') return 'Database ready, demo company created · 演示公司已创建';
  return migrations > 0
    ? `Database ready, ${migrations} migrations applied · 数据库已升级`
    : 'Database ready · 数据库就绪';
};

/** Runs one step under its title; a stop that came meanwhile counts as the step's answer. */
const shown = async <T>(
  { signal, report }: LaunchOptions,
  title: string,
  work: (note: (text: string) => void) => Promise<Try<{ value: T; text: string }>>,
): Promise<Try<T>> => {
  if (signal.aborted) return err(stopped);
  const line = report(title);
  const result = await work(line.note);
  if (signal.aborted) {
    line.failed(title);
    return err(stopped);
  }
  if (!result.ok) {
    line.failed(title);
    return result;
  }
  line.done(result.value.text);
  return ok(result.value.value);
};
