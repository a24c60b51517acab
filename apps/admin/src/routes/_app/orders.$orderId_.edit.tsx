import { createFileRoute } from '@tanstack/react-router';
import { EditPage } from '../../features/order-edit/edit-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/orders/$orderId_/edit')({
  loader: ({ context, params }) => {
    void context.queries.orders.get.prefetch({ id: params.orderId });
  },
  component: () => {
    const { orderId } = Route.useParams();
    return (
      <Permitted action="order.edit">
        <EditPage orderId={orderId} />
      </Permitted>
    );
  },
});
