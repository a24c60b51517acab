import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { DriveJob } from './drive-process.ts';
import type { ReplayJob } from './replay-process.ts';
import type { Round } from './rounds.ts';

export type Measured = Round & { clientCpuMs: number };
export type Worker<Job> = { ask: (job: Job) => Promise<Measured>; stop: () => void };

const start = <Job>(file: string): Worker<Job> => {
  const child: ChildProcess = fork(new URL(file, import.meta.url), {
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  return {
    ask: async (job) => {
      const settled = new AbortController();
      const ended = once(child, 'exit', settled).then(() => {
        throw new Error(`${file} ended before it answered`);
      });
      const answered = once(child, 'message', settled);
      child.send(job as object);
      try {
        const [answer] = await Promise.race([answered, ended]);
        return answer as Measured;
      } finally {
        settled.abort();
        await Promise.allSettled([answered, ended]);
      }
    },
    stop: () => child.disconnect(),
  };
};

export const startDriver = (): Worker<DriveJob> => start('./drive-process.ts');
export const startReplay = (): Worker<ReplayJob> => start('./replay-process.ts');
