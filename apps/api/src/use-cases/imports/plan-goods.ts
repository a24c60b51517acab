import { setImmediate as breathe } from 'node:timers/promises';
import { newId } from '@tradeline/db';
import type { GoodsRow, ProductSkuRow, ProductWrite, SkuWrite } from '@tradeline/db/stores';
import {
  type CellValue,
  goodsFields,
  type Known,
  type OptionCell,
  productKeys,
  quantityProblem,
  type SheetField,
  sameValue,
  writeCell,
} from '@tradeline/domain/sheet';
import { newGoods, productWrite, skuWrite, valuesOf } from './goods-values.ts';
import type { CellChange, ImportProblem, PlannedRow } from './import-report.ts';
import { codeOptions } from './option-codes.ts';
import { PAUSE_ROWS, type ReadRow, refuseCell, type Values } from './read-cells.ts';

/** A stored product with all of its SKUs. */
export type StoredProduct = {
  id: string;
  number: string;
  version: number;
  axes: GoodsRow['axes'];
  skus: GoodsRow[];
  values: Values;
};
export type GoodsPlan = {
  rows: PlannedRow[];
  problems: ImportProblem[];
  newProducts: ProductWrite[];
  changedProducts: ProductWrite[];
  newSkus: SkuWrite[];
  changedSkus: SkuWrite[];
  /** By product: what changes, for the audit. */
  audit: { id: string; before: Record<string, unknown> | null; after: Record<string, unknown> }[];
};

const fields: readonly SheetField[] = goodsFields;
const neededNew = (product: boolean): readonly string[] =>
  fields.filter(({ key, needed }) => needed === 'new' && productKeys.has(key) === product).map(({ key }) => key);

/**
 * Decides what the rows of a goods sheet do: which SKUs and products are new, which change in what, which rows cannot be
 * taken and why. An empty cell leaves a stored value as it is. Reads nothing and writes nothing.
 */
export const planGoods = async (
  read: readonly ReadRow[],
  stored: { skus: ReadonlyMap<string, GoodsRow>; products: ReadonlyMap<string, StoredProduct> },
  known: Known,
): Promise<GoodsPlan> => {
  const plan: GoodsPlan = {
    rows: [],
    problems: [],
    newProducts: [],
    changedProducts: [],
    newSkus: [],
    changedSkus: [],
    audit: [],
  };
  const groups = Map.groupBy(read, (row) => numberOf(row, stored.skus.get(row.item)));
  const planned = new Map<ReadRow, PlannedRow>();
  let done = 0;
  for (const [number, rows] of groups) {
    if (done++ % PAUSE_ROWS === 0) await breathe();
    planProduct(plan, planned, number, rows, stored, known);
  }
  for (const row of read) {
    plan.problems.push(...row.problems);
    plan.rows.push(planned.get(row) ?? { row: row.row, item: row.item, state: 'rejected', changes: [] });
  }
  return plan;
};

const numberOf = (row: ReadRow, sku: GoodsRow | undefined): string =>
  sku?.productNumber ?? String(row.values.productNumber ?? (row.values.itemNumber || `#${row.row}`));

const planProduct = (
  plan: GoodsPlan,
  planned: Map<ReadRow, PlannedRow>,
  number: string,
  rows: readonly ReadRow[],
  stored: { skus: ReadonlyMap<string, GoodsRow>; products: ReadonlyMap<string, StoredProduct> },
  known: Known,
): void => {
  const product = stored.products.get(number);
  for (const row of rows) checkRow(row, stored.skus.get(row.item));
  const agreed = agree(rows, known);
  if (!product) nameProduct(rows, agreed);
  const good = (): ReadRow[] => rows.filter(({ problems }) => problems.length === 0);
  const axes = structuredClone(product?.axes ?? []);
  const options = codeAll(axes, good(), stored.skus, product);
  tellApart(options, product);
  const taken = good();
  if (taken.length === 0) return;

  const id = product?.id ?? newId();
  const before = product?.values ?? {};
  const productValues: Values = { ...newGoods, ...before, ...agreed };
  const productChanges = product ? [...productKeys].filter((key) => !sameValue(before[key], productValues[key])) : [];
  const grown = JSON.stringify(axes) !== JSON.stringify(product?.axes ?? []);
  const audit: { before: Record<string, unknown>; after: Record<string, unknown> } = { before: {}, after: {} };
  const note = (item: string, key: string, old: CellValue | undefined, value: CellValue | undefined): void => {
    const name = productKeys.has(key) ? key : `${item}.${key}`;
    audit.before[name] = old ?? null;
    audit.after[name] = value ?? null;
  };
  let touched = productChanges.length > 0 || grown;
  for (const [at, row] of taken.entries()) {
    const sku = stored.skus.get(row.item);
    const old = sku ? valuesOf(sku) : {};
    const values: Values = { ...newGoods, ...old, ...skuPart(row.values), itemNumber: row.item };
    const changes = changesOf(row, old, { ...values, ...productPart(productValues) }, known);
    planned.set(row, {
      row: row.row,
      item: row.item,
      state: !sku ? 'new' : changes.length > 0 ? 'changed' : 'unchanged',
      changes,
    });
    if (sku && changes.length === 0) continue;
    touched = true;
    for (const { key } of changes)
      note(row.item, key, old[key], productKeys.has(key) ? productValues[key] : values[key]);
    const write = skuWrite(values, {
      id: sku?.skuId ?? newId(),
      productId: id,
      position: (product?.skus.length ?? 0) + at,
      options: options.get(row) ?? sku?.options ?? {},
    });
    (sku ? plan.changedSkus : plan.newSkus).push(write);
  }
  if (product && !touched) return;
  const write = productWrite(productValues, { id, number, version: product?.version ?? 1, axes });
  (product ? plan.changedProducts : plan.newProducts).push(write);
  plan.audit.push({ id, before: product ? audit.before : null, after: audit.after });
};

const productPart = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([key]) => productKeys.has(key)));
const skuPart = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== undefined && !productKeys.has(key)));

/** What a row alone, and beside what is stored, may not say. */
const checkRow = (row: ReadRow, sku: GoodsRow | undefined): void => {
  const { values } = row;
  const given = values.productNumber;
  if (sku && given && given !== sku.productNumber)
    refuseCell(row, 'productNumber', { kind: 'other-product', nearest: sku.productNumber });
  newUnit(row);
  if (!sku)
    for (const key of neededNew(false))
      if ((values[key] ?? null) === null && !row.problems.some((problem) => problem.key === key))
        refuseCell(row, key, { kind: 'empty' });
  const merged = { ...newGoods, ...(sku ? valuesOf(sku) : {}), ...skuPart(values) };
  const quantity = quantityProblem(merged);
  if (quantity) refuseCell(row, quantity.key, quantity.problem);
};

/** A new product is named and put in its place by one of its rows; else none of them can be taken. */
const nameProduct = (rows: readonly ReadRow[], agreed: Values): void => {
  const missing = neededNew(true).filter((key) => (agreed[key] ?? null) === null);
  for (const row of rows) {
    if (row.problems.length > 0) continue;
    for (const key of missing) refuseCell(row, key, { kind: 'empty' });
  }
};

/** A unit that nobody uses yet is one when its English stands beside it; else it is taken for a misspelling. */
const newUnit = (row: ReadRow): void => {
  const at = row.problems.findIndex(({ key, problem }) => key === 'unit' && problem.kind === 'unknown');
  const unit = (row.found.unit ?? '').normalize('NFC').trim();
  if (at < 0 || !row.values.unitEn || unit.length > 20) return;
  row.problems.splice(at, 1);
  row.values.unit = unit;
};

/** What the rows of a product say of it: the first word counts, a later row that differs is refused. */
const agree = (rows: readonly ReadRow[], known: Known): Values => {
  const agreed: Values = {};
  const from: Record<string, ReadRow> = {};
  for (const row of rows) {
    if (row.problems.length > 0) continue;
    for (const key of productKeys) {
      const value = row.values[key];
      if (value === undefined) continue;
      const first = from[key];
      if (!first) {
        agreed[key] = value;
        from[key] = row;
      } else if (!sameValue(agreed[key], value)) {
        const field = fields.find((each) => each.key === key);
        const nearest = field ? String(writeCell(field, agreed[key], known)) : '';
        refuseCell(row, key, { kind: 'differs-from-row', otherRow: first.row, nearest });
      }
    }
  }
  return agreed;
};

/** Codes of the options each row names, on axes that grow with them. */
const codeAll = (
  axes: GoodsRow['axes'],
  rows: readonly ReadRow[],
  skus: ReadonlyMap<string, GoodsRow>,
  product: StoredProduct | undefined,
): Map<ReadRow, Record<string, string>> => {
  const many =
    rows.length + (product?.skus.filter((sku) => !rows.some(({ item }) => item === sku.itemNumber)).length ?? 0) > 1;
  const coded = new Map<ReadRow, Record<string, string>>();
  for (const row of rows) {
    const sku = skus.get(row.item);
    const given = row.values.options as readonly OptionCell[] | undefined;
    if (given) coded.set(row, codeOptions(axes, given));
    else if (sku) coded.set(row, sku.options);
    else if (many) refuseCell(row, 'options', { kind: 'needs-options' });
    else coded.set(row, {});
  }
  return coded;
};

/** Two SKUs of a product with the same options could not be told apart by a buyer. */
const tellApart = (options: Map<ReadRow, Record<string, string>>, product: StoredProduct | undefined): void => {
  const inFile = new Set([...options.keys()].map(({ item }) => item));
  const keyOf = (each: Record<string, string>): string => JSON.stringify(Object.entries(each).toSorted());
  const taken = new Map<string, string>();
  for (const sku of product?.skus ?? []) if (!inFile.has(sku.itemNumber)) taken.set(keyOf(sku.options), sku.itemNumber);
  for (const [row, each] of options) {
    const other = taken.get(keyOf(each));
    if (other !== undefined && row.values.options) refuseCell(row, 'options', { kind: 'same-options', other });
    else taken.set(keyOf(each), row.item);
  }
};

/** The cells of a row that change something, as texts. Only what the row says itself is told of it. */
const changesOf = (row: ReadRow, old: Values, values: Values, known: Known): CellChange[] =>
  fields.flatMap((field) => {
    const key: string = field.key;
    const given = row.values[key];
    if (given === undefined || key === 'productNumber' || sameGoods(key, old[key], values[key])) return [];
    const show = (value: CellValue | undefined): string => String(writeCell(field, value, known)).slice(0, 200);
    return [{ key, before: show(old[key]), after: show(values[key]) }];
  });

/** An option is the same when it has the same Chinese names, whether or not its English is written. */
const sameGoods = (key: string, a: CellValue | undefined, b: CellValue | undefined): boolean => {
  if (key !== 'options') return sameValue(a, b);
  const names = (cells: CellValue | undefined): string =>
    ((cells ?? []) as readonly OptionCell[])
      .map(({ axis, value }) => `${axis.zh}=${value.zh}`)
      .toSorted()
      .join(';');
  return names(a) === names(b);
};

/** Stored products by number, each with its SKUs. */
export const storedProducts = (rows: readonly ProductSkuRow[]): Map<string, StoredProduct> => {
  const products = new Map<string, StoredProduct>();
  for (const row of rows) {
    const known = products.get(row.productNumber);
    const skus = row.skuId === null ? [] : [row as GoodsRow];
    if (known) known.skus.push(...skus);
    else
      products.set(row.productNumber, {
        id: row.productId,
        number: row.productNumber,
        version: row.version,
        axes: row.axes,
        skus,
        values: Object.fromEntries(Object.entries(valuesOf(row as GoodsRow)).filter(([key]) => productKeys.has(key))),
      });
  }
  return products;
};
