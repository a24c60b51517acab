import { Checkbox, cx, Skeleton } from '@tradeline/ui';
import { type ReactNode, useMemo, useState } from 'react';
import { useBilingual, useText } from '../../lib/i18n.tsx';
import { trpc } from '../../lib/trpc.ts';
import { type CategoryNode, categoryTree, pathTo } from './category-tree.ts';
import type { ChangeSearch } from './goods-page.tsx';
import type { GoodsSearch } from './goods-search.ts';

const BRANDS_AT_FIRST = 8;

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="pb-6">
    <h2 className="pb-1.5 text-sm font-semibold text-muted">{title}</h2>
    {children}
  </section>
);

const Choice = ({
  label,
  count,
  chosen,
  depth = 0,
  onPress,
}: {
  label: string;
  count: number;
  chosen: boolean;
  depth?: number;
  onPress: () => void;
}) => (
  <button
    type="button"
    aria-pressed={chosen}
    onClick={onPress}
    style={{ paddingInlineStart: `${0.5 + depth * 0.875}rem` }}
    className={cx(
      'flex min-h-10 w-full items-center justify-between gap-2 rounded-md pr-2 text-left text-base md:min-h-8',
      chosen ? 'bg-accent-soft font-medium text-accent-ink' : 'text-ink hover:bg-hover',
    )}
  >
    <span className="min-w-0 truncate">{label}</span>
    <span className="tabular text-xs text-faint">{count}</span>
  </button>
);

/** Category, brand and stock. A category opens its sub-categories when it, or one of them, is chosen. */
export const GoodsFilters = ({ search, onChange }: { search: GoodsSearch; onChange: ChangeSearch }) => {
  const t = useText();
  const say = useBilingual();
  const categories = trpc.catalog.categories.useQuery(undefined, { staleTime: 300_000 });
  const brands = trpc.catalog.brands.useQuery(undefined, { staleTime: 300_000 });
  const [allBrands, setAllBrands] = useState(false);
  const tree = useMemo(() => categoryTree(categories.data ?? []), [categories.data]);
  const open = new Set(pathTo(categories.data ?? [], search.category).map((row) => row.id));
  const shownBrands = (brands.data ?? []).filter(
    (brand, at) => brand.products > 0 && (allBrands || at < BRANDS_AT_FIRST || brand.id === search.brand),
  );

  const branch = (node: CategoryNode, depth: number): ReactNode => (
    <li key={node.id}>
      <Choice
        label={say(node.name)}
        count={node.total}
        depth={depth}
        chosen={node.id === search.category}
        onPress={() => onChange({ category: node.id === search.category ? (node.parentId ?? undefined) : node.id })}
      />
      {open.has(node.id) && node.children.length > 0 && (
        <ul>{node.children.map((child) => branch(child, depth + 1))}</ul>
      )}
    </li>
  );

  return (
    <>
      <Section title={t.goods_category()}>
        {categories.data ? (
          <ul>
            <li>
              <Choice
                label={t.goods_all_categories()}
                count={tree.reduce((sum, node) => sum + node.total, 0)}
                chosen={search.category === undefined}
                onPress={() => onChange({ category: undefined })}
              />
            </li>
            {tree.map((node) => branch(node, 0))}
          </ul>
        ) : (
          <FilterSkeleton />
        )}
      </Section>
      <Section title={t.goods_stock()}>
        <Checkbox
          className="px-2"
          checked={search.stock}
          onCheckedChange={(stock) => onChange({ stock })}
          label={t.goods_in_stock()}
        />
      </Section>
      <Section title={t.goods_brand()}>
        {brands.data ? (
          <>
            <ul>
              {shownBrands.map((brand) => (
                <li key={brand.id}>
                  <Choice
                    label={say(brand.name)}
                    count={brand.products}
                    chosen={brand.id === search.brand}
                    onPress={() => onChange({ brand: brand.id === search.brand ? undefined : brand.id })}
                  />
                </li>
              ))}
            </ul>
            {brands.data.length > BRANDS_AT_FIRST && (
              <button
                type="button"
                onClick={() => setAllBrands(!allBrands)}
                className="min-h-8 px-2 text-sm text-accent-ink hover:underline"
              >
                {allBrands ? t.goods_fewer_brands() : t.goods_more_brands()}
              </button>
            )}
          </>
        ) : (
          <FilterSkeleton />
        )}
      </Section>
    </>
  );
};

const FilterSkeleton = () => (
  <div className="flex flex-col gap-3 p-2">
    {[80, 60, 72, 52, 66].map((width) => (
      <Skeleton key={width} className="h-4" />
    ))}
  </div>
);
