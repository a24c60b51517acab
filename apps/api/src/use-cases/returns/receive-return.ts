import { orderStore, returnStore, stockStore } from '@tradeline/db/stores';
import { err, type Result } from '@tradeline/domain/kernel';
import type { Inspected, LineQuantity } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from '../order/actor.ts';
import { type Moved, takeStep } from '../order/run-command.ts';
import { inOrderOf, type ReturnTarget } from './step-return.ts';

type Notes = readonly { orderLineId: string; note: string }[];

/**
 * Counts what came through the door. A parcel that came without a word is first noted as sent back: both steps stand in the
 * history, in one transaction.
 */
export const receiveReturn = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { scope, returnId, expectedVersion }: ReturnTarget,
  { warehouseId, lines, notes }: { warehouseId: string; lines: readonly LineQuantity[]; notes: Notes },
): Promise<Result<Moved, Refusal>> =>
  inOrderOf(deps, { scope, returnId }, async (tx, orderId) => {
    const known = await stockStore.warehouses(tx);
    if (!known.some(({ id }) => id === warehouseId)) return err({ kind: 'warehouse-not-found' });
    await orderStore.lock(tx, scope, orderId);
    const found = (await returnStore.ofOrder(tx, orderId)).find(({ id }) => id === returnId);
    let version = expectedVersion;
    if (found?.state === 'approved') {
      const command = { action: 'send-back' as const, returnId, expectedVersion };
      const sent = await takeStep(tx, actor, { scope, orderId, command });
      if (!sent.ok) return sent;
      version = sent.value.version;
    }
    return takeStep(tx, actor, {
      scope,
      orderId,
      command: { action: 'receive-return', returnId, expectedVersion: version, lines },
      returning: { change: { warehouseId }, notes },
    });
  });

/** Says of each unit whether it is good or damaged; what was counted and is neither is missing, and was never here. */
export const inspectReturn = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { scope, returnId, expectedVersion }: ReturnTarget,
  { inspected, notes }: { inspected: readonly Inspected[]; notes: Notes },
): Promise<Result<Moved, Refusal>> =>
  inOrderOf(deps, { scope, returnId }, (tx, orderId) =>
    takeStep(tx, actor, {
      scope,
      orderId,
      command: { action: 'inspect-return', returnId, expectedVersion, inspected },
      returning: { notes },
    }),
  );
