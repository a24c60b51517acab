import { transact } from '@tradeline/db';
import { type JobOwner, jobStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { ImportReport, RejectedRows } from './import-report.ts';

/** Long work of sheets and pictures: what its screen lists. */
export const sheetJobs = ['import', 'import-pictures', 'export'];

const find = async (db: Deps['db'], id: string, owner: JobOwner | undefined) => {
  const job = await jobStore.find(db, id, owner);
  return job && sheetJobs.includes(job.kind) ? job : undefined;
};

/** Asks a job to stop. One that has ended stays as it ended. */
export const cancelJob = async (
  { db }: Pick<Deps, 'db'>,
  owner: JobOwner | undefined,
  id: string,
): Promise<Result<null, Refusal>> => {
  if (!(await find(db, id, owner))) return err({ kind: 'job-not-found' });
  await jobStore.requestCancel(db, id);
  return ok(null);
};

export const retryJob = (
  { db }: Pick<Deps, 'db'>,
  owner: JobOwner | undefined,
  id: string,
): Promise<Result<null, Refusal>> =>
  transact<null, Refusal>(db, async (tx) => {
    const job = await find(db, id, owner);
    if (!job) return err({ kind: 'job-not-found' });
    return (await jobStore.retry(tx, id)) ? ok(null) : err({ kind: 'job-not-over', state: job.state });
  });

/** The rows an import could not take, as they stand in its file, with the reasons. */
export const rejectedRows = async (
  { db, storage }: Pick<Deps, 'db' | 'storage'>,
  owner: JobOwner | undefined,
  id: string,
): Promise<Result<RejectedRows, Refusal>> => {
  const job = await find(db, id, owner);
  const file = (job?.result as ImportReport | null | undefined)?.rejectedFile;
  const bytes = file ? await storage.get('private', file) : undefined;
  return bytes ? ok(JSON.parse(bytes.toString()) as RejectedRows) : err({ kind: 'job-not-found' });
};
