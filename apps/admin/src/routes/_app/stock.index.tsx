import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { StockPage } from '../../features/stock/stock-page.tsx';
import { stockSearch, stockSearchDefaults } from '../../features/stock/stock-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/')({
  validateSearch: stockSearch,
  search: { middlewares: [stripSearchParams(stockSearchDefaults)] },
  component: () => (
    <Permitted action="stock.read">
      <StockPage search={Route.useSearch()} />
    </Permitted>
  ),
});
