import { createFileRoute } from '@tanstack/react-router';
import * as v from 'valibot';
import { PayPage } from '../../features/pay/pay-page.tsx';
import { orNothing, shortText } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/pay/$orderId')({
  /** `returned`: the gateway's page has just sent the payer back. `code` and `state`: WeChat's has said who pays, and `part` of what. */
  validateSearch: v.object({
    returned: orNothing(v.boolean()),
    code: orNothing(shortText(512)),
    state: orNothing(shortText(128)),
    part: orNothing(v.picklist(['required', 'all'])),
  }),
  loader: ({ context, params }) => {
    void context.queries.payments.get.prefetch({ orderId: params.orderId });
  },
  component: Page,
});

function Page() {
  const { orderId } = Route.useParams();
  const { returned, code, state, part = 'required' } = Route.useSearch();
  const navigate = Route.useNavigate();
  return (
    <PayPage
      orderId={orderId}
      returned={returned ?? false}
      arrival={code && state ? { code, state, part } : undefined}
      onTaken={() => void navigate({ search: {}, replace: true })}
    />
  );
}
