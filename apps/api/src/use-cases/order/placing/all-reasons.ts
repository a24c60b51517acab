import { err, type Result } from '@tradeline/domain/kernel';
import type { Refusal } from '../../../trpc/refusal-codes.ts';

/** Everything that stands against an order in one answer; a single reason stands for itself. */
export const allReasons = (reasons: readonly [Refusal, ...Refusal[]]): Result<never, Refusal> =>
  err(reasons.length === 1 ? reasons[0] : { kind: 'order-refused', reasons });

/** Whether there is a reason at all. */
export const isRefused = (reasons: readonly Refusal[]): reasons is readonly [Refusal, ...Refusal[]] =>
  reasons.length > 0;
