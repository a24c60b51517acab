import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { DemoLogin } from '@tradeline/db/demo';
import { ok } from '@tradeline/domain/kernel';
import { root } from './paths.ts';
import { refusal, type Try } from './refusal.ts';
import { stopProcess } from './run-program.ts';

export type Prepared = {
  migrations: number;
  demo: 'created' | 'unchanged';
  /** Who may sign in to the demo company; empty where the database holds another company. */
  logins: DemoLogin[];
};
export type PrepareMessage = { step: 'migrate' | 'demo' } | { progress: string } | { done: Prepared };

export type PrepareOptions = {
  url: string;
  /** Where the demo's pictures are written. */
  files: string;
  signal?: AbortSignal | undefined;
  onMessage?: (message: PrepareMessage) => void;
};

/** Migrates, and creates the demo company where nobody works yet. Done in a process of its own, so that it can be stopped at once. */
export const prepareDatabase = ({ url, files, signal, onMessage }: PrepareOptions): Promise<Try<Prepared>> =>
  new Promise((resolve) => {
    const script = fileURLToPath(new URL('../prepare-database.ts', import.meta.url));
    const child = fork(script, [url, files], { cwd: root, detached: true, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    signal?.addEventListener('abort', () => void stopProcess(child, 3_000), { once: true });
    let done: Prepared | undefined;
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (output += chunk));
    child.on('message', (message: PrepareMessage) => {
      if ('done' in message) done = message.done;
      onMessage?.(message);
    });
    child.once('close', () =>
      resolve(
        done
          ? ok(done)
          : refusal(
              `The database could not be prepared:\n${output.trim()}`,
              '数据库准备失败，原因见上；数据库保持原样。',
            ),
      ),
    );
  });
