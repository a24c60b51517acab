import { Link } from '@tanstack/react-router';
import { Badge, type Column, DateText, MoneyText, type Sort, StatusBadge } from '@tradeline/ui';
import { paymentText, paymentTone, statusText, statusTone } from '../../lib/order-words.ts';
import type { Outputs } from '../../lib/trpc.ts';
import type { Words } from '../../lib/words.ts';
import type { OrdersSearch } from './orders-search.ts';

export type OrderRow = Outputs['orders']['list']['rows'][number];
export type SortColumn = 'placed' | 'total';

/** The list's order as the address spells it, and as the table shows it. */
export const sortOf = (sort: OrdersSearch['sort']): Sort => {
  const [column, direction] = sort.split('-') as [SortColumn, Sort['direction']];
  return { column, direction };
};
export const sortText = ({
  column,
  direction,
}: {
  column: SortColumn;
  direction: Sort['direction'];
}): OrdersSearch['sort'] => `${column}-${direction}`;

export const orderColumns = ({ t, quantity }: Words, unreadOf: (orderId: string) => number): Column<OrderRow>[] => [
  {
    id: 'number',
    header: t.orders_column_number(),
    card: 'title',
    cell: (row) => (
      <span className="inline-flex flex-wrap items-center gap-2">
        <Link
          to="/orders/$orderId"
          params={{ orderId: row.id }}
          className="tabular font-medium whitespace-nowrap text-accent-ink hover:underline"
        >
          {row.number}
        </Link>
        {unreadOf(row.id) > 0 && <Badge tone="accent">{t.after_unread({ count: unreadOf(row.id) })}</Badge>}
      </span>
    ),
  },
  {
    id: 'status',
    header: t.orders_column_status(),
    card: 'aside',
    cell: (row) => <StatusBadge tone={statusTone(row.displayStatus)}>{statusText(row.displayStatus, t)}</StatusBadge>,
  },
  { id: 'placed', header: t.orders_column_placed(), sortable: true, cell: (row) => <DateText at={row.placedAt} /> },
  {
    id: 'goods',
    header: t.orders_column_goods(),
    cell: (row) => (
      <span className="text-muted">{t.orders_lines_units({ lines: row.lines, units: quantity(row.units) })}</span>
    ),
  },
  {
    id: 'po',
    header: t.orders_column_po(),
    width: 'hidden lg:table-cell',
    card: 'hidden',
    cell: (row) => row.purchaseOrderNumber ?? <span className="text-faint">–</span>,
  },
  {
    id: 'payment',
    header: t.orders_column_payment(),
    cell: (row) => <Badge tone={paymentTone(row.paymentStatus)}>{paymentText(row.paymentStatus, t)}</Badge>,
  },
  {
    id: 'total',
    header: t.orders_column_total(),
    align: 'end',
    sortable: true,
    cell: (row) =>
      row.totalAmount === null ? (
        <span className="text-faint">–</span>
      ) : (
        <MoneyText amount={row.totalAmount} currency={row.currency} className="font-semibold" />
      ),
  },
];
