import type { Tx } from '@tradeline/db';
import { type CountedLot, type CountLine, lotsAt, lotsOfGoods, type NamedLot, stockStore } from '@tradeline/db/stores';

export type FoundLot = { code: string; expiresOn: string | null; counted: number };

/** What was found beside what the books say in this moment; a lot that nobody found was counted as none. */
export const countedLots = async (
  tx: Tx,
  warehouseId: string,
  skuId: string,
  found: readonly FoundLot[],
): Promise<CountedLot[]> => {
  await stockStore.take(tx, [{ skuId, warehouseId }]);
  const goods = (await lotsOfGoods(tx, [skuId])).get(skuId);
  const known = goods ? lotsAt(goods, warehouseId).filter(({ onHand }) => onHand > 0) : [];
  const bookOf = (code: string) => known.find((lot) => lot.code === code)?.onHand ?? 0;
  return [
    ...found.map((lot) => ({ ...lot, book: bookOf(lot.code) })),
    ...known
      .filter(({ code }) => found.every((lot) => lot.code !== code))
      .map(({ code, expiresOn, onHand }) => ({ code, expiresOn, counted: 0, book: onHand })),
  ];
};

/** What a counted shelf says of its lots, as far as it is other than in the books. */
export const lotChanges = ({ lots }: CountLine): NamedLot[] | null =>
  lots
    ?.map(({ code, expiresOn, counted, book }) => ({ code, expiresOn, quantity: counted - book }))
    .filter(({ quantity }) => quantity !== 0) ?? null;
