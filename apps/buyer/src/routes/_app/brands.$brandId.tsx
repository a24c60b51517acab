import { createFileRoute, stripSearchParams } from '@tanstack/react-router';
import { BrandPage } from '../../features/goods/brand-page.tsx';
import { goodsSearch, goodsSearchDefaults, searchInput } from '../../features/goods/goods-search.ts';
import { writeIds } from '../../lib/short-ids.ts';

export const Route = createFileRoute('/_app/brands/$brandId')({
  staticData: { strangers: true },
  validateSearch: goodsSearch,
  search: { middlewares: [stripSearchParams(goodsSearchDefaults)] },
  loaderDeps: ({ search }) => search,
  loader: ({ context, deps, params }) => {
    void context.queries.catalog.search.prefetch(searchInput({ ...deps, b: writeIds([params.brandId]) }));
    void context.queries.catalog.brands.prefetch();
  },
  component: () => <BrandPage id={Route.useParams().brandId} search={Route.useSearch()} />,
});
