import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { ListsPage } from '../../features/picking/lists-page.tsx';
import { listsDefaults, listsSearch } from '../../features/picking/picking-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/picking/lists')({
  validateSearch: listsSearch,
  search: { middlewares: [stripSearchParams(listsDefaults)] },
  component: () => (
    <Permitted action="order.pick">
      <ListsPage search={Route.useSearch()} />
    </Permitted>
  ),
});
