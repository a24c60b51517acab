import type { Deps } from '../deps.ts';
import { type ExportRequest, runExport } from '../use-cases/exports/run-export.ts';
import type { JobHandler } from '../use-cases/jobs.ts';

export const exportHandler =
  (deps: Deps): JobHandler =>
  (run) =>
    runExport(deps, run.payload as ExportRequest, { jobId: run.id, step: run.step });
