import { parseArgs } from 'node:util';
import { instant } from '@tradeline/domain/kernel';
import { type Percent, unitPriceE4 } from '@tradeline/domain/money';
import { type LineRefusal, type PricedLine, type PricedOrder, type QuoteInput, quote } from '@tradeline/domain/order';
import type { PriceEntry } from '@tradeline/domain/pricing';
import { showAmount } from './lib/amount.ts';
import { readCsv } from './lib/csv.ts';
import { type OrderRow, priceEntryOf, type RowProblem, readOrderRows } from './lib/order-csv.ts';
import { readPromotions } from './lib/promotion-json.ts';

const USAGE = `usage: quote-orders <lines.csv> [--prices prices.csv] [--promotions promotions.json] [--coupon CODE]… [--tax 13] [--at 2026-03-06T06:30:00Z]
  lines.csv   order, sku, quantity and, without --prices, price; optional: customer, floor, cost, category, product, tax, minimum, carton
  prices.csv  sku, price, optional min_quantity and list
Writes every line with its price, discounts, tax and the reasons as CSV; bad rows and orders are refused by number on the error output.`;

const COLUMNS = ['order', 'sku', 'quantity', 'unit_price', 'gross', 'discount', 'net', 'without_tax', 'tax', 'reasons'];

const main = (argv: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      prices: { type: 'string' },
      promotions: { type: 'string' },
      coupon: { type: 'string', multiple: true },
      tax: { type: 'string' },
      at: { type: 'string' },
    },
  });
  const [path] = positionals;
  if (!path) return fail([USAGE]);
  const promotions = values.promotions === undefined ? [] : readPromotions(values.promotions);
  if (typeof promotions === 'string') return fail([promotions]);
  const { lines, problems } = readOrderRows(readCsv(path));
  const { prices, problems: priceProblems } = readPrices(values.prices);
  const common = {
    now: instant(new Date(values.at ?? Date.now()).toISOString()),
    prices,
    promotions,
    coupons: values.coupon ?? [],
    tax: { pricesIncludeTax: true, defaultRate: values.tax as Percent | undefined },
  };
  console.log(COLUMNS.join(','));
  const refused = [...Map.groupBy(lines, ({ order }) => order)].flatMap(([order, rows]) =>
    printOrder(order, rows, common),
  );
  const said = [...problems.map(inFile(path)), ...priceProblems.map(inFile(values.prices ?? '')), ...refused];
  return said.length > 0 ? fail(said) : 0;
};

const inFile =
  (path: string) =>
  ({ row, problem }: RowProblem): string =>
    `${path} row ${row}: ${problem}`;

const readPrices = (path: string | undefined): { prices: PriceEntry[]; problems: RowProblem[] } => {
  const prices: PriceEntry[] = [];
  const problems: RowProblem[] = [];
  for (const [index, row] of (path === undefined ? [] : readCsv(path)).entries()) {
    const entry = priceEntryOf(row);
    if (typeof entry === 'string') problems.push({ row: index + 2, problem: entry });
    else prices.push(entry);
  }
  return { prices, problems };
};

/** Prints the lines of one order; what was refused comes back as text, by row. */
const printOrder = (order: string, rows: readonly OrderRow[], common: Omit<QuoteInput, 'lines'>): string[] => {
  const priced = quote({
    ...common,
    now: rows[0]?.at ?? common.now,
    customer: { companyId: rows[0]?.customer },
    lines: rows.map(({ line }) => line),
  });
  if (!priced.ok) {
    return priced.error.kind === 'lines-refused'
      ? priced.error.lines.map((line) => `order ${order}, row ${Number(line.lineId)}: ${refusalText(line)}`)
      : [`order ${order}: ${JSON.stringify(priced.error)}`];
  }
  for (const line of priced.value.lines) console.log(cellsOf(order, line, priced.value).map(quoted).join(','));
  for (const gift of priced.value.gifts)
    console.log(
      [
        order,
        gift.skuId,
        String(gift.quantity),
        '0',
        '0.00',
        '0.00',
        '0.00',
        '0.00',
        '0.00',
        `gift of ${gift.promotionId}`,
      ]
        .map(quoted)
        .join(','),
    );
  return [];
};

const cellsOf = (order: string, line: PricedLine, priced: PricedOrder): string[] => [
  order,
  line.skuId,
  String(line.quantity),
  String(line.unitPriceE4 / 10_000),
  ...[line.gross, line.discount, line.net, line.tax.net, line.tax.tax].map(showAmount),
  [priceReason(line), ...discountReasons(line, priced)].join('; '),
];

const priceReason = ({ price }: PricedLine): string => {
  if (price.source === 'agreed') return price.reason;
  const others = price.considered
    .filter(({ reason }) => reason !== 'chosen')
    .map((other) => `not ${(other.amountE4 ?? unitPriceE4(0)) / 10_000} (${other.reason})`);
  return [`${price.kind} price of ${price.listId}`, ...others].join(', ');
};

const discountReasons = (line: PricedLine, { trace, rejected }: PricedOrder): string[] => {
  const taken = trace
    .filter(({ target }) => target.kind === 'line' && target.lineId === line.id)
    .map(
      (entry) =>
        `-${showAmount(entry.rounded)} ${entry.source.kind === 'promotion' ? entry.source.promotionId : 'points'}`,
    );
  const missed = rejected.flatMap(({ promotionId, missing }) =>
    missing?.amount === undefined ? [] : [`${showAmount(missing.amount)} short of ${promotionId}`],
  );
  return [...taken, ...missed];
};

const refusalText = (refusal: LineRefusal): string => {
  if (refusal.kind === 'no-price') return `no price for ${refusal.skuId}`;
  if (refusal.kind === 'amount-too-large') return `the amount of ${refusal.skuId} passes ${showAmount(refusal.limit)}`;
  return `${refusal.requested} of ${refusal.skuId}: ${refusal.reason}; nearest ${refusal.nearest.join(' or ') || 'none'}`;
};

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

const fail = (lines: readonly string[]): number => {
  for (const line of lines) console.error(line);
  return 1;
};

process.exitCode = main(process.argv.slice(2));
