import { Link } from '@tanstack/react-router';
import { Breadcrumbs, Skeleton } from '@tradeline/ui';
import type { ReactNode } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { searchOf } from '../../lib/list-memory.ts';
import { LoadError } from '../../lib/load-error.tsx';
import { type Outputs, trpc } from '../../lib/trpc.ts';
import { ActionBar } from './action-bar.tsx';
import { ChangesCard } from './changes-card.tsx';
import { CreditNotice } from './credit-notice.tsx';
import { CustomerCard } from './customer-card.tsx';
import { DeliveryCard } from './delivery-card.tsx';
import { FlowCard } from './flow-card.tsx';
import { HeldCard } from './held-card.tsx';
import { KeptNotice } from './kept-notice.tsx';
import { MovedOnNotice } from './moved-on-notice.tsx';
import { OnlinePayments } from './online-payments.tsx';
import { OrderHead } from './order-head.tsx';
import { OrderLines } from './order-lines.tsx';
import { OrderTimeline } from './order-timeline.tsx';
import { PaymentCard } from './payment-card.tsx';
import { PresenceLine } from './presence-line.tsx';
import { RestNotice } from './rest-notice.tsx';
import { ReviewsCard } from './reviews-card.tsx';
import { ShipmentsCard } from './shipments-card.tsx';
import { useStep } from './use-step.ts';

export type Order = Outputs['orders']['get'];

/** One order: what can be done now, what it is made of, and what happened to it. Follows every change. */
export const OrderPage = ({
  orderId,
  messages,
  box,
}: {
  orderId: string;
  messages: ReactNode;
  /** What is wrong with its box, if anything is. */
  box: (order: Order) => ReactNode;
}) => {
  const t = useText();
  const { data: order, error, refetch } = trpc.orders.get.useQuery({ id: orderId });
  const runner = useStep();
  if (error && !order) return <LoadError error={error} onRetry={() => void refetch()} />;
  return (
    <div className="flex flex-col">
      <div className="sticky top-13 z-20 flex flex-col gap-2 border-b border-line bg-canvas/95 px-4 py-3 backdrop-blur-sm md:top-0 md:px-5">
        <Breadcrumbs
          steps={[
            {
              key: 'orders',
              node: (
                <Link to="/orders" search={searchOf('orders')}>
                  {t.orders_title()}
                </Link>
              ),
            },
            { key: 'order', node: <span>{order?.number ?? '…'}</span> },
          ]}
        />
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
          {order ? <OrderHead order={order} /> : <Skeleton className="h-8 w-72" />}
          {order && <ActionBar order={order} runner={runner} />}
        </div>
        <PresenceLine orderId={orderId} />
        {order && runner.overtaken !== undefined && (
          <MovedOnNotice order={order} since={runner.overtaken} onDismiss={runner.dismiss} />
        )}
      </div>
      {order ? (
        <div className="grid items-start gap-4 p-4 md:px-5 lg:grid-cols-[minmax(0,1fr)_20rem] xl:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <KeptNotice order={order} />
            {box(order)}
            <CreditNotice order={order} />
            <RestNotice order={order} />
            <OrderLines order={order} />
            <ShipmentsCard order={order} runner={runner} />
            <HeldCard order={order} />
            {messages}
          </div>
          <div className="grid min-w-0 gap-4 sm:grid-cols-2 lg:grid-cols-1">
            <ReviewsCard order={order} />
            <CustomerCard order={order} />
            <DeliveryCard order={order} />
            <PaymentCard order={order} />
            <OnlinePayments orderId={order.id} />
            <FlowCard orderId={order.id} />
            <OrderTimeline order={order} />
            <ChangesCard order={order} />
          </div>
        </div>
      ) : (
        <div aria-busy className="grid gap-4 p-4 md:px-5 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <Skeleton className="h-96 w-full rounded-lg" />
          <Skeleton className="h-96 w-full rounded-lg" />
        </div>
      )}
    </div>
  );
};
