import { parseArgs } from 'node:util';
import {
  type CustomerInsight,
  churnBacktest,
  customerHistories,
  customerInsight,
  type InsightReport,
} from '@tradeline/domain/analytics';
import { isDay, plusDays } from '@tradeline/domain/calendar';
import { showAmount } from './lib/amount.ts';
import { logReport, readOrderLog } from './lib/order-log.ts';
import { runStreaming } from './lib/run-script.ts';

const USAGE = `usage: customers <orders.csv> [options]
  orders.csv       order,customer,date,sku,quantity,amount (dates year-month-day; .gz allowed)
  --as-of <day>    the day of the look (default: the last day of the file)
  --horizon <n>    days of the look-out (default 365)
  --backtest <n>   judge the warnings: ask them n days before the end and look who ordered since`;

const COLUMNS = [
  'customer,orders,first,last,net_12m,rfm,segment,stage,stage_reason,churn,gap_days,usual_days,ratio,trend,p_alive',
  'next_order,next_from,next_to,overdue_days,next_error_days,expected_orders,order_value,expected_value',
].join(',');

/** Segments, warnings and next order dates of the customers in a log of order lines, as CSV; what was found in it on stderr. */
const main = async (argv: readonly string[]): Promise<number> => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      'as-of': { type: 'string' },
      horizon: { type: 'string', default: '365' },
      backtest: { type: 'string' },
    },
  });
  const [path] = positionals;
  const [horizonDays, backtestDays] = [Number(values.horizon), Number(values.backtest ?? 1)];
  if (!path || ![horizonDays, backtestDays].every((n) => Number.isInteger(n) && n > 0)) return fail(USAGE);
  const log = await readOrderLog(path);
  if (typeof log === 'string') return fail(log);
  const last = log.lines.reduce((latest, { day }) => (latest !== '' && latest > day ? latest : day), '' as string);
  const asOf = values['as-of'] ?? last;
  if (!isDay(asOf)) return fail(log.lines.length === 0 ? `${path}: no line can be used` : USAGE);
  for (const line of logReport(log)) console.error(line);
  const histories = customerHistories(log.lines);

  if (values.backtest !== undefined) {
    const result = churnBacktest(histories, plusDays(asOf, -backtestDays), backtestDays);
    console.log(JSON.stringify(result, undefined, 2));
    return 0;
  }
  const report = customerInsight(histories, asOf, { horizonDays });
  for (const line of modelReport(report)) console.error(line);
  console.log(COLUMNS);
  process.stdout.write(report.customers.map((customer) => `${rowOf(customer)}\n`).join(''));
  return 0;
};

const modelReport = ({ asOf, customers, lifetime, value }: InsightReport): string[] => [
  `as of ${asOf}: ${customers.length} customers`,
  'repeaters' in lifetime && lifetime.kind !== 'too-few-customers'
    ? `${lifetime.kind}, days: r ${lifetime.r.toFixed(3)}, alpha ${lifetime.alpha.toFixed(2)}, a ${lifetime.a.toFixed(3)}, b ${lifetime.b.toFixed(3)} (log-likelihood ${lifetime.logLikelihood.toFixed(1)})`
    : `no lifetime model: ${JSON.stringify(lifetime)}`,
  'p' in value
    ? `gamma-gamma: p ${value.p.toFixed(2)}, q ${value.q.toFixed(2)}, v ${value.v.toFixed(0)}`
    : `no value model: ${JSON.stringify(value)}`,
];

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const fixed = (n: number | undefined, digits: number): string => n?.toFixed(digits) ?? '';
const yuan = (amount: number | undefined): string => fixed(amount === undefined ? undefined : amount / 100, 2);

const rowOf = ({ rhythm, outlook, rfm, ...customer }: CustomerInsight): string => {
  const next = rhythm?.nextOrder;
  return [
    quoted(customer.customerId),
    customer.orders,
    customer.firstDay ?? '',
    customer.lastDay ?? '',
    showAmount(customer.netAmount),
    rfm?.code ?? '',
    rfm?.segment ?? '',
    customer.lifecycle.stage,
    customer.lifecycle.reason,
    customer.churn.level,
    customer.lifecycle.daysSinceLast ?? '',
    rhythm?.usualDays ?? '',
    fixed(rhythm?.ratio, 2),
    rhythm?.trend ?? '',
    fixed(outlook?.chanceAlive, 3),
    next?.on ?? '',
    next?.from ?? '',
    next?.to ?? '',
    next?.overdueDays ?? '',
    fixed(next?.pastError?.meanDays, 1),
    fixed(outlook?.expectedOrders, 2),
    yuan(outlook?.expectedOrderValue),
    yuan(outlook?.expectedValue),
  ].join(',');
};

const fail = (message: string): number => {
  console.error(message);
  return 1;
};

await runStreaming(main);
