import { err, type Result } from '@tradeline/domain/kernel';
import type { Reason, Refusal } from '../../../trpc/refusal-codes.ts';

/** Everything that stands against an order in one answer; a single reason stands for itself. */
export const allReasons = (reasons: readonly [Reason, ...Reason[]]): Result<never, Refusal> =>
  err(reasons.length === 1 ? reasons[0] : { kind: 'order-refused', reasons });

/** Whether there is a reason at all. */
export const isRefused = <One extends Reason>(reasons: readonly One[]): reasons is readonly [One, ...One[]] =>
  reasons.length > 0;
