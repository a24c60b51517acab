import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { OrderMessages } from '../../features/messages/order-messages.tsx';
import { OrderPage } from '../../features/orders/order-page.tsx';
import { orNothing } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/orders/$orderId')({
  /** `placed`: the page is shown right after the order was placed. */
  validateSearch: v.object({ placed: orNothing(v.boolean()) }),
  loader: ({ context, params }) => {
    void context.queries.orders.get.prefetch({ id: params.orderId });
  },
  component: () => {
    const { orderId } = Route.useParams();
    return (
      <OrderPage
        id={orderId}
        placed={Route.useSearch().placed ?? false}
        messages={<OrderMessages orderId={orderId} />}
      />
    );
  },
});
