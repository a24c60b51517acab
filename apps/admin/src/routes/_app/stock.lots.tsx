import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { alertDefaults, lotSearch } from '../../features/stock/level-search.ts';
import { LotsPage } from '../../features/stock/lots-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/lots')({
  validateSearch: lotSearch,
  search: { middlewares: [stripSearchParams(alertDefaults)] },
  component: () => (
    <Permitted action="stock.read">
      <LotsPage search={Route.useSearch()} />
    </Permitted>
  ),
});
