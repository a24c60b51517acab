import { staffStore } from '@tradeline/db/stores';
import type { Deps } from '../deps.ts';
import type { ImportRequest } from '../use-cases/imports/import-report.ts';
import type { JobHandler, JobRun } from '../use-cases/jobs.ts';
import { openImportRoom } from './import-room.ts';

/** Who started a job, as the audit names people. */
export const actorOf = async ({ db }: Pick<Deps, 'db'>, { owner }: JobRun) => {
  const person = owner.id ? await staffStore.find(db, owner.id) : undefined;
  return { type: owner.type, id: owner.id ?? undefined, name: person?.name ?? owner.type };
};

export const importHandler = (deps: Deps): JobHandler => {
  const importInRoom = openImportRoom(deps);
  return async (run) =>
    importInRoom({
      job: { id: run.id, attempt: run.attempt },
      request: run.payload as ImportRequest,
      actor: await actorOf(deps, run),
    });
};
