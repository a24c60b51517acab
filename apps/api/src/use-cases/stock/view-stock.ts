import { type StockFilter, type StockSort, stockListStore, stockStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Staff } from '../../trpc/context.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { goodsMeant } from '../catalog/search/goods-meant.ts';
import { may } from '../customer/seen-by.ts';

export type StockWish = Pick<StockFilter, 'warehouseId' | 'state'> & { text?: string | undefined };

export const listStock = async (
  deps: Pick<Deps, 'db' | 'search'>,
  { text, ...wish }: StockWish,
  sort: StockSort,
  page: { page: number; size: number },
) => stockListStore.page(deps.db, { ...wish, ...(await goodsMeant(deps, text)) }, sort, page);

/** Everything behind the stock of one SKU: its balances, who holds what, what is to come. */
export const viewSku = async ({ db }: Pick<Deps, 'db'>, staff: Staff, skuId: string) => {
  const [goods, balances, holders, receipts] = await Promise.all([
    stockListStore.goods(db, skuId),
    stockStore.balancesOf(db, [skuId]),
    stockListStore.holders(db, skuId),
    stockListStore.receipts(db, skuId),
  ]);
  if (!goods) return err({ kind: 'sku-not-found', skuId }) satisfies Result<never, Refusal>;
  // Who may not read orders learns how much is held, not by whom.
  const named = may(staff, 'order.read');
  return ok({
    ...goods,
    balances,
    holders: holders.map((holder) => (named ? holder : { ...holder, companyName: null })),
    receipts,
  });
};
