import { createFileRoute, useNavigate } from '@tanstack/react-router';
import * as v from 'valibot';
import { OrderPadPage } from '../../features/order-pad/order-pad-page.tsx';
import { orNothing, shortText } from '../../lib/search-schema.ts';

export const Route = createFileRoute('/_app/order-pad')({
  /** `order`: a past order whose goods are put on the pad. */
  validateSearch: v.object({ order: orNothing(shortText(36)) }),
  component: () => {
    const { order } = Route.useSearch();
    const navigate = useNavigate({ from: '/order-pad' });
    return <OrderPadPage from={order} onTaken={() => void navigate({ search: {}, replace: true })} />;
  },
});
