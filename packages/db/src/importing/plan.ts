import { err, invariant, ok, type Result } from '@tradeline/domain/kernel';
import { eq } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { externalRefs } from '../schema/index.ts';
import { digestOf } from './digest.ts';
import type { Row } from './file.ts';
import type { AnyProfile } from './profile.ts';
import type { ImportRecord, RecordKind, RecordOf } from './record.ts';
import type { Settled } from './settle.ts';
import { insertAll, kinds, type Planned, type Target, targets } from './targets/index.ts';

type Ref = { internalId: string; digest: string };
export type State = Planned['state'];
/** Rows are remembered beside records, so that every row of every file is accounted for by itself. */
export const rowKind = (file: string): string => `row:${file}`;

export type Plan = {
  records: ReadonlyMap<RecordKind, readonly (Planned & { digest: string })[]>;
  rows: readonly { row: Row; state: State; internalId: string }[];
  /** Records of earlier imports that the files no longer hold: they stay, and are counted. */
  gone: ReadonlyMap<string, number>;
  idOf: (kind: RecordKind, key: string) => string;
};

const refsOf = async (tx: Tx, source: string): Promise<Map<string, Map<string, Ref>>> => {
  const rows = await tx
    .select({
      kind: externalRefs.kind,
      externalId: externalRefs.externalId,
      internalId: externalRefs.internalId,
      digest: externalRefs.digest,
    })
    .from(externalRefs)
    .where(eq(externalRefs.source, source));
  const refs = new Map<string, Map<string, Ref>>();
  for (const { kind, externalId, ...ref } of rows) {
    if (!refs.has(kind)) refs.set(kind, new Map());
    refs.get(kind)!.set(externalId, ref);
  }
  return refs;
};

const stateOf = (known: Ref | undefined, digest: string): State =>
  known === undefined ? 'created' : known.digest === digest ? 'unchanged' : 'updated';

/**
 * What the accepted rows mean for the database as it is: new, changed or known already, record by record and row by row.
 * Two rows that make one record are refused: the later ones are returned.
 */
export const makePlan = async (
  tx: Tx,
  profile: AnyProfile,
  settled: Settled,
): Promise<Result<Plan, readonly ImportRecord[]>> => {
  const twice: ImportRecord[] = [];
  const refs = await refsOf(tx, profile.source);
  const records = Map.groupBy(profile.records(settled.tables), (record) => record.kind);
  const ids = new Map<string, string>();
  const idOf = (kind: RecordKind, key: string): string => {
    const id = ids.get(`${kind}:${key}`) ?? refs.get(kind)?.get(key)?.internalId;
    invariant(id !== undefined, `profile ${profile.source} names a ${kind} that it does not bring: ${key}`);
    return id;
  };
  const planned = new Map<RecordKind, (Planned & { digest: string })[]>();
  for (const kind of kinds)
    planned.set(
      kind,
      (records.get(kind) ?? []).map((record) => place(record)),
    );

  function place(record: ImportRecord): Planned & { digest: string } {
    const known = refs.get(record.kind)?.get(record.key);
    const { newId: make, digest: compared } = targets[record.kind] as Target<RecordKind>;
    const digest = compared?.(record) ?? digestOf(record.value);
    const id = known?.internalId ?? make?.(record, idOf) ?? newId();
    if (ids.has(`${record.kind}:${record.key}`)) twice.push(record);
    ids.set(`${record.kind}:${record.key}`, id);
    return { record: record as RecordOf<RecordKind>, id, state: stateOf(known, digest), digest };
  }

  if (twice.length > 0) return err(twice);
  const rows = accountFor(profile, settled, planned, refs);
  return ok({ records: planned, rows, gone: goneOf(refs, planned), idOf });
};

/** Each accepted row with the record that it went into; a row that went nowhere is a mistake of the profile. */
const accountFor = (
  profile: AnyProfile,
  settled: Settled,
  planned: ReadonlyMap<RecordKind, readonly Planned[]>,
  refs: ReadonlyMap<string, ReadonlyMap<string, Ref>>,
): Plan['rows'] => {
  const carrier = new Map<Row, string>();
  for (const kind of planned.values())
    for (const { record, id } of kind) for (const row of record.from) if (!carrier.has(row)) carrier.set(row, id);
  return Object.entries(profile.files)
    .filter(([, spec]) => !spec.lookup)
    .flatMap(([alias]) => settled.tables[alias]!.all)
    .map((row) => {
      const internalId = carrier.get(row);
      invariant(internalId !== undefined, `profile ${profile.source} drops ${row.file} row ${row.row}`);
      return { row, internalId, state: stateOf(refs.get(rowKind(row.file))?.get(row.key), row.digest) };
    });
};

const goneOf = (
  refs: ReadonlyMap<string, ReadonlyMap<string, Ref>>,
  planned: ReadonlyMap<RecordKind, readonly Planned[]>,
) => {
  const gone = new Map<string, number>();
  for (const kind of kinds) {
    const here = new Set(planned.get(kind)?.map(({ record }) => record.key));
    const count = [...(refs.get(kind)?.keys() ?? [])].filter((key) => !here.has(key)).length;
    if (count > 0) gone.set(kind, count);
  }
  return gone;
};

/** What the next import compares with: written for new and changed records and rows only. */
export const refRows = (plan: Plan, source: string, importId: string): (typeof externalRefs.$inferInsert)[] => {
  const records = [...plan.records].flatMap(([kind, planned]) =>
    planned
      .filter(({ state }) => state !== 'unchanged')
      .map(({ record, id, digest }) => ({
        source,
        kind: kind as string,
        externalId: record.key,
        internalId: id,
        digest,
        importId,
      })),
  );
  const rows = plan.rows
    .filter(({ state }) => state !== 'unchanged')
    .map(({ row, internalId }) => ({
      source,
      kind: rowKind(row.file),
      externalId: row.key,
      internalId,
      digest: row.digest,
      importId,
    }));
  return [...records, ...rows];
};

export const saveRefs = (tx: Tx, rows: readonly (typeof externalRefs.$inferInsert)[]): Promise<void> =>
  insertAll(tx, externalRefs, rows, { key: ['source', 'kind', 'externalId'] });
