import { isDay } from '@tradeline/domain/calendar';
import type { InvoiceRecord, OrderRecord } from '@tradeline/domain/credit';
import type { Day } from '@tradeline/domain/kernel';
import { type Minor, minor } from '@tradeline/domain/money';
import { parseAmount } from './amount.ts';
import type { CsvRow } from './csv.ts';

export type CustomerRecords = { readonly orders: OrderRecord[]; readonly invoices: InvoiceRecord[] };

type Problem = (row: number, message: string) => void;

const dayIn = (row: CsvRow, column: string, at: number, problem: Problem): Day | undefined => {
  const text = (row[column] ?? '').slice(0, 10);
  if (isDay(text)) return text;
  problem(at, `${column} is no day: ${JSON.stringify(row[column] ?? '')}`);
  return undefined;
};
const amountIn = (row: CsvRow, column: string, at: number, problem: Problem, otherwise?: Minor): Minor | undefined => {
  const text = row[column] ?? '';
  const amount = text === '' ? otherwise : parseAmount(text);
  if (amount === undefined) problem(at, `${column} is no amount: ${JSON.stringify(text)}`);
  return amount;
};

const ordersOf = (rows: readonly CsvRow[], problem: Problem) =>
  rows.flatMap((row, at) => {
    const placedOn = dayIn(row, 'placed_on', at, problem);
    const amount = amountIn(row, 'amount', at, problem);
    const returned = amountIn(row, 'returned', at, problem, minor(0));
    const prepaid = amountIn(row, 'prepaid', at, problem, minor(0));
    if (!placedOn || amount === undefined || returned === undefined || prepaid === undefined) return [];
    const order: OrderRecord = {
      id: row.order ?? '',
      placedOn,
      amount,
      cancelled: row.status === 'cancelled',
      returned,
      prepaid,
    };
    return [{ customer: row.customer ?? '', order }];
  });

/** One line per payment; an invoice without payments stands once with empty `paid_on` and `paid_amount`. */
const invoicesOf = (rows: readonly CsvRow[], problem: Problem) => {
  const invoices = new Map<string, { customer: string; invoice: InvoiceRecord }>();
  for (const [at, row] of rows.entries()) {
    const key = `${row.customer} ${row.invoice}`;
    const issued = dayIn(row, 'issued', at, problem);
    const due = dayIn(row, 'due', at, problem);
    const amount = amountIn(row, 'amount', at, problem);
    if (!issued || !due || amount === undefined) continue;
    const known = invoices.get(key)?.invoice.payments ?? [];
    const payments = [...known];
    if (row.paid_on) {
      const on = dayIn(row, 'paid_on', at, problem);
      const paid = amountIn(row, 'paid_amount', at, problem, amount);
      if (!on || paid === undefined) continue;
      payments.push({ on, amount: paid });
    }
    const invoice = { id: row.invoice ?? '', issued, due, amount, payments, disputed: row.disputed === 'yes' };
    invoices.set(key, { customer: row.customer ?? '', invoice });
  }
  return [...invoices.values()];
};

/** Orders and payments by customer, and every line that could not be read. Nothing is dropped silently. */
export const readCustomers = (
  orderRows: readonly CsvRow[],
  paymentRows: readonly CsvRow[],
): { readonly customers: ReadonlyMap<string, CustomerRecords>; readonly problems: readonly string[] } => {
  const problems: string[] = [];
  const problemIn =
    (file: string): Problem =>
    (row, message) =>
      problems.push(`${file}, line ${row + 2}: ${message}`);
  const customers = new Map<string, CustomerRecords>();
  const of = (customer: string): CustomerRecords => {
    const known = customers.get(customer) ?? { orders: [], invoices: [] };
    customers.set(customer, known);
    return known;
  };
  for (const { customer, order } of ordersOf(orderRows, problemIn('orders'))) of(customer).orders.push(order);
  for (const { customer, invoice } of invoicesOf(paymentRows, problemIn('payments')))
    of(customer).invoices.push(invoice);
  return { customers, problems };
};

/** The last day anything happened: the day of the look when none is given, since a script of rules has no clock. */
export const lastDay = (customers: ReadonlyMap<string, CustomerRecords>): Day | undefined =>
  [...customers.values()]
    .flatMap(({ orders, invoices }) => [
      ...orders.map(({ placedOn }) => placedOn),
      ...invoices.flatMap(({ issued, payments }) => [issued, ...payments.map(({ on }) => on)]),
    ])
    .sort()
    .at(-1);
