import { Link, useNavigate } from '@tanstack/react-router';
import { Card, CardHeader, DataTable, EmptyState, MoneyText, RelativeTime, StatusBadge } from '@tradeline/ui';
import { ClipboardList } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { useListKeys } from '../../lib/list-keys.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { statusText, statusTone } from '../../lib/order-words.ts';
import { trpc } from '../../lib/trpc.ts';

const SHOWN = 12;

/** The orders that came in last; a new one appears by itself. */
export const NewestOrders = () => {
  const t = useText();
  const navigate = useNavigate();
  const orders = trpc.orders.list.useQuery({ size: SHOWN });
  useListKeys();
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={t.overview_newest()}
        aside={
          <Link to="/orders" className="text-accent-ink hover:underline">
            {t.overview_all_orders()}
          </Link>
        }
      />
      <DataTable
        dense
        label={t.overview_newest()}
        rows={orders.data?.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.number}
        onOpen={(row) => void navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
        skeletonRows={SHOWN}
        error={
          orders.error && !orders.data ? (
            <LoadError error={orders.error} onRetry={() => void orders.refetch()} />
          ) : undefined
        }
        empty={
          <EmptyState icon={<ClipboardList aria-hidden />} title={t.orders_none_title()}>
            {t.overview_no_orders()}
          </EmptyState>
        }
        columns={[
          {
            id: 'number',
            header: t.orders_column_number(),
            card: 'title',
            cell: (row) => (
              <Link
                to="/orders/$orderId"
                params={{ orderId: row.id }}
                className="tabular font-medium whitespace-nowrap hover:underline"
              >
                {row.number}
              </Link>
            ),
          },
          {
            id: 'customer',
            header: t.orders_column_customer(),
            width: 'w-full',
            cell: (row) => <span className="block md:max-w-64 md:truncate">{row.companyName}</span>,
          },
          {
            id: 'status',
            header: t.orders_column_status(),
            card: 'aside',
            cell: (row) => (
              <StatusBadge tone={statusTone(row.displayStatus)}>{statusText(row.displayStatus, t)}</StatusBadge>
            ),
          },
          {
            id: 'total',
            header: t.orders_column_total(),
            align: 'end',
            cell: (row) => <MoneyText amount={row.totalAmount} currency={row.currency} />,
          },
          {
            id: 'placed',
            header: t.orders_column_placed(),
            align: 'end',
            width: 'whitespace-nowrap',
            cell: (row) => <RelativeTime at={row.placedAt} className="text-muted" />,
          },
        ]}
      />
    </Card>
  );
};
