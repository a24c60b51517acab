import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { CountsPage } from '../../features/stock/counts-page.tsx';
import { countSearch, documentDefaults } from '../../features/stock/document-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/counts/')({
  validateSearch: countSearch,
  search: { middlewares: [stripSearchParams(documentDefaults)] },
  component: () => (
    <Permitted action="stock.read">
      <CountsPage search={Route.useSearch()} />
    </Permitted>
  ),
});
