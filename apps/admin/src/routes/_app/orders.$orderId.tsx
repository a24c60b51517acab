import { createFileRoute } from '@tanstack/react-router';
import { OrderMessages } from '../../features/messages/order-messages.tsx';
import { OrderPage } from '../../features/order/order-page.tsx';
import { EndedHint } from '../../features/picking/ended-notice.tsx';
import { Permitted } from '../../lib/permitted.tsx';

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
          box={(order) => <EndedHint order={order} />}
        />
      </Permitted>
    );
  },
});
