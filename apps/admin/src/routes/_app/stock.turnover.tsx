import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { turnoverDefaults, turnoverSearch } from '../../features/stock/level-search.ts';
import { TurnoverPage } from '../../features/stock/turnover-page.tsx';
import { Permitted } from '../../lib/permitted.tsx';

export const Route = createFileRoute('/_app/stock/turnover')({
  validateSearch: turnoverSearch,
  search: { middlewares: [stripSearchParams(turnoverDefaults)] },
  component: () => (
    <Permitted action="stock.read">
      <TurnoverPage search={Route.useSearch()} />
    </Permitted>
  ),
});
