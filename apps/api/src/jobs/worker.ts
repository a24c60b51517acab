import type { Database, Raw } from '@tradeline/db';
import { type JobRow, jobStore } from '@tradeline/db/stores';
import type { Logger } from 'pino';
import type { JobHandler } from '../use-cases/jobs.ts';

const POLL_MS = 5_000;
const BEAT_MS = 10_000;

/** Thrown by `step` when somebody asked the job to stop, or another worker holds it: the work ends where it stands. */
export class JobStopped extends Error {
  readonly why: 'cancel' | 'lost';
  constructor(why: 'cancel' | 'lost') {
    super(`job stopped: ${why}`);
    this.why = why;
  }
}

export type Worker = { stop: () => Promise<void> };

/** Runs jobs one after another; any number of processes may do so, each job is held by one of them. */
export const startWorker = async (
  { db, raw, log }: { db: Database; raw: Raw; log: Logger },
  handlers: Record<string, JobHandler>,
): Promise<Worker> => {
  const kinds = Object.keys(handlers);
  let stopped = false;
  let again = false;
  let running: Promise<void> | undefined;

  const drain = async (): Promise<void> => {
    do {
      again = false;
      for (let job = await jobStore.take(db, kinds); job && !stopped; job = await jobStore.take(db, kinds))
        await runJob(db, log, job, handlers[job.kind] as JobHandler);
    } while (again && !stopped);
  };
  const wake = (): void => {
    again = true;
    running ??= drain()
      .catch((error: unknown) => log.error({ err: error }, 'jobs could not be taken; it will be tried again'))
      .finally(() => {
        running = undefined;
      });
  };
  const { unlisten } = await raw.listen('jobs', wake, wake);
  const timer = setInterval(wake, POLL_MS);
  timer.unref();
  return {
    stop: async () => {
      stopped = true;
      clearInterval(timer);
      await unlisten().catch(() => {});
      // A long job is left to its lease: the next worker takes it up.
      await Promise.race([running, new Promise((resolve) => setTimeout(resolve, 8_000).unref())]);
    },
  };
};

const runJob = async (db: Database, log: Logger, job: JobRow, handler: JobHandler): Promise<void> => {
  const { id, attempts: attempt } = job;
  let partial: unknown = null;
  const beat = async (done?: number, total?: number): Promise<void> => {
    const said = await jobStore.beat(db, id, attempt, { done, total });
    if (said !== 'go-on') throw new JobStopped(said);
  };
  const heart = setInterval(() => void jobStore.beat(db, id, attempt).catch(() => {}), BEAT_MS);
  try {
    await beat();
    const result = await handler({
      id,
      payload: job.payload,
      owner: { type: job.ownerType, id: job.ownerId },
      attempt,
      step: beat,
      onCancel: (value) => {
        partial = value;
      },
      finish: async (tx, result) => {
        if (!(await jobStore.finish(tx, id, attempt, result))) throw new JobStopped('lost');
      },
    });
    await jobStore.finish(db, id, attempt, result);
  } catch (error) {
    if (error instanceof JobStopped) {
      if (error.why === 'cancel') await jobStore.cancelled(db, id, attempt, partial);
      return;
    }
    log.error({ err: error, job: id, kind: job.kind, attempt }, 'job failed');
    await jobStore.fail(db, id, attempt, error instanceof Error ? error.message : String(error));
  } finally {
    clearInterval(heart);
  }
};
