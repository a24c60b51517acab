import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isDay } from '@tradeline/domain/calendar';
import { assessCustomer, openOn, type Scorecard } from '@tradeline/domain/credit';
import { minor } from '@tradeline/domain/money';
import { parseAmount } from './lib/amount.ts';
import { assessmentLines } from './lib/assessment-report.ts';
import { lastDay, readCustomers } from './lib/credit-csv.ts';
import { readCsv } from './lib/csv.ts';
import { runScript } from './lib/run-script.ts';

const USAGE = `usage: score-customer <orders.csv> <payments.csv> [options]
  --customer <id>     only this one
  --as-of <day>       the day of the look (default: the last day in the files)
  --limit <amount>    the limit in force, for the share of it that is used
  --card <card.json>  a card that fit-scorecard wrote, blended with the written one
orders:   customer, order, placed_on, amount, status, returned, prepaid
payments: customer, invoice, issued, due, amount, paid_on, paid_amount, disputed (one line per payment)`;

/** Score, rating, limit, terms and reasons of customers from their orders and payments. */
const main = (argv: readonly string[]): number => {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      customer: { type: 'string' },
      'as-of': { type: 'string' },
      limit: { type: 'string', default: '0' },
      card: { type: 'string' },
    },
  });
  const [ordersPath, paymentsPath] = positionals;
  if (!ordersPath || !paymentsPath) return fail(USAGE);
  const { customers, problems } = readCustomers(readCsv(ordersPath), readCsv(paymentsPath));
  for (const problem of problems) console.error(problem);
  const asOf = values['as-of'] ?? lastDay(customers);
  const limit = parseAmount(values.limit);
  if (asOf === undefined || !isDay(asOf)) return fail(`no day of the look: ${asOf ?? 'the files hold no rows'}`);
  if (limit === undefined) return fail(`no amount: ${values.limit}`);
  const card: Scorecard | undefined = values.card ? JSON.parse(readFileSync(values.card, 'utf8')) : undefined;

  const chosen = [...customers]
    .filter(([name]) => values.customer === undefined || name === values.customer)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  if (chosen.length === 0) return fail('no such customer in the files');
  for (const [name, { orders, invoices }] of chosen) {
    const exposure = minor(invoices.reduce((sum, invoice) => sum + openOn(invoice, asOf), 0));
    const history = { orders, invoices, external: {}, limit, exposure };
    const assessment = assessCustomer({ asOf, history, card });
    console.log(`${assessmentLines(name, assessment, invoices, asOf).join('\n')}\n`);
  }
  return problems.length > 0 ? 1 : 0;
};

const fail = (message: string): number => {
  console.error(message);
  return 1;
};

runScript(main);
