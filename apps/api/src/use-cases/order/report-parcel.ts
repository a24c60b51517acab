import { type Tx, transact } from '@tradeline/db';
import { type OrderScope, orderStore, shipmentStore } from '@tradeline/db/stores';
import { err, ok, type Result } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from './actor.ts';
import { type Moved, takeStep } from './run-command.ts';

export type ParcelReported = {
  scope: OrderScope;
  orderId: string;
  shipmentId: string;
  action: 'scan' | 'deliver';
  comment?: string | undefined;
};

/** Where a parcel stands of which this can be said no more. */
const beyond = { scan: ['in-transit', 'delivered'], deliver: ['delivered'] } as const;

/**
 * Somebody says what became of a parcel. It is true of the parcel whatever else happened to the order since it was looked
 * at; and when the carrier, the customer or a colleague has just said the same, it is done.
 */
export const reportParcel = (
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  told: ParcelReported,
): Promise<Result<Moved, Refusal>> => transact<Moved, Refusal>(db, (tx) => report(tx, actor, told));

const report = async (
  tx: Tx,
  actor: Actor,
  { scope, orderId, shipmentId, action, comment }: ParcelReported,
): Promise<Result<Moved, Refusal>> => {
  const order = await orderStore.lock(tx, scope, orderId);
  if (!order) return err({ kind: 'order-not-found' });
  const parcel = (await shipmentStore.ofOrder(tx, orderId)).find(({ id }) => id === shipmentId);
  const { id, number, version, approval, displayStatus } = order;
  if (parcel && beyond[action].some((state) => state === parcel.state))
    return ok({ id, number, version, approval, displayStatus });
  return takeStep(tx, actor, { scope, orderId, command: { action, shipmentId, comment } });
};
