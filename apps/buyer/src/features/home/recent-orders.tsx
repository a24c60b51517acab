import { Link } from '@tanstack/react-router';
import { Card, CardHeader, DateText, EmptyState, MoneyText, Skeleton, StatusBadge } from '@tradeline/ui';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { statusText, statusTone } from '../../lib/order-words.ts';
import { trpc } from '../../lib/trpc.ts';

/** The last orders and where they are now. */
export const RecentOrders = ({ className }: { className: string }) => {
  const t = useText();
  const recent = trpc.orders.list.useQuery({ size: 5 });
  return (
    <Card className={className}>
      <CardHeader
        title={t.home_recent_orders()}
        aside={
          <Link to="/orders" className="text-accent-ink hover:underline">
            {t.see_all()}
          </Link>
        }
      />
      {recent.error && !recent.data ? (
        <LoadError error={recent.error} onRetry={() => void recent.refetch()} />
      ) : !recent.data ? (
        <div aria-busy className="flex flex-col gap-4 p-4">
          {[1, 2, 3].map((row) => (
            <Skeleton key={row} className="h-9" />
          ))}
        </div>
      ) : recent.data.rows.length === 0 ? (
        <EmptyState title={t.home_no_orders()} className="py-8" />
      ) : (
        <ul className="divide-y divide-line">
          {recent.data.rows.map((order) => (
            <li key={order.id}>
              <Link
                to="/orders/$orderId"
                params={{ orderId: order.id }}
                className="grid grid-cols-[1fr_auto] items-center gap-x-3 gap-y-0.5 px-4 py-2.5 hover:bg-hover focus-visible:outline-offset-[-2px]"
              >
                <span className="tabular font-medium">{order.number}</span>
                <StatusBadge tone={statusTone(order.displayStatus)}>{statusText(order.displayStatus, t)}</StatusBadge>
                <DateText at={order.placedAt} style="day-month-time" className="text-sm text-muted" />
                {order.totalAmount !== null && (
                  <MoneyText amount={order.totalAmount} currency={order.currency} className="text-right text-sm" />
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
};
