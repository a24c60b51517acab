import { nearest } from '@tradeline/domain/sheet';
import type { Files, Row, Table, Tables } from './file.ts';
import type { Problem, RowReason } from './problem.ts';
import type { AnyTreatment } from './profile.ts';
import type { ReadFolder } from './read-folder.ts';

export type Treated = { treatment: AnyTreatment<Files>; rows: readonly Row[] };

/** Which rows may be used, what is wrong with the others, and which rows a treatment speaks of. */
export type Settled = { tables: Tables<Files>; problems: Problem[]; treated: Treated[]; setAside: ReadonlySet<Row> };

/** Rows by key and file while they are judged; `lost` remembers the row of a key that was refused or set aside. */
type Ground = {
  read: ReadFolder;
  good: Map<string, Map<string, Row>>;
  lost: Map<string, Map<string, number>>;
  problems: Problem[];
};

/**
 * Judges rows against each other: a reference must lead to a row that may be used, a bad row takes with it the rows that
 * name it and the whole it is a part of. `refused` are rows that the database would not take. Every round only takes
 * rows away, so it ends.
 */
export const settle = (
  read: ReadFolder,
  treatments: readonly AnyTreatment<Files>[],
  refused: readonly Problem[] = [],
): Settled => {
  const ground = prepare(read);
  const setAside = new Set<Row>();
  const spoken = treatments.map((treatment) => {
    const rows = rowsOf(treatment, tablesOf(ground));
    if (treatment.outcome === 'set-aside') for (const row of rows) setAside.add(row);
    return { treatment, rows };
  });
  for (const row of setAside) lose(ground, row);
  for (const problem of refused) refuse(ground, problem);
  while (round(ground));
  const isUsed = (row: Row): boolean => ground.good.get(row.file)?.get(row.key) === row;
  const treated = spoken.map(({ treatment, rows }) => ({
    treatment,
    rows: treatment.outcome === 'set-aside' ? rows : rows.filter(isUsed),
  }));
  return { tables: tablesOf(ground), problems: ground.problems, treated, setAside };
};

const prepare = (read: ReadFolder): Ground => {
  const ground: Ground = { read, good: new Map(), lost: new Map(), problems: [] };
  for (const [alias, table] of read.tables) {
    ground.good.set(alias, new Map(table.rows.map((row) => [row.key, row])));
    const kept = ground.good.get(alias)!;
    ground.lost.set(alias, new Map(table.problems.filter((p) => !kept.has(p.key)).map((p) => [p.key, p.row])));
    ground.problems.push(...table.problems);
  }
  for (const [alias, table] of read.tables)
    for (const second of table.problems) {
      const first = second.reason.kind === 'duplicate-key' ? ground.good.get(alias)?.get(second.key) : undefined;
      // Which of the two is meant, nobody knows: neither is used.
      if (first) refuse(ground, { ...second, row: first.row, reason: { kind: 'duplicate-key', otherRow: second.row } });
    }
  return ground;
};

const rowsOf = (treatment: AnyTreatment<Files>, tables: Tables<Files>): Row[] =>
  (tables[treatment.file]?.all ?? []).filter((row) => treatment.when(row, tables));

const lose = (ground: Ground, row: Row | undefined): void => {
  if (row === undefined) return;
  ground.good.get(row.file)?.delete(row.key);
  ground.lost.get(row.file)?.set(row.key, row.row);
};

const refuse = (ground: Ground, problem: Problem): void => {
  ground.problems.push(problem);
  for (const [alias, table] of ground.read.tables)
    if (table.spec.name === problem.file) lose(ground, ground.good.get(alias)?.get(problem.key));
};

const tablesOf = (ground: Ground): Tables<Files> => {
  const table = (rows: Map<string, Row>): Table<Row['values']> => ({
    all: [...rows.values()],
    find: (key) => rows.get(String(key)),
  });
  return Object.fromEntries([...ground.good].map(([alias, rows]) => [alias, table(new Map(rows))]));
};

/** Takes away every row that cannot stand on what is left; whether it took any. */
const round = (ground: Ground): boolean => {
  const bad: Problem[] = [];
  for (const [alias, table] of ground.read.tables) {
    const parts = table.spec.needsParts === undefined ? undefined : partOwners(ground, table.spec.needsParts);
    for (const row of ground.good.get(alias)!.values()) {
      const problem =
        unsupported(ground, alias, row) ??
        (parts && !parts.has(row.key) ? withoutParts(ground, alias, row) : undefined);
      if (problem) bad.push(problem);
    }
  }
  bad.push(...spoiled(ground).filter((problem) => !bad.some((b) => b.file === problem.file && b.row === problem.row)));
  for (const problem of bad) refuse(ground, problem);
  return bad.length > 0;
};

const spec = (ground: Ground, alias: string) => ground.read.tables.get(alias)!.spec;

/** Numbers look alike without meaning alike: only keys with letters are guessed at. */
const likely = (key: string, known: ReadonlyMap<string, Row>): string | undefined =>
  /^\d+$/.test(key) ? undefined : nearest(key, known.keys());

const unsupported = (ground: Ground, alias: string, row: Row): Problem | undefined => {
  for (const [column, { refersTo }] of Object.entries(spec(ground, alias).columns)) {
    const value = row.values[column];
    if (refersTo === undefined || value === undefined || ground.good.get(refersTo)?.has(String(value))) continue;
    const lostRow = ground.lost.get(refersTo)?.get(String(value));
    const file = spec(ground, refersTo).name;
    const reason: RowReason =
      lostRow !== undefined
        ? { kind: 'depends-on', file, row: lostRow }
        : { kind: 'no-such-row', file, nearest: likely(String(value), ground.good.get(refersTo)!) };
    const owner = spec(ground, alias).partOf && ownerKey(ground, alias, row);
    return { file: spec(ground, alias).name, row: row.row, key: row.key, column, found: String(value), owner, reason };
  }
  return undefined;
};

const ownerKey = (ground: Ground, alias: string, row: Row): string =>
  String(row.values[spec(ground, alias).partOf ?? '']);

const partOwners = (ground: Ground, alias: string): Set<string> =>
  new Set([...ground.good.get(alias)!.values()].map((row) => ownerKey(ground, alias, row)));

const withoutParts = (ground: Ground, alias: string, row: Row): Problem => {
  const { name, needsParts = '' } = spec(ground, alias);
  return { file: name, row: row.row, key: row.key, reason: { kind: 'no-parts', file: spec(ground, needsParts).name } };
};

/** Wholes of which a part is bad. */
const spoiled = (ground: Ground): Problem[] => {
  const found = new Map<string, Problem>();
  for (const [, table] of ground.read.tables) {
    const { partOf } = table.spec;
    const whole = partOf === undefined ? undefined : table.spec.columns[partOf]?.refersTo;
    if (partOf === undefined || whole === undefined) continue;
    for (const problem of ground.problems) {
      if (problem.file !== table.spec.name || problem.owner === undefined) continue;
      const owner = ground.good.get(whole)?.get(problem.owner);
      if (!owner) continue;
      const reason = { kind: 'part-is-bad', file: problem.file, row: problem.row } as const;
      found.set(owner.key, { file: spec(ground, whole).name, row: owner.row, key: owner.key, reason });
    }
  }
  return [...found.values()];
};
