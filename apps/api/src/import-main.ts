import { connect } from '@tradeline/db';
import { folderStorage } from './adapters/storage/folder.ts';
import { holdJob, JobStopped } from './jobs/hold-job.ts';
import type { ImportOrder, ImportOutcome } from './jobs/import-room.ts';
import { runImport } from './use-cases/imports/run-import.ts';

/** The process of imports: does one job after another for the process that started it, and ends with it. */
let connection: ReturnType<typeof connect> | undefined;

const work = async ({ databaseUrl, folders, job, request, actor }: ImportOrder): Promise<ImportOutcome> => {
  // One writes, one tells how far it is.
  connection ??= connect({ url: databaseUrl, pool: 2, name: 'tradeline-import' });
  const { db } = connection;
  const { step, finish } = holdJob(db, job.id, job.attempt);
  try {
    const storage = folderStorage(folders);
    return { report: await runImport({ db, storage }, request, { jobId: job.id, actor, step, finish }) };
  } catch (error) {
    if (error instanceof JobStopped) return { stopped: error.why };
    return { failed: error instanceof Error ? error.message : String(error) };
  }
};

process.on('message', (order: ImportOrder) => void work(order).then((outcome) => process.send?.(outcome)));
process.on('disconnect', () => process.exit());
