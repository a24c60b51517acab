import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { ReturnsPage } from '../../features/returns/returns-page.tsx';
import { listInput, returnsSearch, returnsSearchDefaults } from '../../features/returns/returns-search.ts';

export const Route = createFileRoute('/_app/returns/')({
  validateSearch: returnsSearch,
  search: { middlewares: [stripSearchParams(returnsSearchDefaults)] },
  loaderDeps: ({ search }) => listInput(search),
  loader: ({ context, deps }) => {
    void context.queries.returns.list.prefetch(deps);
  },
  component: () => <ReturnsPage search={Route.useSearch()} />,
});
