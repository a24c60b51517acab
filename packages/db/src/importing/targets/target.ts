import type { Instant } from '@tradeline/domain/kernel';
import type { Tx } from '../../client.ts';
import type { RowReason } from '../problem.ts';
import type { RecordKind, RecordOf } from '../record.ts';

/** A record with its place in our database and what this import makes of it. */
export type Planned<K extends RecordKind = RecordKind> = {
  record: RecordOf<K>;
  id: string;
  state: 'created' | 'updated' | 'unchanged';
};

export type WriteContext = {
  tx: Tx;
  source: string;
  title: string;
  importId: string;
  /** When this import runs, by the database's clock. */
  now: Instant;
  /** The id of another record of this import. */
  idOf: (kind: RecordKind, key: string) => string;
};

export type Refused = { key: string; reason: RowReason };

/** How records of a kind become rows of our tables. Its functions get the records that are new or changed, never an unchanged one. */
export type Target<K extends RecordKind> = {
  /** The table that holds the records, and its column with their ids: they are counted there after writing. */
  table: string;
  idColumn?: string;
  /** The id of a new record; a fresh one when absent. */
  newId?: (record: RecordOf<K>, idOf: WriteContext['idOf']) => string;
  /** What a later import compares; the whole value when absent. */
  digest?: (record: RecordOf<K>) => string;
  /** Records that our database cannot take as they are; asked before anything is written. */
  refuse?: (context: WriteContext, planned: readonly Planned<K>[]) => Promise<Refused[]>;
  /** Gives back what changed records hold of others, before any kind is written. */
  release?: (context: WriteContext, planned: readonly Planned<K>[]) => Promise<void>;
  /** Records that turn out not to fit end the attempt; nothing of it stays. */
  write: (context: WriteContext, planned: readonly Planned<K>[]) => Promise<Refused[]>;
};
