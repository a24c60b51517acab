import {
  type CellValue,
  goodsFields,
  type Known,
  quantityProblem,
  readCell,
  type SheetCellProblem,
  type SheetField,
  writeCell,
} from '@tradeline/domain/sheet';
import type { Outputs } from '../../lib/trpc.ts';

export type GridRow = Outputs['bulkEdit']['rows']['rows'][number];
type Cells = Readonly<Record<string, string>>;

/** What names a row, and options, which the product's own screen makes, cannot be typed over. */
export const fixedKeys: readonly string[] = ['itemNumber', 'productNumber', 'options'];
export const gridFields: readonly SheetField[] = goodsFields.filter(
  ({ kind, key }) => !('lines' in kind) && key !== 'productNumber',
);
export const firstColumns: readonly string[] = [
  'itemNumber',
  'nameZh',
  'nameEn',
  'options',
  'category',
  'brand',
  'minQuantity',
  'multiple',
  'cartonQuantity',
  'barcode',
  'weightGrams',
  'taxRate',
  'tags',
  'productStatus',
];

export const storedText = (row: GridRow, field: SheetField, known: Known, language: 'zh' | 'en'): string =>
  String(writeCell(field, row.values[field.key] as CellValue | undefined, known, language));

/** What is wrong with the typed cells of a row, by field, by the rules that the server applies. */
export const cellProblems = (row: GridRow, cells: Cells, known: Known): Record<string, SheetCellProblem> => {
  const problems: Record<string, SheetCellProblem> = {};
  const values: Record<string, CellValue | undefined> = { ...(row.values as Record<string, CellValue | undefined>) };
  for (const field of gridFields) {
    const text = cells[field.key];
    if (text === undefined) continue;
    if (text.trim() === '') {
      if (field.clears) values[field.key] = null;
      else problems[field.key] = { kind: 'empty' };
      continue;
    }
    const read = readCell(field, text, known);
    if (read.ok) values[field.key] = read.value;
    else problems[field.key] = read.error;
  }
  const quantity = quantityProblem(values);
  const typedQuantity = ['minQuantity', 'multiple', 'maxQuantity'].some((key) => key in cells);
  if (quantity && typedQuantity && !problems[quantity.key]) problems[quantity.key] = quantity.problem;
  return problems;
};

/** Typed texts as the values they stand for: what the grid shows as stored once they are saved. */
export const savedValues = (cells: Cells, known: Known): Record<string, CellValue> =>
  Object.fromEntries(
    gridFields.flatMap((field) => {
      const text = cells[field.key];
      if (text === undefined) return [];
      const read = readCell(field, text, known);
      return [[field.key, text.trim() === '' || !read.ok ? null : (read.value ?? null)]];
    }),
  );
