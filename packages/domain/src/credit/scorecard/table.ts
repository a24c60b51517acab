/** A value of a feature; null = no data, which is a bin of its own. */
export type Cell = number | string | null;
/** Columns by name, all of one length. */
export type Table = { readonly [column: string]: readonly Cell[] };
export type Row = { readonly [column: string]: Cell | undefined };
