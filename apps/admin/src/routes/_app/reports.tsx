import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { SalesPage } from '../../features/reports/sales-page.tsx';
import { salesDefaults, salesSearch } from '../../features/reports/sales-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/reports')({
  validateSearch: salesSearch,
  search: { middlewares: [stripSearchParams(salesDefaults)] },
  component: () => (
    <Permitted action="report.read">
      <SalesPage search={Route.useSearch()} />
    </Permitted>
  ),
});
