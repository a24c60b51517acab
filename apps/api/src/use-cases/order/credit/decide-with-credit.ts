import type { Tx } from '@tradeline/db';
import type { OrderRow } from '@tradeline/db/stores';
import { err, type Result } from '@tradeline/domain/kernel';
import { minor } from '@tradeline/domain/money';
import type { Denial, OrderCommand, Step } from '@tradeline/domain/order';
import type { Refusal } from '../../../trpc/refusal-codes.ts';
import { creditAgain } from './credit-again.ts';

/**
 * Decides a step that credit has a say in (the approval, and every parcel) by what credit says at this moment, whatever the
 * caller thought: last, and only where nothing else stands against it. A refusal brings every reason and the ways out.
 */
export const decideWithCredit = async (
  tx: Tx,
  order: OrderRow,
  command: OrderCommand,
  decide: (command: OrderCommand) => Result<Step, Denial>,
  look: 'lock' | 'look' = 'lock',
): Promise<Result<Step, Refusal>> => {
  if (command.action !== 'approve' && command.action !== 'ship') return decide(command);
  const without = decide({ ...command, checks: { credit: false } });
  if (without.ok || without.error.kind !== 'credit-blocked') return without;
  const credit = await creditAgain(tx, order, look);
  if (credit.ok) return decide({ ...command, checks: { credit: true } });
  const { reasons, available, waysOut } = credit.error;
  return err({ kind: 'terms-blocked', reasons, available: minor(available), waysOut });
};
