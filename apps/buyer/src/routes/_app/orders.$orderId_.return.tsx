import { createFileRoute } from '@tanstack/react-router';
import { RequestPage } from '../../features/returns/request-page.tsx';

export const Route = createFileRoute('/_app/orders/$orderId_/return')({
  loader: ({ context, params }) => {
    void context.queries.returns.returnable.prefetch({ orderId: params.orderId });
  },
  component: () => <RequestPage orderId={Route.useParams().orderId} />,
});
