import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { GoodsPage } from '../../features/goods/goods-page.tsx';
import { goodsSearch, goodsSearchDefaults, searchInput } from '../../features/goods/goods-search.ts';

export const Route = createFileRoute('/_app/goods/')({
  staticData: { strangers: true },
  validateSearch: goodsSearch,
  search: { middlewares: [stripSearchParams(goodsSearchDefaults)] },
  loaderDeps: ({ search }) => searchInput(search),
  loader: ({ context, deps }) => {
    void context.queries.catalog.search.prefetch(deps);
    void context.queries.catalog.categories.prefetch();
    void context.queries.catalog.brands.prefetch();
  },
  component: () => <GoodsPage search={Route.useSearch()} />,
});
