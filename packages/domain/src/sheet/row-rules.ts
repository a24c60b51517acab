import type { CellProblem, CellValue } from './cell.ts';

/** Why the cells of a row do not go together, with each other, with other rows or with what is stored. */
export type RowProblem =
  /** The most that may be ordered is less than the least: such goods could never be bought. */
  | { readonly kind: 'below-minimum'; readonly minimum: number; readonly nearest: string }
  /** Which of the two is meant, nobody knows: neither is taken. */
  | { readonly kind: 'duplicate-row'; readonly otherRow: number }
  /** Rows of one product say different things of it. */
  | { readonly kind: 'differs-from-row'; readonly otherRow: number; readonly nearest: string }
  /** The item number is that of a SKU of another product. */
  | { readonly kind: 'other-product'; readonly nearest: string }
  /** Several SKUs of one product must say what they differ in. */
  | { readonly kind: 'needs-options' }
  | { readonly kind: 'same-options'; readonly other: string }
  | { readonly kind: 'below-promised'; readonly promised: number; readonly nearest: string };
export type SheetCellProblem = CellProblem | RowProblem;

/** Minimum, multiple and maximum of one SKU as they would stand together. */
export const quantityProblem = (
  row: Readonly<Record<string, CellValue | undefined>>,
): { readonly key: 'maxQuantity'; readonly problem: RowProblem } | undefined => {
  const { maxQuantity: maximum } = row;
  if (maximum === undefined || maximum === null) return undefined;
  const multiple = Number(row.multiple ?? 1);
  const first = Math.ceil(Number(row.minQuantity ?? 1) / multiple) * multiple;
  if (Math.floor(Number(maximum) / multiple) * multiple >= first) return undefined;
  return { key: 'maxQuantity', problem: { kind: 'below-minimum', minimum: first, nearest: String(first) } };
};
