import { newId, type Tx, transact } from '@tradeline/db';
import { type OrderScope, orderStore, reservationStore, type SentParcel } from '@tradeline/db/stores';
import { carrierCodeOf } from '@tradeline/domain/fulfilment';
import { err, invariant, ok, type Result } from '@tradeline/domain/kernel';
import type { LineQuantity } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from './actor.ts';
import { partsOf } from './carry-out.ts';
import { checkParcelLots } from './parcel-lots.ts';
import { type Moved, takeStep } from './run-command.ts';

type Target = {
  scope: OrderScope;
  orderId: string;
  expectedVersion: number;
  /** The warehouse the parcel leaves; without it, the one that holds most of the picked goods. */
  warehouseId?: string | undefined;
};
type Contents = {
  /** Left out: everything picked in that warehouse. */
  lines?: LineQuantity[] | undefined;
};
/** What stands on the parcel itself; a carrier that can be asked after is known by its name. */
export type PackedParcel = Omit<SentParcel, 'carrierCode'> & { lines: LineQuantity[] };
export type ShipRequest = Target & Contents & Pick<SentParcel, 'carrier' | 'trackingNumber'>;

/** Sends one parcel from one warehouse. Goods picked elsewhere stay picked, for a parcel of their own. */
export const shipOrder = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { carrier, trackingNumber, ...request }: ShipRequest,
): Promise<Result<Moved, Refusal>> =>
  transact<Moved, Refusal>(db, (tx) => sendParcel(tx, actor, request, { carrier, trackingNumber }));

/** Sends an order in several parcels at once: all of them leave, or none does. */
export const shipParcels = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  request: Target & { parcels: readonly PackedParcel[] },
): Promise<Result<Moved, Refusal>> =>
  transact<Moved, Refusal>(db, async (tx) => {
    let moved: Moved | undefined;
    for (const { lines, ...parcel } of request.parcels) {
      const expectedVersion: number = moved?.version ?? request.expectedVersion;
      const sent = await sendParcel(tx, actor, { ...request, expectedVersion, lines }, parcel);
      if (!sent.ok) return sent;
      moved = sent.value;
    }
    invariant(moved, 'an order is sent in at least one parcel');
    return ok(moved);
  });

const sendParcel = async (
  tx: Tx,
  actor: Actor,
  request: Target & Contents,
  parcel: Omit<SentParcel, 'carrierCode'>,
): Promise<Result<Moved, Refusal>> => {
  const order = await orderStore.lock(tx, request.scope, request.orderId);
  if (!order) return err({ kind: 'order-not-found' });
  const allocated = (await reservationStore.held(tx, order.id)).filter((h) => h.state === 'allocated');
  const warehouseId = request.warehouseId ?? fullest(allocated);
  const there = allocated.filter((h) => h.warehouseId === warehouseId);
  const units = new Map<string, number>();
  for (const { orderLineId, quantity } of there) units.set(orderLineId, (units.get(orderLineId) ?? 0) + quantity);
  const over = request.lines?.find((line) => line.quantity > (units.get(line.lineId) ?? 0));
  if (over)
    return err({ kind: 'over-quantity', lineId: over.lineId, asked: over.quantity, most: units.get(over.lineId) ?? 0 });
  const lines = request.lines ?? [...units].map(([lineId, quantity]) => ({ lineId, quantity }));
  const sendable = await checkParcelLots(tx, partsOf(there, 'allocated', lines));
  if (!sendable.ok) return sendable;
  return takeStep(tx, actor, {
    scope: request.scope,
    orderId: request.orderId,
    command: {
      action: 'ship',
      shipmentId: newId(),
      expectedVersion: request.expectedVersion,
      lines,
      checks: { credit: true },
    },
    parcel: { ...parcel, carrierCode: carrierCodeOf(parcel.carrier) ?? null, warehouseId: warehouseId ?? '' },
  });
};

const fullest = (held: { warehouseId: string; quantity: number }[]): string | undefined => {
  const units = new Map<string, number>();
  for (const { warehouseId, quantity } of held) units.set(warehouseId, (units.get(warehouseId) ?? 0) + quantity);
  return [...units].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))[0]?.[0];
};
