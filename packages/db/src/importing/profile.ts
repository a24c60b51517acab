import type { Currency } from '@tradeline/domain/money';
import type { SQL } from 'drizzle-orm';
import type { Files, Row, Tables, ValuesOf } from './file.ts';
import type { ImportRecord } from './record.ts';

/**
 * What is done with rows that are not simply taken, in words for the report. `set-aside`: the row is accounted for and
 * becomes no record. `kept`: the row is taken, in the way the words say.
 */
export type Treatment<F extends Files, K extends keyof F> = {
  file: K;
  outcome: 'kept' | 'set-aside';
  words: string;
  when: (row: Row<ValuesOf<F[K]['columns']>>, tables: Tables<F>) => boolean;
};
export type AnyTreatment<F extends Files> = { [K in keyof F]: Treatment<F, K> }[keyof F];

/**
 * A figure computed twice: from the accepted rows, and from the database after writing. The query sees the table
 * `imported (kind, external_id, id)`: what this source brought and its files still hold. It gives one value named `value`.
 */
export type Control<F extends Files> = {
  name: string;
  fromFiles: (tables: Tables<F>) => string | number;
  fromDatabase: SQL;
};

/** All that is particular to one source of data: its files, what its rows become, and the figures that must agree. */
export type Profile<F extends Files = Files> = {
  /** Stands in external_refs and orders.source; never changes once data was imported. */
  source: string;
  title: string;
  currency: Currency;
  files: F;
  treatments?: readonly AnyTreatment<F>[];
  /** Every accepted row that is neither set aside nor of a lookup file appears in the `from` of a record. */
  records: (tables: Tables<F>) => Iterable<ImportRecord>;
  controls: readonly Control<F>[];
};

/** A profile whose own types are behind it: what the framework works with. */
export type AnyProfile = Omit<Profile, 'treatments' | 'records' | 'controls'> & {
  treatments: readonly AnyTreatment<Files>[];
  records: (tables: Tables<Files>) => Iterable<ImportRecord>;
  controls: readonly Control<Files>[];
};

/** Names the files of a profile and gives its functions the types of their rows. */
export const profile = <const F extends Files>(spec: Profile<F>): AnyProfile => ({
  ...spec,
  treatments: (spec.treatments ?? []) as readonly AnyTreatment<Files>[],
  records: spec.records as AnyProfile['records'],
  controls: spec.controls as AnyProfile['controls'],
});
