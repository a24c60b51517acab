import { Link } from '@tanstack/react-router';
import { Badge, Breadcrumbs, DateText, Notice, PageHeader, Skeleton, StatusBadge } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import { paymentText, paymentTone, statusText, statusTone } from '../../lib/order-words.ts';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { OrderActions } from './order-actions.tsx';
import { OrderAmounts } from './order-amounts.tsx';
import { OrderDelivery } from './order-delivery.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderProgress } from './order-progress.tsx';
import { OrderRest } from './order-rest.tsx';
import { OrderReturns } from './order-returns.tsx';
import { OrderShipments } from './order-shipments.tsx';
import { OrderTimeline } from './order-timeline.tsx';

export type Order = Outputs['orders']['get'];

/** One order: where it stands, what happened, what it holds, what can be done. It follows changes by itself. */
export const OrderPage = ({
  id,
  placed,
  messages,
}: {
  id: string;
  placed: boolean;
  /** What is said about the order. */
  messages: ReactNode;
}) => {
  const t = useText();
  const order = trpc.orders.get.useQuery({ id });
  if (order.error && !order.data) return <LoadError error={order.error} onRetry={() => void order.refetch()} />;
  if (!order.data) return <OrderSkeleton />;
  const { data } = order;
  return (
    <>
      {placed && data.version <= 1 && (
        <Notice tone="success" className="mb-4" title={t.checkout_placed()} live>
          {t.checkout_placed_body({ number: data.number })}
        </Notice>
      )}
      <PageHeader
        breadcrumbs={
          <Breadcrumbs
            steps={[
              { key: 'orders', node: <Link to="/orders">{t.orders_title()}</Link> },
              { key: 'order', node: data.number },
            ]}
          />
        }
        title={t.order_title({ number: data.number })}
        badge={
          <span className="flex items-center gap-2">
            <StatusBadge tone={statusTone(data.displayStatus)}>{statusText(data.displayStatus, t)}</StatusBadge>
            <Badge tone={paymentTone(data.paymentStatus)}>{paymentText(data.paymentStatus, t)}</Badge>
          </span>
        }
        meta={
          <>
            {t.order_placed_at()} <DateText at={data.placedAt} />
          </>
        }
        actions={<OrderActions order={data} />}
      />
      <div className="flex flex-col gap-4">
        <OrderProgress order={data} />
        <div className="grid items-start gap-4 md:grid-cols-[minmax(0,1fr)_18rem] lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <OrderRest order={data} />
            <OrderShipments order={data} />
            <OrderReturns order={data} />
            <OrderLines order={data} />
            {messages}
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            {data.amounts === 'told' && <OrderAmounts order={data} />}
            <OrderTimeline order={data} />
            <OrderDelivery order={data} />
          </div>
        </div>
      </div>
    </>
  );
};

const OrderSkeleton = () => (
  <div aria-busy className="flex flex-col gap-4">
    <Skeleton className="h-8 w-64" />
    <Skeleton className="h-20 w-full rounded-lg" />
    <Skeleton className="h-64 w-full rounded-lg" />
  </div>
);
