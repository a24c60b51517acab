import { Skeleton } from '@tradeline/ui';
import type { OptionAxis } from '../goods.ts';
import { useText } from '../i18n.tsx';
import { LoadError } from '../load-error.tsx';
import { trpc } from '../trpc.ts';
import { OrderMatrix } from './order-matrix.tsx';
import type { Sheet } from './use-sheet.ts';

export type MatrixProduct = { id: string; axes: readonly OptionAxis[]; skuCount: number };

/** The variants of a product to be ordered together, fetched when they are shown. */
export const ProductMatrix = ({ product, name, sheet }: { product: MatrixProduct; name: string; sheet: Sheet }) => {
  const t = useText();
  const skus = trpc.catalog.matrix.useQuery({ productId: product.id });
  if (skus.error && !skus.data) return <LoadError error={skus.error} onRetry={() => void skus.refetch()} />;
  if (!skus.data)
    return (
      <div aria-busy role="status" aria-label={t.loading()} className="flex flex-col gap-2.5">
        {Array.from({ length: Math.min(6, product.skuCount) }, (_, at) => (
          <Skeleton key={at} className="h-9 w-full" />
        ))}
      </div>
    );
  return <OrderMatrix name={name} axes={product.axes} skus={skus.data} sheet={sheet} />;
};
