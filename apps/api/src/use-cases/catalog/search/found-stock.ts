import type { FoundSku } from '@tradeline/db/stores';
import type { StockDisplay } from '@tradeline/domain/catalog';
import { type ShownStock, showStock } from '@tradeline/domain/inventory';
import type { Day } from '@tradeline/domain/kernel';

type OnShelf = Pick<FoundSku, 'available' | 'minQuantity' | 'expectedOn'>;

const ORDER = ['in', 'low', 'expected', 'out'] as const;

export const stockOfSku = (sku: OnShelf, display: StockDisplay): ShownStock =>
  showStock(
    {
      available: sku.available,
      least: sku.minQuantity,
      ...(sku.expectedOn === null ? {} : { expectedOn: sku.expectedOn as Day }),
    },
    display,
  );

/** Of a product: the best that can be said of any of its SKUs; the number, where it is told, is of all of them. */
export const stockOfProduct = (skus: readonly OnShelf[], display: StockDisplay): ShownStock => {
  const told = skus
    .map((sku) => stockOfSku(sku, display))
    .sort(
      (a, b) =>
        ORDER.indexOf(a.state) - ORDER.indexOf(b.state) || ((a.expectedOn ?? '') < (b.expectedOn ?? '') ? -1 : 1),
    );
  const best = told[0] ?? { state: 'out' as const };
  return best.available === undefined
    ? best
    : { ...best, available: told.reduce((sum, one) => sum + (one.available ?? 0), 0) };
};
