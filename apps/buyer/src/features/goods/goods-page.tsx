import { useNavigate } from '@tanstack/react-router';
import { Button, Drawer, PageHeader, Pagination, Segmented, SelectField } from '@tradeline/ui';
import { LayoutGrid, Rows3, SlidersHorizontal } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { ActiveFilters } from './active-filters.tsx';
import { GoodsFilters } from './goods-filters.tsx';
import { GoodsResults } from './goods-results.tsx';
import { activeFilters, type GoodsSearch, PAGE_SIZE, productsInput } from './goods-search.ts';

export type ChangeSearch = (change: Partial<GoodsSearch>) => void;

/** All goods, narrowed by search, category, brand and stock; as pictures, or as a list to order from. */
export const GoodsPage = ({ search }: { search: GoodsSearch }) => {
  const t = useText();
  const navigate = useNavigate({ from: '/goods/' });
  const [filtering, setFiltering] = useState(false);
  const products = trpc.catalog.products.useQuery(productsInput(search), { placeholderData: (old) => old });
  const total = products.data?.total;
  const change: ChangeSearch = (next) => void navigate({ search: (old) => ({ ...old, page: 1, ...next }) });
  const filters = <GoodsFilters search={search} onChange={change} />;
  const chosen = activeFilters(search);
  return (
    <div className="md:grid md:grid-cols-[13rem_minmax(0,1fr)] md:gap-8 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <aside aria-label={t.goods_filters()} className="hidden md:block">
        {filters}
      </aside>
      <div className="min-w-0">
        <PageHeader
          className="pb-3"
          title={search.q ? t.goods_found_for({ text: search.q }) : t.goods_title()}
          badge={
            <span aria-live="polite" className="text-sm text-muted">
              {total !== undefined && t.goods_count({ count: total })}
            </span>
          }
          actions={
            <>
              <Button className="md:hidden" onPress={() => setFiltering(true)}>
                <SlidersHorizontal aria-hidden />
                {t.goods_filter()}
                {chosen > 0 && (
                  <span className="tabular rounded-full bg-accent px-1.5 text-xs text-on-accent">{chosen}</span>
                )}
              </Button>
              <SelectField
                className="w-34"
                hiddenLabel
                label={t.goods_sort()}
                value={search.sort}
                onValueChange={(sort) => change({ sort })}
                options={[
                  { value: 'number', label: t.goods_sort_number() },
                  { value: 'newest', label: t.goods_sort_newest() },
                  { value: 'name', label: t.goods_sort_name() },
                ]}
              />
              <Segmented
                label={t.goods_view()}
                iconsOnly
                value={search.view}
                onValueChange={(view) => change({ view, page: search.page })}
                segments={[
                  { value: 'grid', label: t.goods_view_grid(), icon: <LayoutGrid aria-hidden /> },
                  { value: 'list', label: t.goods_view_list(), icon: <Rows3 aria-hidden /> },
                ]}
              />
            </>
          }
        />
        <ActiveFilters className="flex pb-3" search={search} onChange={change} />
        <GoodsResults products={products} search={search} onChange={change} />
        {total !== undefined && total > 0 && (
          <div className="pt-5">
            <Pagination
              page={search.page}
              pageSize={PAGE_SIZE}
              total={total}
              onPage={(page) => change({ page })}
              summary={t.goods_count({ count: total })}
            />
          </div>
        )}
      </div>
      <Drawer
        side="bottom"
        open={filtering}
        onOpenChange={setFiltering}
        title={t.goods_filters()}
        footer={
          <Button look="primary" size="lg" wide onPress={() => setFiltering(false)}>
            {t.goods_filter_show({ count: total ?? 0 })}
          </Button>
        }
      >
        {filters}
      </Drawer>
    </div>
  );
};
