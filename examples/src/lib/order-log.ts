import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { PurchaseLine } from '@tradeline/domain/analytics';
import { isDay } from '@tradeline/domain/calendar';
import type { Day } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { parse } from 'csv-parse';

const COLUMNS = ['order', 'customer', 'date', 'sku', 'quantity', 'amount'] as const;

/** Something of a line worth telling: left out because it cannot be read, or kept and counted. */
export type Finding = { count: number; readonly firstRows: number[]; readonly kept: boolean };
export type OrderLog = {
  readonly lines: readonly PurchaseLine[];
  readonly read: number;
  /** By what was found, in the order of the first row each; the header is row 1. */
  readonly findings: ReadonlyMap<string, Finding>;
};

const WHOLE = /^-?\d{1,9}(?:\.0+)?$/;
const AMOUNT = /^-?\d{1,12}(?:\.\d+)?$/;
const DATE = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ]|$)/;

/** Year first, with or without a time; another order of day and month is not guessed. */
const dayOf = (text: string): Day | undefined => {
  const match = DATE.exec(text);
  const written = match ? `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}` : '';
  return isDay(written) ? written : undefined;
};

/** Minor units from a decimal, half up on the magnitude where there are more than two decimals. */
const amountOf = (text: string): { readonly amount: Minor; readonly rounded: boolean } | undefined => {
  if (!AMOUNT.test(text)) return undefined;
  const [whole = '', decimals = ''] = text.replace('-', '').split('.');
  const digits = Number(whole + decimals.slice(0, 2).padEnd(2, '0')) + (Number(decimals[2] ?? 0) >= 5 ? 1 : 0);
  const amount = minor(text.startsWith('-') && digits !== 0 ? -digits : digits);
  return { amount, rounded: /[1-9]/.test(decimals.slice(2)) };
};

/** Equal texts become one string: half a million lines name a few thousand customers and goods. */
const interner = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) => {
    const same = known.get(text);
    if (same === undefined) known.set(text, text);
    return same ?? text;
  };
};

/** Each text is read once: the days of a log are few. */
const remembered = <T>(read: (text: string) => T): ((text: string) => T) => {
  const known = new Map<string, T>();
  return (text) => {
    if (!known.has(text)) known.set(text, read(text));
    return known.get(text) as T;
  };
};

type Column = (typeof COLUMNS)[number];
type ReadLine = {
  readonly order: string;
  readonly customer: string;
  readonly sku: string;
  readonly day: Day;
  readonly quantity: number;
  readonly amount: Minor;
  readonly rounded: boolean;
};

/** One line, or what is wrong with it: the first thing that is. */
const lineOf = (cell: (column: Column) => string, dayFrom: (text: string) => Day | undefined): ReadLine | string => {
  const [order, customer, date, sku] = (['order', 'customer', 'date', 'sku'] as const).map(cell) as [
    string,
    string,
    string,
    string,
  ];
  for (const [name, text] of Object.entries({ order, customer, date, sku })) if (text === '') return `no ${name}`;
  const day = dayFrom(date);
  if (day === undefined) return 'date is not year-month-day';
  if (!WHOLE.test(cell('quantity'))) return 'quantity is not a whole number';
  const quantity = Number(cell('quantity'));
  if (quantity === 0) return 'quantity is 0';
  const money = amountOf(cell('amount'));
  if (money === undefined) return 'amount is not a decimal';
  if (money.amount !== 0 && money.amount < 0 !== quantity < 0) return 'quantity and amount have opposite signs';
  return { order, customer, sku, day, quantity, ...money };
};

type Noted = { readonly customerId: string; readonly day: Day };

/**
 * Reads a log of order lines (`order,customer,date,sku,quantity,amount`, columns in any order, `.gz` unpacked) as a stream. A line
 * that cannot be read is left out and counted by what is wrong with it; nothing is filled in. A text names what is missing.
 */
export const readOrderLog = async (path: string): Promise<OrderLog | string> => {
  const file = createReadStream(path);
  const parser = parse({ bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, relax_quotes: true });
  const source = path.endsWith('.gz') ? file.pipe(createGunzip()) : file;
  for (const stream of [file, source]) stream.on('error', (error: Error) => parser.destroy(error));
  const lines: PurchaseLine[] = [];
  const findings = new Map<string, Finding>();
  const [shared, orders, seen, dayFrom] = [interner(), new Map<string, Noted>(), new Set<string>(), remembered(dayOf)];
  let [read, at] = [0, undefined as Readonly<Record<Column, number>> | undefined];
  const note = (what: string, kept = false): void => {
    const finding = findings.get(what) ?? { count: 0, firstRows: [], kept };
    findings.set(what, finding);
    finding.count += 1;
    if (finding.firstRows.length < 5) finding.firstRows.push(read + 1);
  };

  for await (const cells of source.pipe(parser) as AsyncIterable<string[]>) {
    if (!at) {
      const header = cells.map((cell) => cell.toLowerCase());
      const missing = COLUMNS.filter((column) => !header.includes(column));
      if (missing.length > 0) return `${path}: no column ${missing.join(', ')}`;
      at = Object.fromEntries(COLUMNS.map((column) => [column, header.indexOf(column)])) as NonNullable<typeof at>;
      continue;
    }
    read += 1;
    const line = lineOf((column) => cells[at![column]] ?? '', dayFrom);
    if (typeof line === 'string') {
      note(line);
      continue;
    }
    const { quantity, amount, day } = line;
    if (quantity < 0) note('cancelled or returned (negative quantity)', true);
    if (line.rounded) note('amount rounded to two decimals', true);
    const [orderId, customerId, skuId] = [shared(line.order), shared(line.customer), shared(line.sku)];
    const order = orders.get(orderId);
    if (!order) orders.set(orderId, { customerId, day });
    else if (order.customerId !== customerId) note('order already seen for another customer', true);
    else if (order.day !== day) note('order already seen on another day', true);
    const written = `${orderId}\n${skuId}\n${quantity}\n${amount}`;
    if (seen.has(written)) note('line repeated within its order', true);
    else seen.add(written);
    lines.push({ orderId, customerId, day: shared(day) as Day, skuId, quantity, amount });
  }
  return at ? { lines, read, findings } : `${path}: no header line`;
};

/** What was read and what was found, as lines of text. */
export const logReport = ({ lines, read, findings }: OrderLog): string[] => [
  `${read} lines read, ${lines.length} used`,
  ...[...findings].map(
    ([what, { count, firstRows, kept }]) =>
      `  ${kept ? 'kept' : 'left out'} ${count}: ${what} (row ${firstRows.join(', ')}${count > firstRows.length ? ', …' : ''})`,
  ),
];
