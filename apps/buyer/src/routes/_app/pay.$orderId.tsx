import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { PayPage } from '../../features/pay/pay-page.tsx';
import { withFallback } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/pay/$orderId')({
  /** `returned`: the gateway's page has just sent the payer back. */
  validateSearch: z.object({ returned: withFallback(z.optional(z.boolean()), undefined) }),
  loader: ({ context, params }) => {
    void context.queries.payments.get.prefetch({ orderId: params.orderId });
  },
  component: () => <PayPage orderId={Route.useParams().orderId} returned={Route.useSearch().returned ?? false} />,
});
