import type { Text } from '../../lib/i18n.tsx';
import type { VariantForm } from './form-model.ts';

/** A column of the grid that takes text: what it is called, how it is read from a row and written into one. */
export type GridColumn = {
  id: string;
  label: (t: Text) => string;
  width: string;
  numeric?: boolean;
  /** Where the problems of its cells stand: the field of a variant. */
  field: string;
  needs?: 'cost';
  get: (row: VariantForm) => string;
  set: (row: VariantForm, value: string) => VariantForm;
  readOnly?: (row: VariantForm) => boolean;
};

const plain = (
  id:
    | 'itemNumber'
    | 'barcode'
    | 'cartonQuantity'
    | 'minQuantity'
    | 'multiple'
    | 'maxQuantity'
    | 'cost'
    | 'weightGrams'
    | 'packText',
  label: GridColumn['label'],
  width: string,
  numeric = false,
): GridColumn => ({
  id,
  field: id,
  label,
  width,
  numeric,
  get: (row) => row[id],
  set: (row, value) => ({ ...row, [id]: value }),
});

export const gridColumns: readonly GridColumn[] = [
  plain('itemNumber', (t) => t.pe_item_number(), 'w-44'),
  plain('barcode', (t) => t.pe_barcode(), 'w-36'),
  {
    id: 'price',
    field: 'firstPriceE4',
    label: (t) => t.pe_base_price(),
    width: 'w-24',
    numeric: true,
    get: (row) => row.price,
    set: (row, price) => (row.priced ? row : { ...row, price }),
    readOnly: (row) => row.priced,
  },
  { ...plain('cost', (t) => t.pe_cost(), 'w-24', true), needs: 'cost' },
  {
    id: 'unitZh',
    field: 'unit.zh',
    label: (t) => t.pe_unit_zh(),
    width: 'w-20',
    get: (row) => row.unit.zh,
    set: (row, zh) => ({ ...row, unit: { ...row.unit, zh } }),
  },
  {
    id: 'unitEn',
    field: 'unit.en',
    label: (t) => t.pe_unit_en(),
    width: 'w-20',
    get: (row) => row.unit.en,
    set: (row, en) => ({ ...row, unit: { ...row.unit, en } }),
  },
  plain('minQuantity', (t) => t.pe_minimum(), 'w-20', true),
  plain('multiple', (t) => t.pe_multiple(), 'w-20', true),
  plain('maxQuantity', (t) => t.pe_maximum(), 'w-20', true),
  plain('cartonQuantity', (t) => t.pe_carton(), 'w-20', true),
  plain('packText', (t) => t.pe_pack_text(), 'w-32'),
  plain('weightGrams', (t) => t.pe_weight(), 'w-24', true),
];

/** Writes a block of cells into the rows, from a cell on to the right and down; what does not fit is left out. */
export const pasteInto = (
  rows: readonly VariantForm[],
  columns: readonly GridColumn[],
  at: { row: number; column: number },
  block: readonly (readonly string[])[],
): VariantForm[] =>
  rows.map((row, r) =>
    (block[r - at.row] ?? []).reduce((made, value, c) => columns[at.column + c]?.set(made, value) ?? made, row),
  );

/** The value of a cell in every row below it. */
export const fillDown = (
  rows: readonly VariantForm[],
  columns: readonly GridColumn[],
  at: { row: number; column: number },
): VariantForm[] => {
  const [column, source] = [columns[at.column], rows[at.row]];
  if (!column || !source) return [...rows];
  return rows.map((row, r) => (r > at.row ? column.set(row, column.get(source)) : row));
};
