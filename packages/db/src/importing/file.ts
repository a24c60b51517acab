import type { Column, ValueOf } from './columns/index.ts';

export type Columns = Readonly<Record<string, Column<unknown>>>;
export type ValuesOf<C extends Columns> = { readonly [K in keyof C]: ValueOf<C[K]> };

/** One file of a profile, as CSV with a header row: which columns are taken, and what makes a row unique. */
export type FileSpec = {
  name: string;
  /** The columns that together name a row; no two rows may share them. */
  key: readonly string[];
  columns: Columns;
  /** Columns that are known and deliberately not taken; any other column is reported as unknown. */
  notTaken?: readonly string[];
  /** Its rows only serve to read other files and become no record of their own. */
  lookup?: true;
  /** The column that names the row this one is a part of. A bad part spoils its whole: an order without a line is another order. */
  partOf?: string;
  /** The file that must hold at least one part of each row. */
  needsParts?: string;
};

/** An accepted or rejected row. `row` counts as a spreadsheet does: the header is 1. */
export type Row<V = Readonly<Record<string, unknown>>> = {
  /** The file by the name the profile gives it. */
  readonly file: string;
  readonly row: number;
  /** Values of the key columns, joined by `/`. */
  readonly key: string;
  readonly values: V;
  /** Of all taken values; tells a changed row from an unchanged one. */
  readonly digest: string;
};

export type Files = Readonly<Record<string, FileSpec>>;

/** The rows of a file that may be used, in file order. */
export type Table<V> = { readonly all: readonly Row<V>[]; readonly find: (key: string | number) => Row<V> | undefined };
export type Tables<F extends Files> = { readonly [K in keyof F]: Table<ValuesOf<F[K]['columns']>> };

type Named<C extends Columns> = { key: readonly (keyof C & string)[]; columns: C; partOf?: keyof C & string };

/** Keeps the types of a file's columns, and names keys only among them. */
export const file = <const C extends Columns>(
  spec: Omit<FileSpec, keyof Named<C>> & Named<C>,
): FileSpec & { columns: C } => spec;
