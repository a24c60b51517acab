import { join } from 'node:path';
import { ok } from '@tradeline/domain/kernel';
import { inspectDatabase } from './database-facts.ts';
import { startOwnDatabase } from './own-database.ts';
import { type Prepared, prepareDatabase } from './prepare.ts';
import type { Try } from './refusal.ts';
import { runStep, type Stage, type StepResult } from './stage.ts';

export type DatabaseOptions = {
  /** Where PostgreSQL's data, the files and the logs stand. */
  folder: string;
  /** A server to use instead of our own. */
  databaseUrl?: string | undefined;
  /** false for throw-away data only. */
  durable?: boolean;
};
export type LaunchedDatabase = {
  databaseUrl: string;
  databaseSocket?: string | undefined;
  postgresPid?: number | undefined;
  logins: Prepared['logins'];
};

export const filesOf = (folder: string): string => join(folder, 'files');

/** A database of this version's schema with a company in it: ours, or the one at the given address. */
export const launchDatabase = async (options: DatabaseOptions, stage: Stage): Promise<Try<LaunchedDatabase>> => {
  const database = await runStep(stage, 'PostgreSQL', (note) => openDatabase(options, stage, note));
  if (!database.ok) return database;
  const { url, socket, pid } = database.value;
  const prepared = await runStep(stage, 'Database · 数据库', async (note) => {
    const done = await prepareDatabase({
      url,
      files: filesOf(options.folder),
      signal: stage.signal,
      onMessage: (message) => {
        if ('progress' in message) note(message.progress);
        else if ('step' in message) note(message.step === 'migrate' ? 'migrations · 迁移' : 'demo company · 演示公司');
      },
    });
    return done.ok ? ok({ value: done.value, text: preparedText(done.value) }) : done;
  });
  return prepared.ok
    ? ok({ databaseUrl: url, databaseSocket: socket, postgresPid: pid, logins: prepared.value.logins })
    : prepared;
};

const openDatabase = async (
  { folder, databaseUrl, durable }: DatabaseOptions,
  { undoLater }: Stage,
  note: (text: string) => void,
): Promise<Try<StepResult<{ url: string; socket?: string | undefined; pid?: number | undefined }>>> => {
  if (databaseUrl !== undefined) {
    const facts = await inspectDatabase(databaseUrl);
    if (!facts.ok) return facts;
    return ok({ value: { url: databaseUrl }, text: `PostgreSQL ${facts.value.version} of DATABASE_URL` });
  }
  const server = await startOwnDatabase({
    folder,
    ...(durable === undefined ? {} : { durable }),
    onStep: (step) => note(step === 'initdb' ? 'creating its data folder · 创建数据目录' : 'starting · 启动中'),
  });
  if (!server.ok) return server;
  undoLater(server.value.stop);
  return ok({ value: server.value, text: 'PostgreSQL 18 from npm' });
};

const preparedText = ({ migrations, demo }: Prepared): string => {
  if (demo === 'created') return 'Database ready, demo company created · 演示公司已创建';
  return migrations > 0
    ? `Database ready, ${migrations} migrations applied · 数据库已升级`
    : 'Database ready · 数据库就绪';
};
