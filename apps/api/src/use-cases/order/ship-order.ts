import { newId, transact } from '@tradeline/db';
import { type OrderScope, orderStore, stockStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { LineQuantity } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from './actor.ts';
import { type Moved, runCommand } from './run-command.ts';

export type ShipRequest = {
  scope: OrderScope;
  orderId: string;
  expectedVersion: number;
  carrier: string;
  trackingNumber: string | null;
  /** The warehouse the parcel leaves; without it, the one that holds most of the picked goods. */
  warehouseId?: string | undefined;
  /** Left out: everything picked in that warehouse. */
  lines?: LineQuantity[] | undefined;
};

/** Sends one parcel from one warehouse. Goods picked elsewhere stay picked, for a parcel of their own. */
export const shipOrder = async (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  request: ShipRequest,
): Promise<Result<Moved, Refusal>> => {
  const held = await transact<Awaited<ReturnType<typeof stockStore.held>>, Refusal>(deps.db, async (tx) => {
    const order = await orderStore.find(tx, request.scope, request.orderId);
    return order ? ok(await stockStore.held(tx, order.id)) : err({ kind: 'order-not-found' });
  });
  if (!held.ok) return held;
  const allocated = held.value.filter((h) => h.state === 'allocated');
  const warehouseId = request.warehouseId ?? fullest(allocated);
  const there = allocated.filter((h) => h.warehouseId === warehouseId);
  const units = new Map<string, number>();
  for (const { orderLineId, quantity } of there) units.set(orderLineId, (units.get(orderLineId) ?? 0) + quantity);
  const over = request.lines?.find((line) => line.quantity > (units.get(line.lineId) ?? 0));
  if (over)
    return err({ kind: 'over-quantity', lineId: over.lineId, asked: over.quantity, most: units.get(over.lineId) ?? 0 });
  const lines = request.lines ?? [...units].map(([lineId, quantity]) => ({ lineId, quantity }));
  return runCommand(deps, actor, {
    scope: request.scope,
    orderId: request.orderId,
    command: {
      action: 'ship',
      shipmentId: newId(),
      expectedVersion: request.expectedVersion,
      lines,
      checks: { credit: true },
    },
    parcel: { carrier: request.carrier, trackingNumber: request.trackingNumber, warehouseId: warehouseId ?? '' },
  });
};

const fullest = (held: { warehouseId: string; quantity: number }[]): string | undefined => {
  const units = new Map<string, number>();
  for (const { warehouseId, quantity } of held) units.set(warehouseId, (units.get(warehouseId) ?? 0) + quantity);
  return [...units].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
};
