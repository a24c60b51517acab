import { formatInstant, plainMoney, shopDay } from '@tradeline/ui/format';
import type { Cell } from '../../lib/csv.ts';
import { paymentText, statusText, termsText } from '../../lib/order-words.ts';
import { sourceText } from '../../lib/source-text.ts';
import type { Words } from '../../lib/words.ts';
import type { OrderRow } from './order-columns.tsx';

/** The list as a table of cells: a head line, then a line an order. Amounts are figures in major units. */
export const orderCells = (rows: readonly OrderRow[], { t }: Pick<Words, 't'>): Cell[][] => [
  [
    t.orders_column_number(),
    t.orders_column_placed(),
    t.orders_column_customer(),
    t.orders_column_status(),
    t.csv_lines(),
    t.csv_units(),
    t.csv_currency(),
    t.orders_column_total(),
    t.orders_column_terms(),
    t.orders_column_payment(),
    t.csv_po(),
    t.csv_wished(),
    t.csv_source(),
  ],
  ...rows.map((row): Cell[] => [
    row.number,
    `${shopDay(row.placedAt)} ${formatInstant(row.placedAt, 'sv-SE', 'time')}`,
    row.companyName,
    statusText(row.displayStatus, t),
    row.lines,
    row.units,
    row.currency,
    Number(plainMoney(row.totalAmount, row.currency)),
    termsText(row.paymentTerms, t),
    paymentText(row.paymentStatus, t),
    row.purchaseOrderNumber ?? '',
    row.wishedDate ?? '',
    sourceText(row.source, t),
  ]),
];
