import type { Tx } from '@tradeline/db';
import { type GoodsRow, goodsSheetStore, listSheetStore } from '@tradeline/db/stores';
import { type Known, knownNames, readFileCell, sheetFields } from '@tradeline/domain/sheet';
import type { Sheet, SheetRow } from '../../sheets/sheet.ts';
import type { ImportProblem, ImportRequest, PlannedRow } from './import-report.ts';
import { partsOf } from './parts.ts';
import { type GoodsPlan, planGoods, storedProducts } from './plan-goods.ts';
import { type PricePlan, planPrices, priceKey } from './plan-prices.ts';
import { planStock, type StockPlan, stockKey } from './plan-stock.ts';
import { cellAt, columnsOf, type ReadRow, readRows } from './read-cells.ts';

export type ImportPlan = { rows: PlannedRow[]; problems: ImportProblem[] } & (
  | { sheet: 'goods'; goods: GoodsPlan }
  | { sheet: 'prices'; prices: PricePlan }
  | { sheet: 'stock'; stock: StockPlan }
);
type Wanted = Pick<ImportRequest, 'sheet' | 'mapping' | 'mayCost'>;

/** Parameters of one statement are counted in tens of thousands; names are asked for in parts. */
const PART = 5_000;
const inParts = async <T>(keys: readonly string[], ask: (part: string[]) => Promise<T[]>): Promise<T[]> => {
  const found: T[] = [];
  for (let at = 0; at < keys.length; at += PART) found.push(...(await ask(keys.slice(at, at + PART))));
  return found;
};
const distinct = (values: Iterable<string>): string[] => [...new Set(values)].filter(Boolean);

export type ImportPlanner = {
  /** What can be planned, and written, one part after another, so that no more than a part is in hand. */
  parts: readonly (readonly SheetRow[])[];
  /** Reads what is stored of the things that a part names, and decides what its rows would do. Writes nothing. */
  plan: (tx: Tx, rows: readonly SheetRow[]) => Promise<ImportPlan>;
};
/** Rows of goods that are in hand at once. */
const PART_ROWS = 500;

/** Gets to know a sheet: what its cells may name, and which of its rows belong together. */
export const openPlanner = async (tx: Tx, sheet: Sheet, wanted: Wanted): Promise<ImportPlanner> => {
  const fields = sheetFields[wanted.sheet].filter(({ cost }) => !cost || wanted.mayCost);
  const columns = columnsOf(sheet.header, wanted.mapping, fields);
  const names = await goodsSheetStore.names(tx);
  const itemOf = ({ cells }: SheetRow): string => cellAt(columns, 'itemNumber', cells);
  const items = distinct(sheet.rows.map(itemOf));
  if (wanted.sheet === 'goods') {
    const known = knownNames(names);
    const stored = await inParts(items, (part) => goodsSheetStore.productNumbers(tx, part));
    const numbers = new Map(stored.map(({ itemNumber, number }) => [itemNumber, number]));
    const said = ({ cells }: SheetRow, key: string): string => {
      const column = columns.find(({ field }) => field.key === key);
      const read = column && readFileCell(column.field, cells[column.at] ?? '', known);
      return read?.ok ? String(read.value ?? '') : '';
    };
    // What rows of one product say must agree, and two rows of one item are refused, whatever product they name.
    const keysOf = (row: SheetRow): string[] => {
      const item = said(row, 'itemNumber');
      const named = [numbers.get(itemOf(row)) ?? '', said(row, 'productNumber')].filter(Boolean);
      const products = named.length > 0 ? named : [item].filter(Boolean);
      return [...products.map((number) => `product ${number}`), ...(item ? [`item ${item}`] : [])];
    };
    return {
      parts: partsOf(sheet.rows, keysOf, PART_ROWS),
      plan: async (inTx, rows) => {
        const read = await readRows(rows, columns, known, (values) => String(values.itemNumber ?? ''));
        return { sheet: 'goods', ...(await goodsPlan(inTx, read, known)) };
      },
    };
  }
  const skus = await inParts(items, (part) => listSheetStore.skuNames(tx, part));
  const missing = new Set(items.map((each) => each.toLowerCase())).size > skus.length;
  const found = new Set(skus.map(({ itemNumber }) => itemNumber));
  const others = missing ? await listSheetStore.allItemNumbers(tx) : [];
  const known = knownNames(names, [
    ...skus.map(({ id, itemNumber }) => ({ id, names: [itemNumber] })),
    // Known by name only, for the guess at what a misspelt one meant.
    ...others.filter((each) => !found.has(each)).map((each) => ({ id: each, names: [each] })),
  ]);
  const ids = skus.map(({ id }) => id);
  const base = names.lists.find(({ kind }) => kind === 'base')?.id ?? '';
  const first = names.warehouses[0]?.id ?? '';
  return {
    // A list has one draft of a file, and a row of prices or stock is small.
    parts: [sheet.rows],
    plan: async (inTx, rows) => {
      if (wanted.sheet === 'prices') {
        const read = await readRows(rows, columns, known, (values) => priceKey(values, base));
        const prices = planPrices(read, await inParts(ids, (part) => listSheetStore.pricesOf(inTx, part)), base);
        return { sheet: 'prices', rows: prices.rows, problems: prices.problems, prices };
      }
      const read = await readRows(rows, columns, known, (values) => stockKey(values, first));
      const stock = planStock(read, await inParts(ids, (part) => listSheetStore.stockOf(inTx, part)), first);
      return { sheet: 'stock', rows: stock.rows, problems: stock.problems, stock };
    },
  };
};

/** Everything stored about the goods of some rows, and the plan for them. */
export const goodsPlan = async (
  tx: Tx,
  read: readonly ReadRow[],
  known: Known,
): Promise<{ rows: PlannedRow[]; problems: ImportProblem[]; goods: GoodsPlan }> => {
  const skus: GoodsRow[] = await inParts(distinct(read.map(({ item }) => item)), (part) =>
    goodsSheetStore.byItemNumbers(tx, part),
  );
  const numbers = distinct([
    ...skus.map(({ productNumber }) => productNumber),
    ...read.map(({ item, values }) => String(values.productNumber ?? item)),
  ]);
  const products = await inParts(numbers, (part) => goodsSheetStore.productsByNumbers(tx, part));
  const stored = { skus: new Map(skus.map((sku) => [sku.itemNumber, sku])), products: storedProducts(products) };
  const goods = await planGoods(read, stored, known);
  return { rows: goods.rows, problems: goods.problems, goods };
};
