import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { PaymentsPage } from '../../features/payments/payments-page.tsx';
import { paymentsSearch, paymentsSearchDefaults } from '../../features/payments/payments-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/payments/')({
  validateSearch: paymentsSearch,
  search: { middlewares: [stripSearchParams(paymentsSearchDefaults)] },
  component: () => (
    <Permitted action="payment.read">
      <PaymentsPage search={Route.useSearch()} />
    </Permitted>
  ),
});
