import type { Tx } from '@tradeline/db';
import {
  catalogStore,
  type Page,
  type ProductCard,
  type ProductFilter,
  type ProductSort,
  type SkuFacts,
} from '@tradeline/db/stores';
import type { Deps } from '../../deps.ts';
import type { Visitor } from '../../trpc/context.ts';
import { viewerOf } from '../session/visitor.ts';
import { type MyPrice, myPrices } from './price-view.ts';
import { findGoods } from './search/find-goods.ts';
import { type ToldStock, toldStock } from './told-stock.ts';

/** What one SKU is to this buyer. `price` is absent where he has none or may not see it. */
export type OfferedSku = Omit<SkuFacts, 'productName' | 'productStatus' | 'status'> & {
  stock: ToldStock;
  price: MyPrice | undefined;
};
export type OfferedProduct = ProductCard & { skus: OfferedSku[] };

/** SKUs with my price and stock as I may know it; prices are not even computed for who may not see them. */
export const offer = async (tx: Tx, visitor: Visitor, skus: SkuFacts[]): Promise<OfferedSku[]> => {
  const active = skus.filter((sku) => sku.status === 'active');
  const stockOf = await toldStock(tx, visitor, active);
  const prices = visitor.seesPrices ? await myPrices(tx, visitor, active) : new Map<string, MyPrice>();
  return active.map(({ productName, productStatus, status, ...sku }) => ({
    ...sku,
    stock: stockOf(sku.id),
    price: prices.get(sku.id),
  }));
};

export const browse = async (
  { db, search }: Pick<Deps, 'db' | 'search'>,
  visitor: Visitor,
  { text, ...filter }: Omit<ProductFilter, 'status' | 'supplier' | 'ids'> & { text?: string | undefined },
  sort: ProductSort,
  page: Page,
): Promise<{ rows: OfferedProduct[]; total: number }> => {
  const words = text?.trim();
  const ids = words ? await findGoods({ search }, words, Number.POSITIVE_INFINITY) : undefined;
  const { rows, total } = await catalogStore.page(db, { ...filter, ids }, sort, page, viewerOf(visitor));
  const skus = await offer(
    db,
    visitor,
    await catalogStore.skusOfProducts(
      db,
      rows.map((row) => row.id),
    ),
  );
  const byProduct = Map.groupBy(skus, (sku) => sku.productId);
  return { rows: rows.map((row) => ({ ...row, skus: byProduct.get(row.id) ?? [] })), total };
};
