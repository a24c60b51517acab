import { parseArgs } from 'node:util';
import { type CompanyId, id, instant, type OrderId } from '@tradeline/domain/kernel';
import type { Minor, Percent } from '@tradeline/domain/money';
import { type PastOrder, type ReplayReport, replayPromotion } from '@tradeline/domain/promotion/replay';
import { showAmount } from './lib/amount.ts';
import { readCsv } from './lib/csv.ts';
import { fieldsOf, readOrderRows } from './lib/order-csv.ts';
import { readPromotions } from './lib/promotion-json.ts';

const USAGE = `usage: replay-promotion <lines.csv> <draft.json> [--orders orders.csv] [--tax 13] [--json]
  lines.csv   order, sku, quantity, price; optional: date, customer, cost, floor, category, product
  orders.csv  order, date, customer: for files that keep them apart from the lines
Prices the past orders once as they were and once with the draft. Demand is held fixed.`;

const main = (argv: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { orders: { type: 'string' }, tax: { type: 'string' }, json: { type: 'boolean', default: false } },
  });
  const [linesPath, draftPath] = positionals;
  if (!linesPath || !draftPath) return fail(USAGE);
  const drafts = readPromotions(draftPath);
  if (typeof drafts === 'string') return fail(drafts);
  const [draft] = drafts;
  if (!draft || drafts.length > 1) return fail(`${draftPath}: one draft, not ${drafts.length}`);
  const { lines, problems } = readOrderRows(readCsv(linesPath));
  for (const { row, problem } of problems) console.error(`${linesPath} row ${row}: ${problem}`);
  const headers = new Map(
    (values.orders === undefined ? [] : readCsv(values.orders)).map((row) => [fieldsOf(row).order, fieldsOf(row)]),
  );
  const orders = [...Map.groupBy(lines, ({ order }) => order)].map(([order, rows]): PastOrder => {
    const date = headers.get(order)?.date;
    const customer = headers.get(order)?.customer ?? rows[0]?.customer;
    return {
      id: id<OrderId>(order),
      input: {
        now:
          date === undefined
            ? (rows[0]?.at ?? instant('2000-01-01T00:00:00.000Z'))
            : instant(new Date(date).toISOString()),
        customer: { companyId: customer === undefined ? undefined : id<CompanyId>(customer) },
        lines: rows.map(({ line }) => line),
        prices: [],
        tax: { pricesIncludeTax: true, defaultRate: values.tax as Percent | undefined },
      },
    };
  });
  const report = replayPromotion({ orders, draft });
  console.log(values.json ? JSON.stringify(report, undefined, 2) : reportLines(report).join('\n'));
  return problems.length > 0 || report.unpriceable.length > 0 ? 1 : 0;
};

const reportLines = (report: ReplayReport): string[] => [
  `draft ${report.draft}: ${report.touched.length} of ${report.orders} orders touched, demand held fixed`,
  `discount given ${showAmount(report.discountGiven)}`,
  `revenue without tax ${step(report.revenue)}`,
  ...(report.margin.before === 0 && report.margin.after === 0
    ? []
    : [`margin of goods with a known cost ${step(report.margin)}`]),
  ...report.belowCost.map(({ id: order, margin }) => `order ${order} falls below cost: ${showAmount(margin)}`),
  ...report.gifts.map(
    ({ skuId, quantity, value }) => `gift stock needed: ${quantity} of ${skuId}, worth ${showAmount(value)}`,
  ),
  ...report.gainers
    .slice(0, 10)
    .map(({ companyId, discount }) => `customer ${companyId} gains ${showAmount(discount)}`),
  ...report.unpriceable.map(({ id: order, refusal }) => `order ${order} cannot be priced: ${JSON.stringify(refusal)}`),
];

const step = ({ before, after }: { readonly before: Minor; readonly after: Minor }): string =>
  `${showAmount(before)} to ${showAmount(after)}`;

const fail = (message: string): number => {
  console.error(message);
  return 1;
};

process.exitCode = main(process.argv.slice(2));
