import { createFileRoute } from '@tanstack/react-router';
import { OrderPage } from '../../features/order/order-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/orders/$orderId')({
  loader: ({ context, params }) => {
    void context.queries.orders.get.prefetch({ id: params.orderId });
  },
  component: () => (
    <Permitted action="order.read">
      <OrderPage orderId={Route.useParams().orderId} />
    </Permitted>
  ),
});
