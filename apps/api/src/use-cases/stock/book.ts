import type { Tx } from '@tradeline/db';
import { type Movement, outboxStore, type StockKey, stockStore } from '@tradeline/db/stores';
import { type Balances, book } from '@tradeline/domain/inventory';
import { err, invariant, ok, type Result } from '@tradeline/domain/kernel';
import type { Refusal } from '../../trpc/refusal-codes.ts';

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
  movements: readonly Movement[],
  itemOf: (skuId: string) => string,
): Promise<Result<void, Refusal>> => {
  const keys = movements.flatMap(endsOf);
  await stockStore.open(tx, keys);
  let balances: Balances = {};
  for (const { skuId, warehouseId, ...balance } of await stockStore.take(tx, keys))
    balances = { ...balances, [skuId]: { ...balances[skuId], [warehouseId]: balance } };
  for (const [index, movement] of movements.entries()) {
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
  invariant(await stockStore.move(tx, movements), 'what the domain takes, the database takes');
  return ok(undefined);
};

/** Tells the screens, in the transaction of the change, that stock or a document about it is other than before. */
export const announce = (tx: Tx, type: `stock.${string}`, id: string): Promise<void> =>
  outboxStore.add(tx, { type, aggregateType: 'stock', aggregateId: id, payload: {} });
