import { Button, Segmented, SelectField } from '@tradeline/ui';
import { Grid3x3, LayoutGrid, Rows3, SlidersHorizontal } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { useMay } from '../../lib/use-me.tsx';
import { type ChangeSearch, type GoodsSearch, type Sort, sortOf, type View } from './goods-search.ts';
import { rememberView } from './use-view.ts';

/** Filters (on a phone), order and way of looking at the goods. */
export const GoodsToolbar = ({
  search,
  view,
  chosen,
  priced,
  onChange,
  onFilter,
}: {
  search: GoodsSearch;
  view: View;
  /** How many filters narrow the list. */
  chosen: number;
  /** Whether I see prices: only then can they be sorted by. */
  priced: boolean;
  onChange: ChangeSearch;
  onFilter: () => void;
}) => {
  const t = useText();
  const mayOrder = useMay('cart.edit');
  const sorts: { value: Sort; label: string }[] = [
    ...(search.q ? [{ value: 'relevance' as const, label: t.search_sort_relevance() }] : []),
    { value: 'sales', label: t.search_sort_sales() },
    ...(priced
      ? [
          { value: 'price-asc' as const, label: t.search_sort_price_up() },
          { value: 'price-desc' as const, label: t.search_sort_price_down() },
        ]
      : []),
    { value: 'newest', label: t.goods_sort_newest() },
  ];
  return (
    <>
      <Button className="md:hidden" onPress={onFilter}>
        <SlidersHorizontal aria-hidden />
        {t.goods_filter()}
        {chosen > 0 && <span className="tabular rounded-full bg-accent px-1.5 text-xs text-on-accent">{chosen}</span>}
      </Button>
      <SelectField
        className="w-36"
        hiddenLabel
        label={t.goods_sort()}
        value={sortOf(search)}
        onValueChange={(sort) => onChange({ sort })}
        options={sorts}
      />
      <Segmented
        label={t.goods_view()}
        iconsOnly
        value={view}
        onValueChange={(next) => {
          rememberView(next);
          onChange({ view: next, page: search.page });
        }}
        segments={[
          { value: 'grid', label: t.goods_view_grid(), icon: <LayoutGrid aria-hidden /> },
          { value: 'list', label: t.search_view_list(), icon: <Rows3 aria-hidden /> },
          ...(mayOrder
            ? [{ value: 'matrix' as const, label: t.search_view_matrix(), icon: <Grid3x3 aria-hidden /> }]
            : []),
        ]}
      />
    </>
  );
};
