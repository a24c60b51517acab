import { existsSync } from 'node:fs';
import { err, instant, ok, type Result } from '@tradeline/domain/kernel';
import { eq, sql } from 'drizzle-orm';
import type { Database, Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { imports, shop } from '../schema/index.ts';
import { transact } from '../transact.ts';
import type { Row } from './file.ts';
import { makePlan, type Plan, refRows, saveRefs } from './plan.ts';
import type { Problem, RowReason } from './problem.ts';
import type { AnyProfile } from './profile.ts';
import { type ReadFolder, readFolder } from './read-folder.ts';
import { countFiles, countRecords, reconcile, treatmentResults } from './reconcile.ts';
import type { ImportRecord, RecordKind } from './record.ts';
import type { ImportRefusal, ImportReport } from './report.ts';
import { type Settled, settle } from './settle.ts';
import { kinds, type Planned, type Refused, type Target, targets, type WriteContext } from './targets/index.ts';

export type Progress =
  | { step: 'read'; file: string; rows: number }
  | { step: 'write'; kind: RecordKind; records: number }
  | { step: 'reconcile' };

export type ImportOptions = {
  db: Database;
  profile: AnyProfile;
  folder: string;
  /** Leaves bad rows out, with all that depends on them, instead of refusing the import. */
  skipBad?: boolean | undefined;
  /** Does everything, the reconciliation included, and takes it all back. */
  dryRun?: boolean | undefined;
  /** Asked to stop, the import ends before its next step and leaves nothing behind. */
  signal?: AbortSignal | undefined;
  onProgress?: ((progress: Progress) => void) | undefined;
};

type Outcome = { kind: 'tried'; report: ImportReport } | { kind: 'refused-here'; problems: Problem[] } | ImportRefusal;

/**
 * Reads a folder by a profile and brings the database to what it says, in one transaction: all of it, or nothing.
 * Rows known from an earlier import are compared, so a second run of the same files changes nothing.
 */
export const runImport = async (options: ImportOptions): Promise<Result<ImportReport, ImportRefusal>> => {
  const { db, profile, folder, skipBad = false, onProgress = () => {} } = options;
  if (!existsSync(folder)) return err({ kind: 'no-such-folder', folder });
  const [home] = await db.select({ timeZone: shop.timeZone }).from(shop).where(eq(shop.id, 1));
  const reading = { timeZone: home?.timeZone ?? 'Asia/Shanghai' };
  const read = await readFolder(folder, profile.files, reading, (file, rows) =>
    onProgress({ step: 'read', file, rows }),
  );
  if (!read.ok) return err({ kind: 'files-unusable', problems: read.error });
  if (options.signal?.aborted) return err({ kind: 'stopped' });
  const rows = [...read.value.tables.values()].reduce((sum, table) => sum + table.read, 0);

  const refused: Problem[] = [];
  for (;;) {
    const settled = settle(read.value, profile.treatments, refused);
    if (settled.problems.length > 0 && !skipBad)
      return err({ kind: 'rows-refused', problems: settled.problems, read: rows });
    const tried = await transact<ImportReport, Outcome>(db, (tx) => attempt(tx, options, read.value, settled));
    if (tried.ok) return tried;
    const outcome = tried.error;
    if (outcome.kind === 'tried') return ok(outcome.report);
    if (outcome.kind !== 'refused-here') return err(outcome);
    refused.push(...outcome.problems);
    const isOurs = outcome.problems.some(({ file }) => file === '');
    if (!skipBad || isOurs) return err({ kind: 'rows-refused', problems: refused, read: rows });
  }
};

const attempt = async (
  tx: Tx,
  { profile, dryRun = false, signal, onProgress = () => {} }: ImportOptions,
  read: ReadFolder,
  settled: Settled,
): Promise<Result<ImportReport, Outcome>> => {
  // The limits of a web request would end a long import; how long it may wait for others' locks stays as it is.
  await tx.execute(
    sql`select set_config('statement_timeout', '10min', true), set_config('idle_in_transaction_session_timeout', '10min', true)`,
  );
  const [lock] = await tx.execute<{ got: boolean; now: string }>(
    sql`select pg_try_advisory_xact_lock(hashtext(${`import:${profile.source}`})) as got, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as now`,
  );
  if (!lock?.got) return err({ kind: 'already-importing', source: profile.source });
  const planned = await makePlan(tx, profile, settled);
  if (!planned.ok)
    return err({ kind: 'refused-here', problems: planned.error.map((record) => onceOnly(profile, record)) });
  const plan = planned.value;
  const importId = newId();
  const context: WriteContext = {
    tx,
    source: profile.source,
    title: profile.title,
    importId,
    now: instant(lock.now),
    idOf: plan.idOf,
  };
  const refs = refRows(plan, profile.source, importId);
  const nothingToDo = refs.length === 0;
  if (!nothingToDo) {
    const problems = await write(context, plan, profile, onProgress);
    if (problems.length > 0) return err({ kind: 'refused-here', problems });
    await saveRefs(tx, refs);
  }
  onProgress({ step: 'reconcile' });
  const controls = await reconcile(tx, profile, settled, plan);
  // Later, people here may rightly have changed what was imported; then a difference is shown, and nobody is locked out.
  if (isFirst(plan) && controls.some(({ agrees }) => !agrees)) return err({ kind: 'does-not-reconcile', controls });
  const report: ImportReport = {
    source: profile.source,
    title: profile.title,
    dryRun,
    nothingToDo,
    files: countFiles(profile, read, settled, plan),
    records: countRecords(plan),
    controls,
    treatments: treatmentResults(profile, settled),
    skipped: settled.problems,
    unknownColumns: [...read.tables.values()]
      .filter(({ unknownColumns }) => unknownColumns.length > 0)
      .map(({ spec, unknownColumns }) => ({ file: spec.name, columns: unknownColumns })),
    unknownFiles: read.unknownFiles,
  };
  if (signal?.aborted) return err({ kind: 'stopped' });
  if (dryRun) return err({ kind: 'tried', report });
  if (!nothingToDo)
    await tx.insert(imports).values({ id: importId, source: profile.source, finishedAt: context.now, report });
  return ok(report);
};

const isFirst = (plan: Plan): boolean =>
  plan.gone.size === 0 && [...plan.records.values()].flat().every(({ state }) => state === 'created');

const write = async (
  context: WriteContext,
  plan: Plan,
  profile: AnyProfile,
  onProgress: (progress: Progress) => void,
): Promise<Problem[]> => {
  const due = kinds
    .map((kind) => ({
      kind,
      target: targets[kind] as Target<RecordKind>,
      planned: plan.records.get(kind)!.filter(({ state }) => state !== 'unchanged'),
    }))
    .filter(({ planned }) => planned.length > 0);
  const problems: Problem[] = [];
  for (const { target, planned } of due)
    problems.push(...named(profile, planned, (await target.refuse?.(context, planned)) ?? []));
  if (problems.length > 0) return problems;
  for (const { target, planned } of due) await target.release?.(context, planned);
  for (const { kind, target, planned } of due) {
    onProgress({ step: 'write', kind, records: planned.length });
    const refused = named(profile, planned, await target.write(context, planned));
    if (refused.length > 0) return refused;
  }
  return [];
};

/** A record that our database refuses is the row it stems from. */
const named = (profile: AnyProfile, planned: readonly Planned[], refused: readonly Refused[]): Problem[] =>
  refused.map(({ key, reason }) =>
    problemOf(profile, planned.find(({ record }) => record.key === key)?.record.from[0], key, reason),
  );

const onceOnly = (profile: AnyProfile, { kind, key, from }: ImportRecord): Problem =>
  problemOf(profile, from[0], key, { kind: 'already-taken', what: kind, value: key });

const problemOf = (profile: AnyProfile, row: Row | undefined, key: string, reason: RowReason): Problem => ({
  file: row === undefined ? '' : profile.files[row.file]!.name,
  row: row?.row ?? 0,
  key: row?.key ?? key,
  owner: row && ownerOf(profile, row),
  reason,
});

const ownerOf = (profile: AnyProfile, row: Row): string | undefined => {
  const { partOf } = profile.files[row.file]!;
  return partOf && String(row.values[partOf]);
};
