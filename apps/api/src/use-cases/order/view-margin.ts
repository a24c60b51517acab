import { type OrderLineRow, orderStore } from '@tradeline/db/stores';
import { type OrderMargin, orderMargin } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';

/** What the order leaves above what its goods cost today; what never leaves costs nothing. */
export const viewMargin = async (
  { db }: Pick<Deps, 'db'>,
  orderId: string,
  lines: readonly OrderLineRow[],
): Promise<OrderMargin> => {
  const costs = await orderStore.costs(db, orderId);
  return orderMargin(
    lines.map(({ id, quantity, cancelled, netAmount, taxAmount }) => ({
      lineId: id,
      units: quantity - cancelled,
      net: netAmount,
      tax: taxAmount,
      cost: costs.get(id) ?? null,
    })),
  );
};
