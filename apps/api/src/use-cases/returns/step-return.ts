import { type Tx, transact } from '@tradeline/db';
import { type OrderScope, returnLists } from '@tradeline/db/stores';
import { err, type Result } from '@tradeline/domain/kernel';
import type { OrderCommand } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Refusal } from '../../trpc/refusal-codes.ts';
import type { Actor } from '../order/actor.ts';
import type { Returning } from '../order/returning/open-return.ts';
import { type Moved, takeStep } from '../order/run-command.ts';

export type ReturnTarget = { scope: OrderScope; returnId: string; expectedVersion: number };

/** Answers with what is done within the order a return belongs to; somebody else's return is not there. */
export const inOrderOf = <Value>(
  { db }: Pick<Deps, 'db'>,
  { scope, returnId }: Pick<ReturnTarget, 'scope' | 'returnId'>,
  act: (tx: Tx, orderId: string) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal>> =>
  transact<Value, Refusal>(db, async (tx) => {
    const orderId = await returnLists.orderOf(tx, scope, returnId);
    return orderId ? act(tx, orderId) : err({ kind: 'return-not-found' });
  });

/** A step of a return that only says something: agreed, refused, withdrawn, on its way. */
export const stepReturn = (
  deps: Pick<Deps, 'db'>,
  actor: Actor,
  { scope, returnId, expectedVersion }: ReturnTarget,
  action: 'approve-return' | 'reject-return' | 'cancel-return' | 'send-back',
  { comment, change }: { comment?: string | undefined } & Pick<Returning, 'change'> = {},
): Promise<Result<Moved, Refusal>> =>
  inOrderOf(deps, { scope, returnId }, (tx, orderId) => {
    const command: OrderCommand = { action, returnId, expectedVersion, comment };
    return takeStep(tx, actor, { scope, orderId, command, returning: { change } });
  });
