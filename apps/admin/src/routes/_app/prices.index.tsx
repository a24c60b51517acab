import { createFileRoute } from '@tanstack/react-router';
import { PriceListsPage } from '../../features/prices/lists-page.tsx';
import { listsSearch } from '../../features/prices/prices-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/prices/')({
  validateSearch: listsSearch,
  component: () => (
    <Permitted action="price.read">
      <PriceListsPage search={Route.useSearch()} />
    </Permitted>
  ),
});
