import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { SeenPage } from '../../features/assortments/seen-page.tsx';
import { seenSearch, seenSearchDefaults } from '../../features/assortments/seen-search.ts';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/assortments/seen')({
  validateSearch: seenSearch,
  search: { middlewares: [stripSearchParams(seenSearchDefaults)] },
  component: () => (
    <Permitted action="assortment.read">
      <SeenPage search={Route.useSearch()} />
    </Permitted>
  ),
});
