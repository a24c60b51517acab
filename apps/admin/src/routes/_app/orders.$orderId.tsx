import { createFileRoute } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { OrderMessages } from '../../features/messages/order-messages.tsx';
import { OrderPage } from '../../features/order/order-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

/** Only an order of which something lies in a box needs it. */
const EndedHint = lazy(() => import('../../features/picking/ended-hint.tsx'));

export const Route = createFileRoute('/_app/orders/$orderId')({
  loader: ({ context, params }) => {
    void context.queries.orders.get.prefetch({ id: params.orderId });
  },
  component: () => {
    const { orderId } = Route.useParams();
    return (
      <Permitted action="order.read">
        <OrderPage
          orderId={orderId}
          messages={<OrderMessages orderId={orderId} />}
          box={(order) =>
            order.held.some(({ picked }) => picked > 0) && (
              <Suspense fallback={null}>
                <EndedHint order={order} />
              </Suspense>
            )
          }
        />
      </Permitted>
    );
  },
});
