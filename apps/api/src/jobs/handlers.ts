import type { Deps } from '../deps.ts';
import type { JobHandler } from '../use-cases/jobs.ts';
import { BULK_APPROVE, bulkApproveJob } from '../use-cases/order/bulk/bulk-approve.ts';
import { WHAT_IF_JOB, whatIfJob } from '../use-cases/prices/view-what-if.ts';
import { BOUGHT_TOGETHER, refreshTogether } from './bought-together.ts';
import { exportHandler } from './export.ts';
import { importHandler } from './import.ts';
import { importPicturesHandler } from './import-pictures.ts';
import { refreshTurnover, STOCK_TURNOVER } from './stock-turnover.ts';

/** Every kind of long work and who does it; a kind that is missing here waits for a process that knows it. */
export const jobHandlers = (deps: Deps): Record<string, JobHandler> => ({
  [BOUGHT_TOGETHER]: refreshTogether(deps),
  [STOCK_TURNOVER]: refreshTurnover(deps),
  import: importHandler(deps),
  'import-pictures': importPicturesHandler(deps),
  export: exportHandler(deps),
  [BULK_APPROVE]: bulkApproveJob(deps),
  [WHAT_IF_JOB]: whatIfJob(deps),
});
