import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { OrderPage } from '../../features/orders/order-page.tsx';
import { withFallback } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/orders/$orderId')({
  /** `placed`: the page is shown right after the order was placed. */
  validateSearch: z.object({ placed: withFallback(z.optional(z.boolean()), undefined) }),
  loader: ({ context, params }) => {
    void context.queries.orders.get.prefetch({ id: params.orderId });
  },
  component: () => <OrderPage id={Route.useParams().orderId} placed={Route.useSearch().placed ?? false} />,
});
