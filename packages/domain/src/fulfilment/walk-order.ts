/** Where goods lie: their zone (库区) and bin (库位), null where nobody has said; and their item number. */
export type Place = { readonly zone: string | null; readonly bin: string | null; readonly itemNumber: string };

/** Codes are compared by their characters, everywhere alike: what a list shows first does not hang on a language. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const orNull = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : compare(a, b);

/** The way through the warehouse: zone by zone, bin by bin, then by item number. Goods without a place come last. */
export const byWalk = (a: Place, b: Place): number =>
  orNull(a.zone, b.zone) || orNull(a.bin, b.bin) || compare(a.itemNumber, b.itemNumber);
