import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { ReturnsPage } from '../../features/returns/returns-page.tsx';
import { returnsSearch, returnsSearchDefaults } from '../../features/returns/returns-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/returns/')({
  validateSearch: returnsSearch,
  search: { middlewares: [stripSearchParams(returnsSearchDefaults)] },
  component: () => (
    <Permitted action="return.read">
      <ReturnsPage search={Route.useSearch()} />
    </Permitted>
  ),
});
