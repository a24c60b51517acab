import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { newId, type Tx, transact } from '@tradeline/db';
import { auditStore, listSheetStore, outboxStore, uploadStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import { readSheet } from '../../sheets/read-sheet.ts';
import type { Sheet } from '../../sheets/sheet.ts';
import {
  emptyReport,
  type ImportProblem,
  type ImportReport,
  type ImportRequest,
  type RejectedRows,
  reportOf,
} from './import-report.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { writeGoods } from './write-goods.ts';

export type ImportRun = {
  jobId: string;
  actor: { type: string; id?: string | undefined; name: string };
  /** Tells how many rows are done; throws when the work is to stop, which takes back all of it. */
  step: (done: number, total: number) => Promise<void>;
  /** Ends the job in the transaction of its effect: a worker that lost it cannot commit. */
  finish: (tx: Tx, report: ImportReport) => Promise<void>;
};

/** Plans are made anew when somebody edits the same goods meanwhile; nobody is that busy four times. */
const PLANS = 4;

/**
 * Checks a file or applies it, all of it or nothing: what is written, its audit and the end of the job are one
 * transaction. Run twice it does nothing the second time.
 */
export const runImport = async (
  deps: Pick<Deps, 'db' | 'storage'>,
  request: ImportRequest,
  run: ImportRun,
): Promise<ImportReport> => {
  const upload = await uploadStore.find(deps.db, request.uploadId);
  const refusedFile = (problem: NonNullable<ImportReport['refused']>): ImportReport => ({
    ...emptyReport(request),
    refused: problem,
  });
  if (!upload) return refusedFile({ kind: 'file', problem: { kind: 'damaged' } });
  const path = deps.storage.pathOf('private', upload.file);
  const read = await readSheet(path);
  if (!read.ok) return refusedFile({ kind: 'file', problem: read.error });
  const sheet = read.value;
  const total = sheet.rows.length;
  await run.step(0, total);
  if (request.mode === 'check') {
    const plan = await planImport(deps.db, sheet, request);
    await run.step(total, total);
    return reported(deps, request, sheet, plan, run.jobId);
  }
  const digest = createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
  for (let left = PLANS; left > 0; left--) {
    const written = await applyOnce(deps, request, sheet, run, digest);
    if (written.ok) return written.value;
    if (written.error.kind === 'rejected-rows') return written.error.report;
  }
  return refusedFile({ kind: 'moved-on' });
};

type Unwritten = { kind: 'moved-on' } | { kind: 'rejected-rows'; report: ImportReport };

const applyOnce = async (
  deps: Pick<Deps, 'db' | 'storage'>,
  request: ImportRequest,
  sheet: Sheet,
  run: ImportRun,
  digest: string,
): Promise<Result<ImportReport, Unwritten>> => {
  const plan = await planImport(deps.db, sheet, request);
  const report = await reported(deps, request, sheet, plan, run.jobId);
  if (report.counts.rejected > 0 && !request.skipRejected)
    return err({ kind: 'rejected-rows', report: { ...report, refused: { kind: 'rejected-rows' } } });
  const applied = { ...report, applied: true };
  return transact<ImportReport, Unwritten>(deps.db, async (tx) => {
    if (!(await writePlan(tx, plan, request, run, sheet.rows.length))) return err({ kind: 'moved-on' });
    await auditStore.add(tx, {
      actor: run.actor,
      action: `import.${request.sheet}`,
      subject: { type: 'import', id: run.jobId },
      after: { file: request.fileName, sha256: digest, counts: report.counts, fields: report.fields },
    });
    await run.finish(tx, applied);
    return ok(applied);
  });
};

const writePlan = async (
  tx: Tx,
  plan: ImportPlan,
  request: ImportRequest,
  run: ImportRun,
  total: number,
): Promise<boolean> => {
  const step = (done: number): Promise<void> => run.step(done, total);
  const { actor, jobId } = run;
  if (plan.sheet === 'goods')
    return writeGoods(tx, plan.goods, { actor, action: 'product.import', reason: request.fileName, step });
  if (plan.sheet === 'prices') {
    let done = 0;
    for (const [listId, wishes] of plan.prices.byList) {
      const id = await listSheetStore.draftPrices(tx, listId, actor.id ?? '', request.fileName, wishes);
      await auditStore.add(tx, {
        actor,
        action: 'price.import',
        subject: { type: 'price-list', id: listId },
        after: { versionId: id, changes: wishes.length },
        reason: request.fileName,
      });
      done += wishes.length;
      await step(done);
    }
    return true;
  }
  const { wishes } = plan.stock;
  for (let at = 0; at < wishes.length; at += 500) {
    const part = wishes.slice(at, at + 500);
    const moved = await listSheetStore.adjustStock(tx, part, {
      cause: jobId,
      actor: `${actor.type}:${actor.id ?? ''}`,
      reason: request.fileName,
    });
    if (!moved) return false;
    await step(at + part.length);
  }
  if (wishes.length > 0)
    await outboxStore.add(tx, {
      type: 'stock.imported',
      aggregateType: 'stock',
      aggregateId: jobId,
      payload: { balances: wishes.length },
    });
  return true;
};

/** The counts of a plan, with every rejected row kept beside the reasons. */
const reported = async (
  { storage }: Pick<Deps, 'storage'>,
  request: ImportRequest,
  sheet: Sheet,
  plan: ImportPlan,
  jobId: string,
): Promise<ImportReport> => {
  const report = reportOf(request, plan.rows, plan.problems);
  report.formulas = sheet.formulas;
  report.unused = sheet.header.filter((title) => title !== '' && !request.mapping[title]).slice(0, 50);
  if (report.counts.rejected > 0) {
    report.rejectedFile = `rejected-${jobId}-${newId()}.json`;
    const rows = rejectedRows(sheet, plan.problems);
    await storage.put('private', report.rejectedFile, Buffer.from(JSON.stringify(rows)));
  }
  return report;
};

const rejectedRows = (sheet: Sheet, problems: readonly ImportProblem[]): RejectedRows => {
  const byRow = Map.groupBy(problems, ({ row }) => row);
  return {
    header: sheet.header,
    rows: sheet.rows.flatMap(({ row, cells }) => {
      const own = byRow.get(row);
      return own ? [{ row, cells, problems: own }] : [];
    }),
  };
};
