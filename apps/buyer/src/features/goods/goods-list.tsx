import { Button, Drawer, PageHeader, Pagination, useWide } from '@tradeline/ui';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useText } from '../../lib/i18n.tsx';
import { useSheet } from '../../lib/order-matrix/use-sheet.ts';
import { trpc } from '../../lib/trpc.ts';
import { useMay } from '../../lib/use-me.tsx';
import { useWords } from '../../lib/words.ts';
import { ActiveFilters, useChips } from './active-filters.tsx';
import { GoodsFilters } from './filters/goods-filters.tsx';
import { GoodsEmpty } from './goods-empty.tsx';
import { GoodsResults } from './goods-results.tsx';
import { type ChangeSearch, type GoodsSearch, PAGE_SIZE, searchInput } from './goods-search.ts';
import { GoodsToolbar } from './goods-toolbar.tsx';
import { Understood } from './understood.tsx';
import { rememberedView } from './use-view.ts';

const SheetBar = lazy(() =>
  import('../../lib/order-matrix/sheet-bar.tsx').then((module) => ({ default: module.SheetBar })),
);

/** Goods with everything that narrows and orders them; a page of its own, or a brand's. */
export const GoodsList = ({
  title,
  breadcrumbs,
  intro,
  search,
  fixed = {},
  without = [],
  onChange,
}: {
  title: string;
  breadcrumbs?: ReactNode;
  intro?: ReactNode;
  search: GoodsSearch;
  /** What the page stands for; it is no filter that could be taken back. */
  fixed?: Partial<GoodsSearch>;
  without?: readonly ('brands' | 'categories')[];
  onChange: ChangeSearch;
}) => {
  const t = useText();
  const { quantity } = useWords();
  const mayOrder = useMay('cart.edit');
  const [filtering, setFiltering] = useState(false);
  const wide = useWide();
  const sheet = useSheet();
  const found = trpc.catalog.search.useQuery(searchInput({ ...search, ...fixed }), { placeholderData: (old) => old });
  const chips = useChips(search, found.data?.facets, without);
  const total = found.data?.total;
  const count = total === undefined ? undefined : t.goods_count({ count: quantity(total) });
  const wished = search.view ?? rememberedView();
  const view = wished === 'matrix' && !mayOrder ? 'list' : wished;
  const filters = <GoodsFilters facets={found.data?.facets} search={search} onChange={onChange} without={without} />;
  return (
    <div className="md:grid md:grid-cols-[13rem_minmax(0,1fr)] md:gap-6 lg:grid-cols-[15rem_minmax(0,1fr)] lg:gap-8">
      {wide && <aside aria-label={t.goods_filters()}>{filters}</aside>}
      <div className="min-w-0">
        <PageHeader
          className="pb-3"
          title={title}
          breadcrumbs={breadcrumbs}
          badge={
            <span aria-live="polite" className="text-sm text-muted">
              {count}
            </span>
          }
          actions={
            <GoodsToolbar
              search={search}
              view={view}
              chosen={chips.length}
              priced={found.data?.facets.price !== undefined}
              onChange={onChange}
              onFilter={() => setFiltering(true)}
            />
          }
        />
        {intro}
        <ActiveFilters className="pb-3" chips={chips} onChange={onChange} />
        <Understood text={search.q} understood={found.data?.understood} />
        <GoodsResults
          found={found}
          view={view}
          sheet={sheet}
          empty={<GoodsEmpty search={search} chips={chips} onChange={onChange} />}
        />
        {total !== undefined && total > 0 && (
          <div className="pt-5">
            <Pagination
              page={search.page}
              pageSize={PAGE_SIZE}
              total={total}
              onPage={(page) => onChange({ page })}
              summary={count}
            />
          </div>
        )}
        {(view === 'matrix' || sheet.lines.length > 0) && total !== 0 && (
          <div
            data-phone-bar
            className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-20 -mx-4 mt-4 border-t border-line bg-surface px-4 py-2.5 md:bottom-0 md:mx-0 md:rounded-t-lg md:border md:border-b-0 md:shadow-md"
          >
            <Suspense fallback={<div className="h-9" />}>
              <SheetBar sheet={sheet} />
            </Suspense>
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
            {t.goods_filter_show({ count: quantity(total ?? 0) })}
          </Button>
        }
      >
        {filters}
      </Drawer>
    </div>
  );
};
