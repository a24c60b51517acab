import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { orderSearch, orderSearchDefaults } from '../../features/orders/order-search.ts';
import { OrdersPage } from '../../features/orders/orders-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/orders/')({
  validateSearch: orderSearch,
  search: { middlewares: [stripSearchParams(orderSearchDefaults)] },
  component: () => (
    <Permitted action="order.read">
      <OrdersPage search={Route.useSearch()} />
    </Permitted>
  ),
});
