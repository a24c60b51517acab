import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { documentDefaults, transferSearch } from '../../features/stock/document-search.ts';
import { TransfersPage } from '../../features/stock/transfers-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/transfers/')({
  validateSearch: transferSearch,
  search: { middlewares: [stripSearchParams(documentDefaults)] },
  component: () => (
    <Permitted action="stock.read">
      <TransfersPage search={Route.useSearch()} />
    </Permitted>
  ),
});
