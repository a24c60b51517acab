import type { InferInsertModel } from 'drizzle-orm';
import type { putBacks, stock } from '../schema/index.ts';
import { at, HOUR } from './clock.ts';
import { idsFrom } from './ids.ts';
import type { TradeRows } from './trade/rows.ts';
import type { EntryRow } from './trade/stock-book.ts';

type Balance = InferInsertModel<typeof stock>;
export type PutBackLife = {
  readonly rows: InferInsertModel<typeof putBacks>[];
  /** The balances with these goods set aside, and the entries that did it. */
  readonly balances: Balance[];
  readonly entries: EntryRow[];
};
const ROWS = 3;

/** Goods that lay picked for orders that were cancelled of late: they wait beside the shelf. Not of goods that lots are kept of. */
export const buildPutBacks = (
  seed: number,
  now: number,
  {
    orders,
    orderLines,
    orderEvents,
    reservations,
  }: Pick<TradeRows, 'orders' | 'orderLines' | 'orderEvents' | 'reservations'>,
  balances: readonly Balance[],
  byLot: ReadonlySet<string>,
): PutBackLife => {
  const ids = idsFrom(seed, 'put-backs');
  const free = (skuId: string, warehouseId: string): number => {
    const of = balances.find((row) => row.skuId === skuId && row.warehouseId === warehouseId);
    return (of?.onHand ?? 0) - (of?.reserved ?? 0) - (of?.allocated ?? 0);
  };
  const cancelled = new Map(
    orderEvents.filter(({ action }) => action === 'cancel').map((event) => [event.orderId, event] as const),
  );
  // What was given up holds nothing any more: how much it was, the line of the order says.
  const ordered = new Map(orderLines.map(({ id, quantity }) => [id, quantity]));
  const given = reservations
    .map((held) => ({ ...held, quantity: ordered.get(held.orderLineId) ?? 0 }))
    .filter(({ orderId, skuId, warehouseId, quantity }) => {
      const fits = !byLot.has(skuId) && free(skuId, warehouseId) >= quantity;
      return fits && cancelled.has(orderId) && orders.some(({ id }) => id === orderId);
    })
    .toSorted((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1) || (a.id < b.id ? -1 : 1))
    .filter((one, index, all) => all.findIndex(({ skuId }) => skuId === one.skuId) === index)
    .slice(0, ROWS);
  const since = (index: number) => at(now - (index + 1) * HOUR);
  return {
    rows: given.map(({ orderId, skuId, warehouseId, quantity }, index) => ({
      ...{ id: ids(now), orderId, skuId, warehouseId, units: quantity, createdAt: since(index) },
    })),
    balances: balances.map((row) => {
      const units =
        given.find(({ skuId, warehouseId }) => skuId === row.skuId && warehouseId === row.warehouseId)?.quantity ?? 0;
      return { ...row, onHand: (row.onHand ?? 0) - units, quarantine: (row.quarantine ?? 0) + units };
    }),
    entries: given.map(({ orderId, skuId, warehouseId, quantity }, index) => ({
      ...{ skuId, warehouseId, kind: 'quarantine', onHand: -quantity, reserved: 0, allocated: 0, quarantine: quantity },
      ...{ inTransitIn: 0, inTransitOut: 0, counterpart: null, causeType: 'order-step' },
      ...{ causeId: `${orderId}:${cancelled.get(orderId)?.version}`, actor: 'system', at: since(index) },
      reason: orders.find(({ id }) => id === orderId)?.number ?? null,
    })),
  };
};
