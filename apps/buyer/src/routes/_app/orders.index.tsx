import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { OrdersPage } from '../../features/orders/orders-page.tsx';
import { listInput, ordersSearch, ordersSearchDefaults } from '../../features/orders/orders-search.ts';

export const Route = createFileRoute('/_app/orders/')({
  validateSearch: ordersSearch,
  search: { middlewares: [stripSearchParams(ordersSearchDefaults)] },
  loaderDeps: ({ search }) => listInput(search),
  loader: ({ context, deps }) => {
    void context.queries.orders.list.prefetch(deps);
  },
  component: () => <OrdersPage search={Route.useSearch()} />,
});
