import { invariant } from '../../kernel/index.ts';
import { divideHalfUp } from '../../money/index.ts';

export type ClawbackInput = {
  /** What was paid for the goods that earned the points. */
  readonly paid: number;
  readonly earned: number;
  /** Refunded now, and by all refunds before. */
  readonly refunded: number;
  readonly refundedBefore?: number | undefined;
};

/**
 * Points that a refund takes back. Computed on the sum of all refunds and then as a difference, so that refunds in any steps
 * together take exactly what was earned once everything is refunded, and never more.
 */
export const clawback = ({ paid, earned, refunded, refundedBefore = 0 }: ClawbackInput): number => {
  invariant(refunded >= 0 && refundedBefore >= 0 && earned >= 0, 'refunds and points are not negative');
  if (paid <= 0) return 0;
  const due = (sum: number): number => Number(divideHalfUp(BigInt(earned) * BigInt(Math.min(sum, paid)), BigInt(paid)));
  return due(refundedBefore + refunded) - due(refundedBefore);
};
