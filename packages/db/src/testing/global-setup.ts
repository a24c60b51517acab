import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import postgres from 'postgres';
import { startEmbedded } from '../embedded/index.ts';
import { migrate } from '../migrate.ts';

/** One throw-away PostgreSQL for a test run, with a migrated `template` that every test file clones. */
export default async function setup(project: {
  provide: (key: 'postgres', value: string) => void;
}): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'tradeline-test-'));
  // A run that is interrupted never comes to its teardown: neither server nor data may outlive it all the same.
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const server = await startEmbedded({ folder, durable: false, abandoned: removeFolder });
  if (!server.ok) throw new Error(`no PostgreSQL for the tests: ${JSON.stringify(server.error)}`);
  const admin = postgres(server.value.url('postgres'), { max: 1, onnotice: () => {} });
  await admin`create database template`;
  await admin.end();
  await migrate(server.value.url('template'));
  project.provide('postgres', server.value.url('DATABASE'));
  return async () => {
    await server.value.stop();
    removeFolder();
  };
}
