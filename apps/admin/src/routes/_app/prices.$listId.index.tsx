import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { PriceListPage } from '../../features/prices/list-page.tsx';
import { gridDefaults, gridSearch } from '../../features/prices/prices-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/prices/$listId/')({
  validateSearch: gridSearch,
  search: { middlewares: [stripSearchParams(gridDefaults)] },
  component: () => (
    <Permitted action="price.read">
      <PriceListPage listId={Route.useParams().listId} search={Route.useSearch()} />
    </Permitted>
  ),
});
