import { Card, cx, Skeleton } from '@tradeline/ui';
import type { UseTRPCQueryResult } from '@trpc/react-query/shared';
import { lazy, type ReactNode, Suspense, useDeferredValue } from 'react';
import { useGently } from '../../lib/gently.tsx';
import { LoadError } from '../../lib/load-error.tsx';
import type { Sheet } from '../../lib/order-matrix/use-sheet.ts';
import type { Found, FoundRow } from './found.ts';
import type { View } from './goods-search.ts';
import { ProductCard } from './product-card.tsx';
import { ProductRow } from './product-row.tsx';

const ProductMatrixCard = lazy(() =>
  import('./product-matrix-card.tsx').then((module) => ({ default: module.ProductMatrixCard })),
);

const grid = 'grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-4 lg:gap-4';
/** As many pictures as the first screen of a desk holds are fetched at once. */
const EAGER = 4;
/** The first screen of a phone is drawn at once; what stands below it follows in steps between which a touch is answered. */
const AT_ONCE = 4;

type FoundQuery = Pick<UseTRPCQueryResult<Found, unknown>, 'data' | 'error' | 'refetch' | 'isPlaceholderData'>;

/** The page of goods that was found, as pictures, as lines, or as tables to order from. */
export const GoodsResults = ({
  found,
  view,
  sheet,
  empty,
}: {
  found: FoundQuery;
  view: View;
  sheet: Sheet;
  empty: ReactNode;
}) => {
  // Drawn in steps also when the answer comes to a page that stands already.
  const data = useDeferredValue(found.data);
  if (found.error && !found.data) return <LoadError error={found.error} onRetry={() => void found.refetch()} />;
  if (!data) return view === 'grid' ? <CardSkeletons /> : <RowSkeletons />;
  const { rows } = data;
  if (rows.length === 0) return empty;
  const stale = cx('transition-opacity', found.isPlaceholderData && 'opacity-60');
  if (view === 'grid')
    return (
      <ul aria-busy={found.isPlaceholderData} className={cx(grid, stale)}>
        <Cards rows={rows} />
      </ul>
    );
  if (view === 'list')
    return (
      <ul
        aria-busy={found.isPlaceholderData}
        className={cx('divide-y divide-line overflow-hidden rounded-lg border border-line bg-surface', stale)}
      >
        <Rows rows={rows} />
      </ul>
    );
  return (
    <Suspense fallback={<RowSkeletons />}>
      <ul aria-busy={found.isPlaceholderData} className={cx('flex flex-col gap-3', stale)}>
        {rows.map((row) => (
          <ProductMatrixCard key={row.id} row={row} sheet={sheet} />
        ))}
      </ul>
    </Suspense>
  );
};

const useStepwise = (rows: readonly FoundRow[]) => useGently(rows, rows.slice(0, AT_ONCE));

const Cards = ({ rows }: { rows: readonly FoundRow[] }) =>
  useStepwise(rows).map((row, at) => <ProductCard key={row.id} row={row} eager={at < EAGER} />);

const Rows = ({ rows }: { rows: readonly FoundRow[] }) =>
  useStepwise(rows).map((row) => <ProductRow key={row.id} row={row} />);

const CardSkeletons = () => (
  <div className={grid} aria-busy>
    {Array.from({ length: 8 }, (_, at) => (
      <div key={at} className="overflow-hidden rounded-lg border border-line bg-surface">
        <Skeleton className="aspect-square h-auto w-full rounded-none" />
        <div className="flex flex-col gap-2 p-3">
          <Skeleton className="h-10 w-full" />
          <Skeleton className="w-2/3" />
          <Skeleton className="h-9 w-24" />
        </div>
      </div>
    ))}
  </div>
);

const RowSkeletons = () => (
  <Card aria-busy className="divide-y divide-line">
    {Array.from({ length: 8 }, (_, at) => (
      <div key={at} className="flex items-center gap-3 px-4 py-2.5">
        <Skeleton className="size-16" />
        <div className="flex flex-1 flex-col gap-2">
          <Skeleton className="w-1/2" />
          <Skeleton className="w-1/3" />
        </div>
      </div>
    ))}
  </Card>
);
