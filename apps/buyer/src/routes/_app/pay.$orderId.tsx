import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { PayPage } from '../../features/pay/pay-page.tsx';
import { orNothing } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/pay/$orderId')({
  /** `returned`: the gateway's page has just sent the payer back. */
  validateSearch: v.object({ returned: orNothing(v.boolean()) }),
  loader: ({ context, params }) => {
    void context.queries.payments.get.prefetch({ orderId: params.orderId });
  },
  component: () => <PayPage orderId={Route.useParams().orderId} returned={Route.useSearch().returned ?? false} />,
});
