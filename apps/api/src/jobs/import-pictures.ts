import type { Deps } from '../deps.ts';
import { importPictures, type PictureRequest } from '../use-cases/imports/import-pictures.ts';
import type { JobHandler } from '../use-cases/jobs.ts';
import { actorOf } from './import.ts';

export const importPicturesHandler =
  (deps: Deps): JobHandler =>
  async (run) =>
    importPictures(deps, run.payload as PictureRequest, {
      jobId: run.id,
      actor: await actorOf(deps, run),
      step: run.step,
      onCancel: run.onCancel,
      finish: run.finish,
    });
