import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running product leaves beside its data, so that `doctor`, `import` and a second `start` find it. */
export type Running = {
  pid: number;
  databaseUrl: string;
  postgresPid?: number | undefined;
  portalUrl: string;
  consoleUrl: string;
};

const file = (folder: string): string => join(folder, 'running.json');

/** Readable by its owner only: it holds the database password. */
export const noteRunning = (folder: string, facts: Running): void => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(file(folder), `${JSON.stringify(facts, null, 2)}\n`, { mode: 0o600 });
};

export const forgetRunning = (folder: string): void => rmSync(file(folder), { force: true });

/** The facts of the last start, whether or not its processes still live. */
export const lastRunning = (folder: string): Running | undefined => {
  if (!existsSync(file(folder))) return undefined;
  try {
    return JSON.parse(readFileSync(file(folder), 'utf8'));
  } catch {
    return undefined;
  }
};

/** The product that runs on this data now. */
export const findRunning = (folder: string): Running | undefined => {
  const facts = lastRunning(folder);
  return facts && isAlive(facts.pid, 'node') ? facts : undefined;
};

/** Whether a process lives and is that program: after a restart of the machine its number may be another's. */
export const isAlive = (pid: number, program: string): boolean => {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const name = `/proc/${pid}/cmdline`;
  return !existsSync('/proc/self/cmdline') || (existsSync(name) && readFileSync(name, 'utf8').includes(program));
};
