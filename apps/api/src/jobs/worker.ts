import type { Database, Raw } from '@tradeline/db';
import { type JobRow, jobStore } from '@tradeline/db/stores';
import type { Logger } from 'pino';
import type { JobHandler } from '../use-cases/jobs.ts';
import { holdJob, JobStopped } from './hold-job.ts';

const POLL_MS = 5_000;
const BEAT_MS = 10_000;

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
  const { step, finish } = holdJob(db, id, attempt);
  const heart = setInterval(() => void jobStore.beat(db, id, attempt).catch(() => {}), BEAT_MS);
  try {
    await step();
    const result = await handler({
      id,
      payload: job.payload,
      owner: { type: job.ownerType, id: job.ownerId },
      attempt,
      step,
      onCancel: (value) => {
        partial = value;
      },
      finish,
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
