import { createFileRoute } from '@tanstack/react-router';
import { CustomerPage } from '../../features/customer/customer-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/customers/$customerId')({
  component: () => (
    <Permitted action="customer.read">
      <CustomerPage customerId={Route.useParams().customerId} />
    </Permitted>
  ),
});
