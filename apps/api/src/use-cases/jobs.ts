import type { Tx } from '@tradeline/db';

/** What a piece of long work is given: its order, and a way to tell how far it is. */
export type JobRun = {
  id: string;
  payload: unknown;
  owner: { type: string; id: string | null };
  attempt: number;
  /** Tells how far the work is and ends it (by JobStopped) when it is to stop; call it between steps. */
  step: (done?: number, total?: number) => Promise<void>;
  /** What is kept as the result should the job be cancelled: a report of what was done until then. */
  onCancel: (result: unknown) => void;
  /**
   * Ends the job in the transaction of its effect, for work that must not be done twice: a worker that lost the job
   * meanwhile cannot commit.
   */
  finish: (tx: Tx, result: unknown) => Promise<void>;
};
/** Idempotent: a job whose worker died is run again from its beginning. Returns the result that its screen shows. */
export type JobHandler = (run: JobRun) => Promise<unknown>;
