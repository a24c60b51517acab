import { Link, useNavigate } from '@tanstack/react-router';
import { Breadcrumbs } from '@tradeline/ui';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { pathTo } from './category-tree.ts';
import { GoodsList } from './goods-list.tsx';
import type { ChangeSearch, GoodsSearch } from './goods-search.ts';

/** All goods, or those of a category, narrowed by search and filters. */
export const GoodsPage = ({ search }: { search: GoodsSearch }) => {
  const t = useText();
  const say = useBilingual();
  const navigate = useNavigate({ from: '/goods/' });
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 }).data ?? [];
  const path = pathTo(categories, search.category);
  const change: ChangeSearch = (next) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const name = say(path.at(-1)?.name);
  return (
    <GoodsList
      title={search.q ? t.goods_found_for({ text: search.q }) : name || t.goods_title()}
      breadcrumbs={
        path.length > 0 ? (
          <Breadcrumbs
            steps={[
              { key: 'goods', node: <Link to="/goods">{t.nav_goods()}</Link> },
              ...path.map((row, at) => ({
                key: row.id,
                node:
                  at === path.length - 1 && !search.q ? (
                    say(row.name)
                  ) : (
                    <Link to="/goods" search={{ category: row.id }}>
                      {say(row.name)}
                    </Link>
                  ),
              })),
            ]}
          />
        ) : undefined
      }
      search={search}
      onChange={change}
    />
  );
};
