import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ok } from '@tradeline/domain/kernel';
import { startOwnDatabase } from './own-database.ts';
import { dataFolder } from './paths.ts';
import { refusal, type Try } from './refusal.ts';
import { findRunning } from './running.ts';

export type DatabaseInUse = { url: string; source: string; close: () => Promise<void> };

/** The product's database for a tool: that of DATABASE_URL, that of the product running here, else our own, started for as long as the tool runs. */
export const useDatabase = async (create = false): Promise<Try<DatabaseInUse>> => {
  const given = process.env.DATABASE_URL;
  if (given) return ok({ url: given, source: 'DATABASE_URL', close: async () => {} });
  const running = findRunning(dataFolder);
  if (running) return ok({ url: running.databaseUrl, source: 'the running product', close: async () => {} });
  if (!create && !existsSync(join(dataFolder, 'postgres')))
    return refusal(
      'There is no data here yet: run npx -y pnpm@12 start first, or set DATABASE_URL.',
      '这里还没有数据：请先运行 npx -y pnpm@12 start，或设置 DATABASE_URL。',
    );
  const server = await startOwnDatabase({ folder: dataFolder });
  if (!server.ok) return server;
  const { url, stop } = server.value;
  // A tool that is interrupted takes its server with it.
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void stop().then(() => process.exit(130)));
  return ok({ url, source: dataFolder, close: stop });
};
