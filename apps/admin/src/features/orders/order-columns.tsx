import { Link } from '@tanstack/react-router';
import { Badge, type Column, DateText, MoneyText, StatusBadge } from '@tradeline/ui';
import { formatQuantity } from '@tradeline/ui/format';
import { momentStyle } from '../../lib/moment-style.ts';
import { paymentText, paymentTone, reviewText, statusText, statusTone, termsText } from '../../lib/order-words.ts';
import { blockReasonText } from '../../lib/refusal-text.ts';
import type { Outputs } from '../../lib/trpc.ts';
import { useUnread } from '../../lib/use-unread.ts';
import { useWords, type Words } from '../../lib/words.ts';

export type OrderRow = Outputs['orders']['list']['rows'][number];

const columns = (words: Words, unreadOf: (orderId: string) => number): Column<OrderRow>[] => {
  const { t, language } = words;
  return [
    {
      id: 'number',
      header: t.orders_column_number(),
      card: 'title',
      width: 'whitespace-nowrap',
      cell: (row) => (
        <span className="inline-flex items-center gap-2">
          <Link to="/orders/$orderId" params={{ orderId: row.id }} className="tabular font-medium hover:underline">
            {row.number}
          </Link>
          {unreadOf(row.id) > 0 && <Badge tone="accent">{t.after_unread({ count: unreadOf(row.id) })}</Badge>}
          {row.source && <Badge>{t.imported()}</Badge>}
        </span>
      ),
    },
    {
      id: 'placed',
      header: t.orders_column_placed(),
      sortable: true,
      width: 'whitespace-nowrap',
      cell: (row) => <DateText at={row.placedAt} style={momentStyle(row.placedAt)} className="text-muted" />,
    },
    {
      id: 'customer',
      header: t.orders_column_customer(),
      width: 'w-full min-w-36',
      cell: (row) => (
        <span className="block md:max-w-72 md:truncate" title={row.companyName}>
          {row.companyName}
          {row.purchaseOrderNumber && (
            <span className="ml-2 text-sm text-faint md:max-xl:hidden">{row.purchaseOrderNumber}</span>
          )}
          {row.blocked && (
            <span className="block truncate text-sm text-danger-ink">
              {words.list(row.blocked.map((reason) => blockReasonText(reason, words)))}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'status',
      header: t.orders_column_status(),
      card: 'aside',
      cell: (row) => (
        <span className="inline-flex flex-wrap items-center gap-1.5">
          <StatusBadge tone={statusTone(row.displayStatus)}>{statusText(row.displayStatus, t)}</StatusBadge>
          {row.review && row.review !== 'order' && (
            <span className="text-sm whitespace-nowrap text-muted">
              {t.desk_waits_step({ step: reviewText(row.review, t) })}
            </span>
          )}
        </span>
      ),
    },
    {
      id: 'lines',
      header: t.csv_lines(),
      align: 'end',
      width: 'hidden lg:table-cell',
      card: 'hidden',
      cell: (row) => <span className="text-muted">{formatQuantity(row.lines, language)}</span>,
    },
    {
      id: 'units',
      header: t.csv_units(),
      align: 'end',
      width: 'hidden lg:table-cell',
      card: 'hidden',
      cell: (row) => <span className="text-muted">{formatQuantity(row.units, language)}</span>,
    },
    {
      id: 'total',
      header: t.orders_column_total(),
      align: 'end',
      sortable: true,
      cell: (row) => <MoneyText amount={row.totalAmount} currency={row.currency} className="font-medium" />,
    },
    {
      id: 'terms',
      header: t.orders_column_terms(),
      width: 'hidden whitespace-nowrap lg:table-cell',
      card: 'hidden',
      cell: (row) => <span className="text-muted">{termsText(row.paymentTerms, t)}</span>,
    },
    {
      id: 'payment',
      header: t.orders_column_payment(),
      cell: (row) => <Badge tone={paymentTone(row.paymentStatus)}>{paymentText(row.paymentStatus, t)}</Badge>,
    },
  ];
};

export const useOrderColumns = (): Column<OrderRow>[] => {
  const words = useWords();
  const unread = useUnread();
  return columns(words, unread.of);
};
