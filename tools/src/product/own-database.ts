import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type EmbeddedRefusal, type EmbeddedServer, startEmbedded } from '@tradeline/db/embedded';
import { ok } from '@tradeline/domain/kernel';
import postgres from 'postgres';
import { refusal, type Try } from './refusal.ts';
import { isAlive } from './running.ts';

export type OwnDatabase = { folder: string; durable?: boolean; onStep?: (step: 'initdb' | 'starting') => void };

export type OwnServer = { url: string; socket: string | undefined; pid: number; stop: () => Promise<void> };

/** Starts the PostgreSQL that comes from npm, with our database in it. One that outlived a killed start of ours is stopped first. */
export const startOwnDatabase = async (options: OwnDatabase): Promise<Try<OwnServer>> => {
  let server = await startEmbedded(options);
  if (!server.ok && server.error.kind === 'already-running') {
    await endLeftOver(options.folder, server.error.pid);
    server = await startEmbedded(options);
  }
  if (!server.ok) return wording(server.error);
  await createMissing(server.value);
  const { url, socket, pid, stop } = server.value;
  return ok({ url: url(NAME), socket, pid, stop });
};

const NAME = 'tradeline';

const createMissing = async (server: EmbeddedServer): Promise<void> => {
  const sql = postgres(server.url('postgres'), { max: 1, onnotice: () => {} });
  const known = await sql`select from pg_database where datname = ${NAME}`;
  if (known.length === 0) await sql.unsafe(`create database ${NAME}`);
  await sql.end();
};

const endLeftOver = async (folder: string, pid: number): Promise<void> => {
  if (!isAlive(pid, 'postgres')) return rmSync(join(folder, 'postgres', 'postmaster.pid'), { force: true });
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 20_000 && isAlive(pid, 'postgres'); waited += 100)
    await new Promise((resolve) => setTimeout(resolve, 100));
};

const wording = (error: EmbeddedRefusal): { ok: false; error: { en: string; zh: string } } => {
  switch (error.kind) {
    case 'platform-unsupported':
      return refusal(
        `There is no PostgreSQL on npm for ${error.platform}; set DATABASE_URL to a PostgreSQL 15 or later.`,
        `npm 上没有适用于 ${error.platform} 的 PostgreSQL，请设置 DATABASE_URL（15 或更高版本）。`,
      );
    case 'data-of-another-version':
      return refusal(
        `The data in ${error.folder} is of PostgreSQL ${error.found}, this version brings ${error.expected}: move the folder away, or open it with a PostgreSQL ${error.found} and set DATABASE_URL.`,
        `${error.folder} 中的数据属于 PostgreSQL ${error.found}，当前版本为 ${error.expected}：请移走该文件夹，或用 PostgreSQL ${error.found} 打开并设置 DATABASE_URL。`,
      );
    case 'data-incomplete':
      return refusal(
        `${error.folder} is not a complete PostgreSQL data folder; move it away and start again.`,
        `${error.folder} 不是完整的 PostgreSQL 数据文件夹，请移走后重试。`,
      );
    case 'data-owned-by-another':
      return refusal(
        `The data in ${error.folder} belongs to another user of this machine; start as that user, or move the folder away.`,
        `${error.folder} 属于本机另一个用户，请以该用户启动，或移走该文件夹。`,
      );
    case 'already-running':
      return refusal(
        `Another PostgreSQL (process ${error.pid}) uses this data and does not stop; end it and start again.`,
        `另一个 PostgreSQL（进程 ${error.pid}）正在使用这些数据，请结束它后重试。`,
      );
    case 'initdb-failed':
      return refusal(
        `PostgreSQL could not make its data folder: ${error.output.trim()}`,
        'PostgreSQL 无法创建数据文件夹。',
      );
    case 'server-failed':
      return refusal(`PostgreSQL did not start; its log is ${error.log}`, `PostgreSQL 未能启动，日志：${error.log}`);
  }
};
