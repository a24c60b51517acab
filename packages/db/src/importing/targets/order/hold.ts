import type { LineQuantity } from '@tradeline/domain/order';
import { and, inArray, sql } from 'drizzle-orm';
import { newId } from '../../../ids.ts';
import { reservations, stock, stockEntries } from '../../../schema/index.ts';
import { insertAll } from '../insert.ts';
import { importer } from '../stock.ts';
import type { WriteContext } from '../target.ts';

export type Hold = { orderId: string; orderLineId: string; skuId: string; warehouseId: string; quantity: number };
type OpenOrder = { warehouseId: string; lines: readonly { id: string; skuId: string; quantity: number }[] };

const at = (skuId: string, warehouseId: string): string => `${skuId}/${warehouseId}`;

/** What is free on the shelf now, counted down as one open order after the other is given its share. */
export const freeStock = async ({ tx }: WriteContext, orders: readonly OpenOrder[]) => {
  const skuIds = [...new Set(orders.flatMap(({ lines }) => lines.map((line) => line.skuId)))];
  const rows = await tx
    .select()
    .from(stock)
    .where(inArray(stock.skuId, skuIds))
    .orderBy(stock.skuId, stock.warehouseId)
    .for('update');
  const free = new Map(rows.map((row) => [at(row.skuId, row.warehouseId), row.onHand - row.reserved - row.allocated]));
  return {
    take: ({ warehouseId, lines }: OpenOrder): LineQuantity[] =>
      lines.flatMap(({ id, skuId, quantity }) => {
        const left = free.get(at(skuId, warehouseId)) ?? 0;
        const taken = Math.min(left, quantity);
        free.set(at(skuId, warehouseId), left - taken);
        return taken > 0 ? [{ lineId: id, quantity: taken }] : [];
      }),
  };
};

/** Moves `reserved` of many balances at once and writes the ledger. One entry of a kind stands for all lines of an order with one SKU. */
const move = async (context: WriteContext, kind: 'reserve' | 'release', holds: readonly Hold[]): Promise<void> => {
  const { tx, source, importId } = context;
  const sign = kind === 'reserve' ? 1 : -1;
  const perCause = Map.groupBy(holds, (hold) => `${hold.orderId}/${at(hold.skuId, hold.warehouseId)}`);
  const entries = [...perCause.values()].map((same) => ({
    ...same[0]!,
    quantity: same.reduce((units, hold) => units + hold.quantity, 0) * sign,
  }));
  for (const [, same] of Map.groupBy(entries, ({ skuId, warehouseId }) => at(skuId, warehouseId))) {
    const { skuId, warehouseId } = same[0]!;
    const units = same.reduce((sum, entry) => sum + entry.quantity, 0);
    await tx.execute(
      sql`update stock set reserved = reserved + ${units} where sku_id = ${skuId} and warehouse_id = ${warehouseId}`,
    );
  }
  await insertAll(
    tx,
    stockEntries,
    entries.map(({ orderId, skuId, warehouseId, quantity }) => ({
      skuId,
      warehouseId,
      kind,
      reserved: quantity,
      causeType: 'import',
      causeId: `${importId}:${orderId}`,
      actor: importer(source),
    })),
  );
};

/** Promises goods of the shelf to lines of imported open orders. */
export const hold = async (context: WriteContext, holds: readonly Hold[]): Promise<void> => {
  if (holds.length === 0) return;
  await insertAll(
    context.tx,
    reservations,
    holds.map((one) => ({ id: newId(), ...one })),
  );
  await move(context, 'reserve', holds);
};

/** Gives back what some orders hold, before they are written anew. */
export const releaseHolds = async (context: WriteContext, orderIds: readonly string[]): Promise<void> => {
  const held = await context.tx
    .delete(reservations)
    .where(and(inArray(reservations.orderId, [...orderIds]), inArray(reservations.state, ['reserved', 'allocated'])))
    .returning();
  if (held.length > 0) await move(context, 'release', held);
};
