import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from './paths.ts';
import { stopProcess } from './run-program.ts';

export type RunningStandIn = { url: string; stop: () => Promise<void> };

const READY_MS = 15_000;

/** Starts a program of `apps/api/dev` in a process of its own, on a free port of this machine only; undefined when it does not start. */
export const runStandIn = async (home: string, program: string): Promise<RunningStandIn | undefined> => {
  const log = createWriteStream(join(home, `${program}.log`), { mode: 0o600 });
  const script = join(root, `apps/api/dev/${program}/main.ts`);
  const preload = fileURLToPath(new URL('../stop-with-parent.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', preload, script, home], {
    cwd: root,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  child.stderr?.pipe(log, { end: false });
  const url = await new Promise<string | undefined>((resolve) => {
    const patience = setTimeout(() => resolve(undefined), READY_MS);
    const done = (found: string | undefined) => {
      clearTimeout(patience);
      resolve(found);
    };
    child.once('exit', () => done(undefined));
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /"url":"([^"]+)"/u.exec(String(chunk))?.[1];
      if (found) done(found);
    });
  });
  const stop = () => stopProcess(child, 2_000);
  if (url) return { url, stop };
  await stop();
  return undefined;
};
