import {
  type CategoryId,
  type CompanyId,
  type Instant,
  id,
  instant,
  type PriceListId,
  type ProductId,
  type SkuId,
} from '@tradeline/domain/kernel';
import { type UnitPriceE4, unitPriceE4 } from '@tradeline/domain/money';
import type { QuoteLine } from '@tradeline/domain/order';
import type { PriceEntry } from '@tradeline/domain/pricing';
import type { CsvRow } from './csv.ts';

/** Column names by which files call the same thing, compared without case, blanks and underscores. */
const ALIASES = {
  order: ['order', 'orderid', 'orderno'],
  date: ['date', 'orderdate', 'placedon', 'at'],
  customer: ['customer', 'customerid', 'company'],
  sku: ['sku', 'skuid', 'productid', 'item'],
  quantity: ['quantity', 'qty'],
  price: ['price', 'unitprice'],
  minQuantity: ['minquantity', 'minqty', 'from'],
  list: ['list', 'listid', 'pricelist'],
  floor: ['floor', 'floorprice'],
  cost: ['cost', 'unitcost'],
  category: ['category', 'categoryid'],
  product: ['product', 'spu'],
  tax: ['tax', 'taxrate'],
  minimum: ['minimum', 'moq'],
  carton: ['carton', 'pack'],
} as const;

type Field = keyof typeof ALIASES;

/** A row by the names above; an empty cell counts as absent. */
export const fieldsOf = (row: CsvRow): Partial<Record<Field, string>> => {
  const cells = new Map(
    Object.entries(row).map(([name, cell]) => [name.toLowerCase().replaceAll(/[^a-z]/g, ''), cell]),
  );
  const known = Object.entries(ALIASES).flatMap(([field, names]) => {
    const cell = names.map((name) => cells.get(name)).find((found) => found !== undefined && found !== '');
    return cell === undefined ? [] : [[field, cell]];
  });
  return Object.fromEntries(known);
};

/** What a row cannot be used for, with its number in the file (the header is row 1). */
export type RowProblem = { readonly row: number; readonly problem: string };

export type OrderRow = {
  readonly order: string;
  readonly at?: Instant | undefined;
  readonly customer?: CompanyId | undefined;
  readonly line: QuoteLine;
};

/** Order lines from a file; a row that cannot be read is a problem with its number, never a guess. */
export const readOrderRows = (
  rows: readonly CsvRow[],
): { readonly lines: OrderRow[]; readonly problems: RowProblem[] } => {
  const lines: OrderRow[] = [];
  const problems: RowProblem[] = [];
  for (const [index, row] of rows.entries()) {
    const read = readOrderRow(fieldsOf(row), index + 2);
    if (typeof read === 'string') problems.push({ row: index + 2, problem: read });
    else lines.push(read);
  }
  return { lines, problems };
};

const readOrderRow = (cells: Partial<Record<Field, string>>, row: number): OrderRow | string => {
  if (!cells.sku) return 'no sku';
  if (!/^\d+$/.test(cells.quantity ?? ''))
    return `quantity ${JSON.stringify(cells.quantity ?? '')} is not a whole number`;
  const at = cells.date === undefined ? undefined : parseMoment(cells.date);
  if (cells.date !== undefined && at === undefined) return `date ${JSON.stringify(cells.date)} is not a date`;
  const price = optionalPrice(cells.price);
  const goods = goodsOf(cells);
  if (price === 'unreadable' || typeof goods === 'string')
    return typeof goods === 'string'
      ? goods
      : `price ${JSON.stringify(cells.price)} is not an amount of up to 4 decimals`;
  return {
    order: cells.order ?? 'order',
    at,
    customer: cells.customer === undefined ? undefined : id<CompanyId>(cells.customer),
    line: {
      ...goods,
      id: String(row).padStart(7, '0'),
      quantity: Number(cells.quantity),
      agreedPrice: price === undefined ? undefined : { unitPriceE4: price, reason: `price of row ${row}` },
    },
  };
};

/** What a row says of its goods, quantity and price aside. */
export const goodsOf = (cells: Partial<Record<Field, string>>): Omit<QuoteLine, 'id' | 'quantity'> | string => {
  const [floor, cost] = [optionalPrice(cells.floor), optionalPrice(cells.cost)];
  if (floor === 'unreadable') return `floor ${JSON.stringify(cells.floor)} is not an amount of up to 4 decimals`;
  if (cost === 'unreadable') return `cost ${JSON.stringify(cells.cost)} is not an amount of up to 4 decimals`;
  const whole = (cell: string | undefined) => (cell === undefined ? undefined : Number(cell));
  return {
    skuId: id<SkuId>(cells.sku ?? ''),
    productId: cells.product === undefined ? undefined : id<ProductId>(cells.product),
    categoryIds: cells.category?.split(/[/;|]/).map((category) => id<CategoryId>(category.trim())),
    floorE4: floor,
    costE4: cost,
    taxRate: cells.tax,
    quantityRules:
      cells.minimum === undefined && cells.carton === undefined
        ? undefined
        : { minimum: whole(cells.minimum), carton: whole(cells.carton) },
  };
};

/** The price of a row as an entry of a list; a problem when it has none. */
export const priceEntryOf = (row: CsvRow): PriceEntry | string => {
  const cells = fieldsOf(row);
  const price = optionalPrice(cells.price);
  if (!cells.sku) return 'no sku';
  if (price === undefined || price === 'unreadable')
    return `price ${JSON.stringify(cells.price ?? '')} is not an amount of up to 4 decimals`;
  if (cells.minQuantity !== undefined && !/^\d+$/.test(cells.minQuantity))
    return `min_quantity ${JSON.stringify(cells.minQuantity)} is not a whole number`;
  return {
    skuId: id<SkuId>(cells.sku),
    listId: id<PriceListId>(cells.list ?? 'list'),
    kind: 'base',
    amountE4: price,
    minQuantity: cells.minQuantity === undefined ? undefined : Number(cells.minQuantity),
  };
};

const PRICE = /^(\d{1,8})(?:\.(\d{1,4}))?$/;

/** `18.5` as 185000 ten-thousandths, without a binary float on the way. */
const optionalPrice = (text: string | undefined): UnitPriceE4 | undefined | 'unreadable' => {
  if (text === undefined) return undefined;
  const match = PRICE.exec(text);
  return match ? unitPriceE4(Number(`${match[1]}${(match[2] ?? '').padEnd(4, '0')}`)) : 'unreadable';
};

const parseMoment = (text: string): Instant | undefined => {
  const millis = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  return Number.isNaN(millis) ? undefined : instant(new Date(millis).toISOString());
};
