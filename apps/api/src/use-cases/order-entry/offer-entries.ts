import type { Tx } from '@tradeline/db';
import { type EntryGoods, priceStore, transactionTime } from '@tradeline/db/stores';
import type { Visitor } from '../../trpc/context.ts';
import { type MyPrice, myPrice } from '../catalog/price-view.ts';
import { type ToldStock, toldStock } from '../catalog/told-stock.ts';
import { audienceOf } from '../pricing/quote-facts.ts';

/** Goods a written line may mean, as this buyer may know them. Without `stock` and `price` they cannot be had. */
export type OfferedEntry = Omit<EntryGoods, 'codes' | 'offered'> & {
  offered: boolean;
  stock?: ToldStock;
  price?: MyPrice;
};

export const offerEntries = async (tx: Tx, visitor: Visitor, goods: readonly EntryGoods[]): Promise<OfferedEntry[]> => {
  const offered = goods.filter((each) => each.offered);
  if (offered.length === 0) return goods.map(({ codes: _, ...each }) => each);
  const stockOf = await toldStock(tx, visitor, offered);
  const entries = visitor.seesPrices
    ? Map.groupBy(
        await priceStore.candidates(
          tx,
          offered.map(({ id }) => id),
          audienceOf(visitor),
        ),
        (entry) => entry.skuId as string,
      )
    : undefined;
  const now = await transactionTime(tx);
  return goods.map(({ codes: _, ...each }) => {
    if (!each.offered) return each;
    const price = entries && myPrice(each, entries.get(each.id) ?? [], visitor, now);
    return { ...each, stock: stockOf(each.id), ...(price ? { price } : {}) };
  });
};
