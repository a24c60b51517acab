import type { Reference } from './cell.ts';

/** How the cells of a column are read and written. */
export type FieldKind =
  | { readonly as: 'text'; readonly most: number; readonly lines?: true }
  | { readonly as: 'whole'; readonly from: number; readonly to: number }
  /** Major units in the cell, a whole number of `10^-decimals` inside. */
  | { readonly as: 'decimal'; readonly decimals: number; readonly to: number }
  | {
      readonly as: 'choice';
      readonly choices: readonly { readonly value: string; readonly names: readonly string[] }[];
    }
  | { readonly as: 'tags' }
  | { readonly as: 'options' }
  | { readonly as: 'reference'; readonly to: Reference };

/** A column of a sheet: what it is called in both languages, what people call it elsewhere, and what may stand in it. */
export type SheetField = {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  /** Other headers that mean this column, as other systems and people write them. */
  readonly also: readonly string[];
  readonly kind: FieldKind;
  /** `always`: names the row. `new`: a row that makes something new must have it. */
  readonly needed?: 'always' | 'new' | undefined;
  /** May be emptied again, by a `-` alone in the cell. */
  readonly clears?: true;
  /** Only for those who may see purchase prices. */
  readonly cost?: true;
};
