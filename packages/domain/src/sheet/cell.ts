/** Why a cell cannot be taken, as facts; the screens word every kind. `nearest` is what would have worked. */
export type CellProblem =
  | { readonly kind: 'empty' }
  | { readonly kind: 'too-long'; readonly most: number; readonly found: number }
  /** A control character that no text of ours can hold. */
  | { readonly kind: 'not-text'; readonly nearest?: string | undefined }
  | { readonly kind: 'not-whole'; readonly nearest?: string | undefined }
  | { readonly kind: 'not-decimal'; readonly decimals: number; readonly nearest?: string | undefined }
  | { readonly kind: 'out-of-range'; readonly from: string; readonly to: string; readonly nearest: string }
  | { readonly kind: 'not-one-of'; readonly allowed: readonly string[]; readonly nearest?: string | undefined }
  | { readonly kind: 'unknown'; readonly what: Reference; readonly nearest?: string | undefined }
  /** Several things answer to this name; their full names tell them apart. */
  | { readonly kind: 'ambiguous'; readonly names: readonly string[] }
  | { readonly kind: 'not-options'; readonly nearest?: string | undefined }
  | { readonly kind: 'must-not-be-cleared' };

/** What a cell may name that has rows of its own. */
export type Reference = 'category' | 'brand' | 'unit' | 'sku' | 'price-list' | 'warehouse';

/** A name in Chinese and, where it has one, in English: `红|Red` in a cell. */
export type NamePair = { readonly zh: string; readonly en?: string | undefined };
/** One value of one option: `颜色|Colour=红|Red` in a cell. */
export type OptionCell = { readonly axis: NamePair; readonly value: NamePair };

/** `null` clears the field. A number counts units, minor units or ten-thousandths, as the field says. */
export type CellValue = string | number | null | readonly string[] | readonly OptionCell[];

/** What can be named in a cell, with every name it answers to; the first is the one that is written. */
export type Named = { readonly id: string; readonly names: readonly string[] };
export type NameIndex = {
  readonly find: (name: string) => readonly Named[];
  /** What a mistyped name most likely meant. */
  readonly nearest: (name: string) => string | undefined;
  readonly nameOf: (id: string) => string;
};
export type Known = { readonly [what in Reference]?: NameIndex | undefined };
