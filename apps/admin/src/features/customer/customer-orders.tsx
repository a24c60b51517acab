import { Link, useNavigate } from '@tanstack/react-router';
import { Badge, Card, CardHeader, DataTable, DateText, EmptyState, MoneyText, StatusBadge } from '@tradeline/ui';
import { LoadError } from '../../lib/load-error.tsx';
import { paymentText, paymentTone, statusText, statusTone } from '../../lib/order-words.ts';
import { trpc } from '../../lib/trpc.ts';
import { useWords } from '../../lib/words.ts';

const SHOWN = 15;

/** The customer's latest orders; the whole list is one press away. */
export const CustomerOrders = ({ customerId }: { customerId: string }) => {
  const { t, quantity } = useWords();
  const navigate = useNavigate();
  const orders = trpc.orders.list.useQuery({ companyId: customerId, size: SHOWN });
  return (
    <Card className="overflow-hidden">
      <CardHeader
        title={t.customer_orders()}
        aside={
          <>
            <span className="tabular">
              {orders.data && t.orders_count({ count: orders.data.total, n: quantity(orders.data.total) })}
            </span>
            <Link to="/orders" search={{ customer: customerId }} className="text-accent-ink hover:underline">
              {t.customer_all_orders()}
            </Link>
          </>
        }
      />
      <DataTable
        dense
        label={t.customer_orders()}
        rows={orders.data?.rows}
        rowKey={(row) => row.id}
        rowName={(row) => row.number}
        onOpen={(row) => void navigate({ to: '/orders/$orderId', params: { orderId: row.id } })}
        skeletonRows={6}
        error={
          orders.error && !orders.data ? (
            <LoadError error={orders.error} onRetry={() => void orders.refetch()} />
          ) : undefined
        }
        empty={<EmptyState className="py-8" title={t.customer_orders_none()} />}
        columns={[
          {
            id: 'number',
            header: t.orders_column_number(),
            card: 'title',
            cell: (row) => (
              <Link to="/orders/$orderId" params={{ orderId: row.id }} className="tabular font-medium hover:underline">
                {row.number}
              </Link>
            ),
          },
          {
            id: 'placed',
            header: t.orders_column_placed(),
            cell: (row) => <DateText at={row.placedAt} style="date" className="text-muted" />,
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
            id: 'payment',
            header: t.orders_column_payment(),
            cell: (row) => <Badge tone={paymentTone(row.paymentStatus)}>{paymentText(row.paymentStatus, t)}</Badge>,
          },
          {
            id: 'total',
            header: t.orders_column_total(),
            align: 'end',
            cell: (row) => <MoneyText amount={row.totalAmount} currency={row.currency} className="font-medium" />,
          },
        ]}
      />
    </Card>
  );
};
