import type { Tx } from '@tradeline/db';
import { type GoodsRow, goodsSheetStore, listSheetStore } from '@tradeline/db/stores';
import { originalText } from '@tradeline/domain/kernel';
import { type Known, knownNames, sheetFields } from '@tradeline/domain/sheet';
import type { Sheet } from '../../sheets/sheet.ts';
import type { ImportProblem, ImportRequest, PlannedRow } from './import-report.ts';
import { type GoodsPlan, planGoods, storedProducts } from './plan-goods.ts';
import { type PricePlan, planPrices, priceKey } from './plan-prices.ts';
import { planStock, type StockPlan, stockKey } from './plan-stock.ts';
import { columnsOf, type ReadRow, readRows } from './read-cells.ts';

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

/** Reads what is stored of the things that a sheet names, and decides what its rows would do. Writes nothing. */
export const planImport = async (tx: Tx, sheet: Sheet, wanted: Wanted): Promise<ImportPlan> => {
  const fields = sheetFields[wanted.sheet].filter(({ cost }) => !cost || wanted.mayCost);
  const columns = columnsOf(sheet.header, wanted.mapping, fields);
  const names = await goodsSheetStore.names(tx);
  if (wanted.sheet === 'goods') {
    const known = knownNames(names);
    const read = await readRows(sheet, columns, known, (values) => String(values.itemNumber ?? ''));
    return { sheet: 'goods', ...(await goodsPlan(tx, read, known)) };
  }
  const itemAt = columns.find(({ field }) => field.key === 'itemNumber')?.at ?? -1;
  const items = distinct(sheet.rows.map(({ cells }) => originalText((cells[itemAt] ?? '').trim())));
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
  if (wanted.sheet === 'prices') {
    const base = names.lists.find(({ kind }) => kind === 'base')?.id ?? '';
    const read = await readRows(sheet, columns, known, (values) => priceKey(values, base));
    const prices = planPrices(read, await inParts(ids, (part) => listSheetStore.pricesOf(tx, part)), base);
    return { sheet: 'prices', rows: prices.rows, problems: prices.problems, prices };
  }
  const first = names.warehouses[0]?.id ?? '';
  const read = await readRows(sheet, columns, known, (values) => stockKey(values, first));
  const stock = planStock(read, await inParts(ids, (part) => listSheetStore.stockOf(tx, part)), first);
  return { sheet: 'stock', rows: stock.rows, problems: stock.problems, stock };
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
