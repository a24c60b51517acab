import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { AlertsPage } from '../../features/stock/alerts-page.tsx';
import { alertDefaults, alertSearch } from '../../features/stock/level-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/alerts')({
  validateSearch: alertSearch,
  search: { middlewares: [stripSearchParams(alertDefaults)] },
  component: () => (
    <Permitted action="stock.read">
      <AlertsPage search={Route.useSearch()} />
    </Permitted>
  ),
});
