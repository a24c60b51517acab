import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { customerSearch, customerSearchDefaults } from '../../features/customers/customer-search.ts';
import { CustomersPage } from '../../features/customers/customers-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/customers/')({
  validateSearch: customerSearch,
  search: { middlewares: [stripSearchParams(customerSearchDefaults)] },
  component: () => (
    <Permitted action="customer.read">
      <CustomersPage search={Route.useSearch()} />
    </Permitted>
  ),
});
