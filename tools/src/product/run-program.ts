import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

export type Ended = { code: number | null; output: string };

/** Runs a program to its end and keeps what it printed. An aborted one is asked to stop, and killed when it does not. */
export const runProgram = (
  program: string,
  args: string[],
  options: Pick<SpawnOptions, 'cwd' | 'env'> & { signal?: AbortSignal | undefined; onLine?: (line: string) => void },
): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env,
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const stop = () => void stopProcess(child, 3_000);
    options.signal?.addEventListener('abort', stop, { once: true });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (chunk: Buffer) => {
        output += chunk;
        options.onLine?.(String(chunk).trim().split('\n').at(-1) ?? '');
      });
    child.once('error', (error) => resolve({ code: 127, output: String(error) }));
    child.once('close', (code) => {
      options.signal?.removeEventListener('abort', stop);
      resolve({ code, output });
    });
  });

/**
 * Asks a process and all it started to end, and kills them when they are still there after `patience` milliseconds.
 * Resolves when the process is gone. It must have been started `detached`, in a process group of its own, so that
 * Ctrl-C in the terminal does not reach it before us.
 */
export const stopProcess = (child: ChildProcess, patience: number): Promise<void> =>
  new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return resolve();
    const kill = setTimeout(() => signalGroup(child, 'SIGKILL'), patience);
    child.once('exit', () => {
      clearTimeout(kill);
      resolve();
    });
    signalGroup(child, 'SIGTERM');
  });

const signalGroup = (child: ChildProcess, signal: NodeJS.Signals): void => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, signal);
  } catch {
    child.kill(signal);
  }
};
