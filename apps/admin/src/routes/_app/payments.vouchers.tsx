import { createFileRoute } from '@tanstack/react-router';
import * as z from 'zod';
import { VouchersPage } from '../../features/payments/vouchers-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/payments/vouchers')({
  validateSearch: z.object({ decided: z.boolean().optional().catch(undefined) }),
  component: () => (
    <Permitted action="payment.read">
      <VouchersPage decided={Route.useSearch().decided ?? false} />
    </Permitted>
  ),
});
