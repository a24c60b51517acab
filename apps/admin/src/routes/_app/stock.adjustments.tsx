import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { AdjustmentsPage } from '../../features/stock/adjustments-page.tsx';
import { adjustmentSearch, documentDefaults } from '../../features/stock/document-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/adjustments')({
  validateSearch: adjustmentSearch,
  search: { middlewares: [stripSearchParams(documentDefaults)] },
  component: () => (
    <Permitted action="stock.read">
      <AdjustmentsPage search={Route.useSearch()} />
    </Permitted>
  ),
});
