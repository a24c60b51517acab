import { createFileRoute, useNavigate } from '@tanstack/react-router';
import * as z from 'zod/mini';
import { OrderPadPage } from '../../features/order-pad/order-pad-page.tsx';
import { withFallback } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/order-pad')({
  /** `order`: a past order whose goods are put on the pad. */
  validateSearch: z.object({ order: withFallback(z.optional(z.string()), undefined) }),
  component: () => {
    const { order } = Route.useSearch();
    const navigate = useNavigate({ from: '/order-pad' });
    return <OrderPadPage from={order} onTaken={() => void navigate({ search: {}, replace: true })} />;
  },
});
