import { type SQL, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import type { Files, Row, Tables } from './file.ts';
import type { Plan } from './plan.ts';
import type { AnyProfile } from './profile.ts';
import type { ReadFolder } from './read-folder.ts';
import type { RecordKind } from './record.ts';
import type { ControlResult, FileCount, RecordCount, TreatmentResult } from './report.ts';
import type { Settled } from './settle.ts';
import { inChunks, type Target, targets } from './targets/index.ts';

const one = async (tx: Tx, query: SQL): Promise<string> => {
  const [row] = await tx.execute<{ value: unknown }>(query);
  return String(row?.value ?? '0');
};

/** `imported`: what this source brought and its files still hold, for the queries of the controls. */
const offerImported = async (tx: Tx, plan: Plan): Promise<void> => {
  await tx.execute(sql`create temporary table imported (kind text, external_id text, id uuid) on commit drop`);
  const rows = [...plan.records].flatMap(([kind, planned]) =>
    planned.map(({ record, id }) => ({ kind, key: record.key, id })),
  );
  for (const part of inChunks(rows, 10_000))
    await tx.execute(sql`insert into imported select kind, key, id from json_to_recordset(${JSON.stringify(part)}::text::json)
      as r (kind text, key text, id uuid)`);
};

/** Compares numbers by value and all else as text: `12.50` from a database is `12.5`. */
const same = (a: string, b: string): boolean => normal(a) === normal(b);
const normal = (text: string): string =>
  /^-?\d+\.\d+$/.test(text) ? text.replace(/0+$/, '').replace(/\.$/, '') : text;

/** Orders that people here have acted on: their figures are no longer those of the files, rightly. */
const movedOn = async (tx: Tx, source: string): Promise<Set<string>> => {
  const rows = await tx.execute<{ key: string }>(sql`
    select distinct i.external_id as key from order_events e join imported i on i.kind = 'order' and i.id = e.order_id
    where e.facts ->> 'source' is distinct from ${source}`);
  return new Set(rows.map(({ key }) => key));
};

const without = (tables: Tables<Files>, rows: ReadonlySet<Row>): Tables<Files> =>
  Object.fromEntries(
    Object.entries(tables).map(([alias, { all, find }]) => [alias, { all: all.filter((row) => !rows.has(row)), find }]),
  );

/**
 * Computes every control from the rows and from the database: first that each record stands where it was written, then
 * the profile's figures, without the orders that have moved on here.
 */
export const reconcile = async (
  tx: Tx,
  profile: AnyProfile,
  settled: Settled,
  plan: Plan,
): Promise<ControlResult[]> => {
  await offerImported(tx, plan);
  const results: ControlResult[] = [];
  for (const [kind, planned] of plan.records) {
    if (planned.length === 0) continue;
    const { table, idColumn = 'id' } = targets[kind] as Target<RecordKind>;
    const [from, column] = [sql.identifier(table), sql.identifier(idColumn)];
    const database = await one(
      tx,
      sql`select count(distinct t.${column}) as value from ${from} t join imported i on i.id = t.${column} where i.kind = ${kind}`,
    );
    const files = String(planned.length);
    results.push({ name: `${kind} records`, files, database, agrees: same(files, database) });
  }
  const ours = await movedOn(tx, profile.source);
  const theirs = (plan.records.get('order') ?? []).filter(({ record }) => ours.has(record.key));
  const tables = without(settled.tables, new Set(theirs.flatMap(({ record }) => record.from)));
  if (ours.size > 0) {
    await tx.execute(sql`delete from imported where kind = 'order' and external_id in ${[...ours]}`);
    const left = String(theirs.length);
    results.push({
      name: 'orders left to people here',
      files: left,
      database: String(ours.size),
      agrees: left === String(ours.size),
    });
  }
  for (const control of profile.controls) {
    const [files, database] = [String(control.fromFiles(tables)), await one(tx, control.fromDatabase)];
    results.push({
      name: control.name,
      files: normal(files),
      database: normal(database),
      agrees: same(files, database),
    });
  }
  return results;
};

const count = <T>(items: readonly T[], is: (item: T) => boolean): number => items.filter(is).length;

export const countFiles = (profile: AnyProfile, read: ReadFolder, settled: Settled, plan: Plan): FileCount[] =>
  Object.entries(profile.files).map(([alias, spec]) => {
    const rows = plan.rows.filter(({ row }) => row.file === alias);
    const skipped = new Set(settled.problems.filter((p) => p.file === spec.name).map((p) => p.row)).size;
    const setAside = count([...settled.setAside], (row) => row.file === alias);
    const total = read.tables.get(alias)!.read;
    return {
      file: spec.name,
      read: total,
      created: count(rows, ({ state }) => state === 'created'),
      unchanged: count(rows, ({ state }) => state === 'unchanged'),
      updated: count(rows, ({ state }) => state === 'updated'),
      skipped,
      setAside,
      lookedUp: spec.lookup ? total - skipped - setAside : 0,
    };
  });

export const countRecords = (plan: Plan): RecordCount[] =>
  [...plan.records]
    .filter(([kind, planned]) => planned.length > 0 || plan.gone.has(kind))
    .map(([kind, planned]) => ({
      kind,
      created: count(planned, ({ state }) => state === 'created'),
      unchanged: count(planned, ({ state }) => state === 'unchanged'),
      updated: count(planned, ({ state }) => state === 'updated'),
      gone: plan.gone.get(kind) ?? 0,
    }));

export const treatmentResults = (profile: AnyProfile, settled: Settled): TreatmentResult[] =>
  settled.treated.map(({ treatment, rows }) => ({
    file: profile.files[treatment.file]!.name,
    outcome: treatment.outcome,
    words: treatment.words,
    rows: rows.map((row) => row.row),
  }));
