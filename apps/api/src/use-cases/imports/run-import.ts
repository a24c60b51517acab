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
  tallyOf,
} from './import-report.ts';
import { type ImportPlan, openPlanner } from './plan-import.ts';
import { tellGoods, writeGoods } from './write-goods.ts';

export type ImportRun = {
  jobId: string;
  actor: { type: string; id?: string | undefined; name: string };
  /** Tells how many rows are done; throws when the work is to stop, which takes back all of it. */
  step: (done?: number, total?: number) => Promise<void>;
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
  if (request.mode === 'check') {
    const { report } = await planParts(deps, deps.db, request, sheet, run, async () => true);
    return report;
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

/** Plans and writes one part after another. A row that cannot be taken ends the writing, unless such rows are left out. */
const applyOnce = (
  deps: Pick<Deps, 'db' | 'storage'>,
  request: ImportRequest,
  sheet: Sheet,
  run: ImportRun,
  digest: string,
): Promise<Result<ImportReport, Unwritten>> =>
  transact<ImportReport, Unwritten>(deps.db, async (tx) => {
    let products = 0;
    const { report, kept } = await planParts(deps, tx, request, sheet, run, (plan) => {
      if (plan.sheet === 'goods') products += plan.goods.audit.length;
      return writePlan(tx, plan, request, run);
    });
    if (!kept) return err({ kind: 'moved-on' });
    if (report.counts.rejected > 0 && !request.skipRejected)
      return err({ kind: 'rejected-rows', report: { ...report, refused: { kind: 'rejected-rows' } } });
    const applied = { ...report, applied: true };
    await tellGoods(tx, 'product.import', products);
    await auditStore.add(tx, {
      actor: run.actor,
      action: `import.${request.sheet}`,
      subject: { type: 'import', id: run.jobId },
      after: { file: request.fileName, sha256: digest, counts: report.counts, fields: report.fields },
    });
    await run.finish(tx, applied);
    return ok(applied);
  });

/** Plans all parts, gives each to `take` as long as all rows may be taken, and reports on the whole of them. */
const planParts = async (
  { storage }: Pick<Deps, 'storage'>,
  tx: Tx,
  request: ImportRequest,
  sheet: Sheet,
  run: ImportRun,
  take: (plan: ImportPlan) => Promise<boolean>,
): Promise<{ report: ImportReport; kept: boolean }> => {
  const total = sheet.rows.length;
  await run.step(0, total);
  const planner = await openPlanner(tx, sheet, request);
  const tally = tallyOf(request);
  const rejected: ImportProblem[] = [];
  let done = 0;
  for (const part of planner.parts) {
    const plan = await planner.plan(tx, part);
    tally.add(plan.rows, plan.problems);
    rejected.push(...plan.problems);
    if ((rejected.length === 0 || request.skipRejected) && !(await take(plan)))
      return { report: tally.report(), kept: false };
    done += part.length;
    await run.step(done, total);
  }
  const report = tally.report();
  report.formulas = sheet.formulas;
  report.unused = sheet.header.filter((title) => title !== '' && !request.mapping[title]).slice(0, 50);
  if (report.counts.rejected > 0) {
    report.rejectedFile = `rejected-${run.jobId}-${newId()}.json`;
    await storage.put('private', report.rejectedFile, Buffer.from(JSON.stringify(rejectedRows(sheet, rejected))));
  }
  return { report, kept: true };
};

const writePlan = async (
  tx: Tx,
  plan: ImportPlan,
  request: ImportRequest,
  { actor, jobId, step }: ImportRun,
): Promise<boolean> => {
  if (plan.sheet === 'goods')
    return writeGoods(tx, plan.goods, { actor, action: 'product.import', reason: request.fileName });
  if (plan.sheet === 'prices') {
    for (const [listId, wishes] of plan.prices.byList) {
      const id = await listSheetStore.draftPrices(tx, listId, actor.id ?? '', request.fileName, wishes);
      await auditStore.add(tx, {
        actor,
        action: 'price.import',
        subject: { type: 'price-list', id: listId },
        after: { versionId: id, changes: wishes.length },
        reason: request.fileName,
      });
      await step();
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
