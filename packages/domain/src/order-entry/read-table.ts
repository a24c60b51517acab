import type { EntryItem, EntryRow } from './entry.ts';
import { quantityGroups } from './quantity-groups.ts';
import { isBarcode, looksLikeCode } from './read-segment.ts';

type Role = 'code' | 'barcode' | 'name' | 'options' | 'unit' | 'quantity' | 'other';

const HEADINGS: readonly (readonly [Role, RegExp])[] = [
  ['barcode', /^(?:条码|条形码|国际码|barcode|ean|upc|gtin)/iu],
  [
    'code',
    /^(?:货号|编码|编号|商品编码|商品编号|产品编号|款号|型号|物料|物料号|sku|item|item ?no\.?|item ?number|code|part|part ?no\.?|art\.?|article)/iu,
  ],
  ['quantity', /^(?:数量|订货数量|订购数量|采购数量|件数|个数|qty|quantity|order ?qty|pcs|count|amount ordered)/iu],
  ['unit', /^(?:单位|计量单位|unit|uom|u\/m)/iu],
  ['options', /^(?:规格|颜色|尺码|尺寸|款式|属性|spec|option|variant|colou?r|size)/iu],
  ['name', /^(?:品名|名称|商品|商品名称|产品|产品名称|货品|货名|name|product|description|goods)/iu],
  [
    'other',
    /^(?:单价|价格|金额|小计|合计|总价|备注|序号|no\.?|#|price|unit ?price|total|subtotal|note|remark|index)/iu,
  ],
];

const roleOfHeading = (cell: string): Role | undefined =>
  HEADINGS.find(([, pattern]) => pattern.test(cell.trim()))?.[0];

/** Cells of a row copied from a spreadsheet. */
export const cellsOf = (line: string): string[] =>
  line.split('\t').map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/su, '$1')
      .trim(),
  );

/** A heading row names two columns or more and holds no amount of its own. */
export const isHeading = (cells: readonly string[]): boolean =>
  cells.filter((cell) => roleOfHeading(cell) !== undefined).length >= 2 && !cells.some((cell) => /^\d+$/u.test(cell));

const isWhole = (cell: string): boolean => /^\d{1,3}(?:,\d{3})+$|^\d{1,7}$/u.test(cell);

/** Which column is what, from its heading or else from what stands in it. */
export const columnsOf = (
  heading: readonly string[] | undefined,
  rows: readonly (readonly string[])[],
  units: string,
): Role[] => {
  const width = Math.max(0, ...rows.map((row) => row.length), heading?.length ?? 0);
  if (heading) return Array.from({ length: width }, (_, at) => roleOfHeading(heading[at] ?? '') ?? 'other');
  const whole = new RegExp(`^${units}$`, 'u');
  const column = (at: number): string[] => rows.map((row) => row[at] ?? '').filter((cell) => cell !== '');
  const share = (at: number, is: (cell: string) => boolean): number => {
    const cells = column(at);
    return cells.length === 0 ? 0 : cells.filter(is).length / cells.length;
  };
  const indices = Array.from({ length: width }, (_, at) => at);
  const roles: Role[] = indices.map((at) =>
    share(at, isBarcode) > 0.8
      ? 'barcode'
      : share(at, (cell) => whole.test(cell.toLowerCase())) > 0.8
        ? 'unit'
        : share(at, looksLikeCode) > 0.6
          ? 'code'
          : 'name',
  );
  const running = (at: number): boolean =>
    column(at).length > 1 && column(at).every((cell, row) => cell === String(row + 1));
  const counted = (cell: string): boolean =>
    isWhole(cell) || quantityGroups(cell.toLowerCase(), units).some((group) => group.strong);
  const amounts = indices.filter((at) => roles[at] !== 'barcode' && share(at, counted) > 0.8 && !running(at));
  const goods = roles.findIndex((role, at) => (role === 'code' || role === 'barcode') && !amounts.includes(at));
  // The amount stands right of what it counts; a price column is rarely of whole numbers only.
  const amount = amounts.find((at) => at > goods) ?? amounts[0];
  for (const at of indices) {
    if (at === amount) roles[at] = 'quantity';
    else if (amounts.includes(at) || running(at) || share(at, (cell) => /^[¥$]?\d+\.\d+$/u.test(cell)) > 0.8)
      roles[at] = 'other';
  }
  return roles;
};

/** One row by its columns. */
export const readRow = (
  line: number,
  source: string,
  cells: readonly string[],
  roles: readonly Role[],
  units: string,
  guessed: boolean,
): EntryRow => {
  if (cells.every((cell) => cell === '')) return { line, source, items: [], none: 'blank' };
  const of = (...wanted: Role[]): string =>
    cells.filter((cell, at) => cell !== '' && wanted.includes(roles[at] ?? 'other')).join(' ');
  const code = of('code') || of('barcode');
  const words = [of('name'), of('options')].filter(Boolean).join(' ');
  const reference = code || words;
  const written = of('quantity').toLowerCase();
  const unit = of('unit').toLowerCase();
  const group = quantityGroups(written, units)[0];
  const quantities = (group?.quantities ?? []).map((part) =>
    part.unit === undefined && unit ? { ...part, unit } : part,
  );
  if (reference === '' && quantities.length === 0) return { line, source, items: [], none: 'words' };
  const item: EntryItem = {
    reference,
    quantities,
    confidence: reference === '' || quantities.length === 0 ? 'doubt' : code && !guessed ? 'sure' : 'likely',
    alternatives: code && words ? [{ reference: words, quantities }] : [],
  };
  return { line, source, items: [item] };
};
