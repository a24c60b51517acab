import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import type { Tx } from '../client.ts';
import { newId } from '../ids.ts';
import { reservations } from '../schema/index.ts';
import { insertMany } from './insert-many.ts';
import type { StockKey } from './stock.ts';

export type Held = StockKey & { id: string; orderLineId: string; quantity: number; picked: number; state: string };

/** What of a warehouse's goods is promised to which line of which order. */
export const reservationStore = {
  hold: async (
    tx: Tx,
    orderId: string,
    parts: (StockKey & { orderLineId: string; quantity: number })[],
  ): Promise<void> => {
    await insertMany(
      tx,
      reservations,
      parts.map((part) => ({ id: newId(), orderId, ...part })),
    );
  },

  /** What an order holds, in the lock order. */
  held: (tx: Tx, orderId: string): Promise<Held[]> =>
    tx
      .select({
        id: reservations.id,
        orderLineId: reservations.orderLineId,
        skuId: reservations.skuId,
        warehouseId: reservations.warehouseId,
        quantity: reservations.quantity,
        picked: reservations.picked,
        state: reservations.state,
      })
      .from(reservations)
      .where(and(eq(reservations.orderId, orderId), inArray(reservations.state, ['reserved', 'allocated'])))
      .orderBy(asc(reservations.skuId), asc(reservations.warehouseId), asc(reservations.id)),

  /** Lowers a reservation by some units; at 0 it ends as `shipped` or `released`. */
  lower: async (tx: Tx, id: string, units: number, end: 'shipped' | 'released'): Promise<void> => {
    await tx
      .update(reservations)
      .set({
        quantity: sql`${reservations.quantity} - ${units}`,
        // What goes is taken of what lies picked; what is given up, of what does not.
        picked: sql`least(greatest(0, ${reservations.picked} - ${end === 'shipped' ? units : 0}), ${reservations.quantity} - ${units})`,
        state: sql`case when ${reservations.quantity} = ${units} then ${end} else ${reservations.state} end`,
      })
      .where(eq(reservations.id, id));
  },

  /** What an order held of which goods is reckoned anew: its rows go, the ledger keeps what happened. */
  forget: async (tx: Tx, orderId: string): Promise<void> => {
    await tx.delete(reservations).where(eq(reservations.orderId, orderId));
  },

  setState: async (tx: Tx, ids: string[], state: 'reserved' | 'allocated'): Promise<void> => {
    if (ids.length > 0) await tx.update(reservations).set({ state }).where(inArray(reservations.id, ids));
  },
};
