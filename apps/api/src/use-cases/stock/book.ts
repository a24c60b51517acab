import type { Tx } from '@tradeline/db';
import {
  type LotsOfGoods,
  lotPartsOf,
  lotsOfGoods,
  type Movement,
  type NamedLot,
  openLot,
  type StockKey,
  stockStore,
} from '@tradeline/db/stores';
import { type Balances, book, type LotPart, type LotProblem } from '@tradeline/domain/inventory';
import { type Day, err, invariant, ok, type Result } from '@tradeline/domain/kernel';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import { setAsideEnded } from './ended-lots.ts';

/** An entry of a document, with its lots as somebody named them: their quantities have the entry's sign. */
export type Booking = Movement & { named?: readonly NamedLot[] | null | undefined };

const endsOf = ({ skuId, warehouseId, counterpart }: Movement): StockKey[] => [
  { skuId, warehouseId },
  ...(counterpart ? [{ skuId, warehouseId: counterpart }] : []),
];

/**
 * Books entries of staff, all or none. The balances are taken under lock, the domain says which entry they cannot take
 * and why, and the store's own guard stands behind it.
 */
export const bookEntries = async (
  tx: Tx,
  bookings: readonly Booking[],
  itemOf: (skuId: string) => string,
): Promise<Result<void, Refusal>> => {
  const keys = bookings.flatMap(endsOf);
  await stockStore.open(tx, keys);
  let balances: Balances = {};
  for (const { skuId, warehouseId, ...balance } of await stockStore.take(tx, keys))
    balances = { ...balances, [skuId]: { ...balances[skuId], [warehouseId]: balance } };
  for (const [index, movement] of bookings.entries()) {
    const booked = book(balances, { ...movement, id: String(index) });
    if (!booked.ok)
      return err({
        kind: 'stock-refused',
        skuId: movement.skuId,
        itemNumber: itemOf(movement.skuId),
        why: booked.error,
      });
    balances = booked.value;
  }
  const goods = await lotsOfGoods(tx, [...new Set(bookings.map(({ skuId }) => skuId))]);
  const movements: Movement[] = [];
  for (const { named, ...movement } of bookings) {
    const own = goods.get(movement.skuId);
    const lots = own && named ? await lotsMeant(tx, own, movement, named) : ok(undefined);
    if (!lots.ok)
      return err({ kind: 'lot-refused', skuId: movement.skuId, itemNumber: itemOf(movement.skuId), why: lots.error });
    movements.push({ ...movement, lots: lots.value });
  }
  invariant(await stockStore.move(tx, movements), 'what the domain takes, the database takes');
  if (goods.size > 0) await setAsideEnded(tx, keys);
  return ok(undefined);
};

/** The lots that were named, those that are new among them; or why they cannot be moved so. */
const lotsMeant = async (
  tx: Tx,
  goods: LotsOfGoods,
  movement: Movement,
  named: readonly NamedLot[],
): Promise<Result<readonly LotPart[], LotProblem>> => {
  const lots: LotPart[] = [];
  for (const { code, expiresOn, quantity } of named) {
    const lot = await openLot(tx, goods, { skuId: movement.skuId, code, expiresOn: expiresOn as Day | null });
    if (!lot.ok) return lot;
    lots.push({ lotId: lot.value, quantity });
  }
  return lotPartsOf(goods, { ...movement, lots }, '');
};
