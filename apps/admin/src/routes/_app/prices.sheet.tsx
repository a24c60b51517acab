import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { sheetSearch } from '../../features/prices/prices-search.ts';
import { PriceSheetPage } from '../../features/prices/sheet-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/prices/sheet')({
  validateSearch: sheetSearch,
  search: { middlewares: [stripSearchParams({ page: 1 })] },
  component: () => (
    <Permitted action="price.read">
      <PriceSheetPage search={Route.useSearch()} />
    </Permitted>
  ),
});
