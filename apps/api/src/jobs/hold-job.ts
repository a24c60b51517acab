import type { Database } from '@tradeline/db';
import { jobStore } from '@tradeline/db/stores';
import type { JobRun } from '../use-cases/jobs.ts';

/** Thrown by `step` when somebody asked the job to stop, or another worker holds it: the work ends where it stands. */
export class JobStopped extends Error {
  readonly why: 'cancel' | 'lost';
  constructor(why: 'cancel' | 'lost') {
    super(`job stopped: ${why}`);
    this.why = why;
  }
}

/** How the attempt that holds a job tells of it, from whichever process does the work. */
export const holdJob = (db: Database, id: string, attempt: number): Pick<JobRun, 'step' | 'finish'> => ({
  step: async (done, total) => {
    const said = await jobStore.beat(db, id, attempt, { done, total });
    if (said !== 'go-on') throw new JobStopped(said);
  },
  finish: async (tx, result) => {
    if (!(await jobStore.finish(tx, id, attempt, result))) throw new JobStopped('lost');
  },
});
