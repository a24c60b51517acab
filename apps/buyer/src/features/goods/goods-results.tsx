import { Button, cx, EmptyState, Skeleton } from '@tradeline/ui';
import type { UseTRPCQueryResult } from '@trpc/react-query/shared';
import { PackageSearch } from 'lucide-react';
import { useText } from '../../lib/i18n.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import type { Outputs } from '../../lib/trpc.ts';
import type { ChangeSearch } from './goods-page.tsx';
import type { GoodsSearch } from './goods-search.ts';
import { ProductCard } from './product-card.tsx';
import { ProductRows } from './product-rows.tsx';

const grid = 'grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 lg:gap-4';

/** The page of goods that was found, or what to do when there is none. */
export const GoodsResults = ({
  products,
  search,
  onChange,
}: {
  products: Pick<
    UseTRPCQueryResult<Outputs['catalog']['products'], unknown>,
    'data' | 'error' | 'refetch' | 'isPlaceholderData'
  >;
  search: GoodsSearch;
  onChange: ChangeSearch;
}) => {
  const t = useText();
  if (products.error && !products.data)
    return <LoadError error={products.error} onRetry={() => void products.refetch()} />;
  if (!products.data)
    return (
      <div className={grid} aria-busy>
        {Array.from({ length: 8 }, (_, at) => (
          <div key={at} className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-3">
            <Skeleton className="aspect-square h-auto w-full" />
            <Skeleton className="w-full" />
            <Skeleton className="w-20" />
          </div>
        ))}
      </div>
    );
  if (products.data.rows.length === 0)
    return (
      <EmptyState
        icon={<PackageSearch aria-hidden />}
        title={t.goods_empty_title()}
        action={
          <Button onPress={() => onChange({ q: undefined, category: undefined, brand: undefined, stock: false })}>
            {t.goods_clear_filters()}
          </Button>
        }
      >
        {t.goods_empty_body()}
      </EmptyState>
    );
  const stale = cx('transition-opacity', products.isPlaceholderData && 'opacity-60');
  return search.view === 'grid' ? (
    <ul className={cx(grid, stale)}>
      {products.data.rows.map((product) => (
        <ProductCard key={product.id} product={product} />
      ))}
    </ul>
  ) : (
    <ul className={cx('flex flex-col gap-3', stale)}>
      {products.data.rows.map((product) => (
        <ProductRows key={product.id} product={product} />
      ))}
    </ul>
  );
};
