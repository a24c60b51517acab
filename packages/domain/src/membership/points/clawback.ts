import type { Day } from '../../kernel/index.ts';
import { invariant } from '../../kernel/index.ts';
import { divideHalfUp, type Minor, minor, parseRatio } from '../../money/index.ts';
import type { PointsAccount } from './events.ts';

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

/** How many points of a clawback the account cannot give now: the order's own lots, then what is usable. */
export const missingForClawback = (account: PointsAccount, order: string, points: number, today: Day): number => {
  const own = account.lots.filter((lot) => lot.order === order);
  const usable = account.lots.filter((lot) => lot.order !== order && lot.availableOn <= today);
  return Math.max(0, points - [...own, ...usable].reduce((sum, lot) => sum + lot.left, 0));
};

/**
 * Instead of debt: what the refund is reduced by for missing points, and how many points that settles. Never more than the
 * refund; points that it does not reach stay debt.
 */
export const settleInMoney = (
  missing: number,
  valuePerPoint: string,
  refund: Minor,
): { readonly refund: Minor; readonly settled: number } => {
  const value = parseRatio(valuePerPoint);
  invariant(value !== undefined && value.n > 0, `not the worth of a point: ${valuePerPoint}`);
  const reachable = (BigInt(refund) * BigInt(value.d)) / BigInt(value.n);
  const settled = reachable < BigInt(missing) ? Number(reachable) : missing;
  const taken = Number((BigInt(settled) * BigInt(value.n)) / BigInt(value.d));
  return { refund: minor(refund - taken), settled };
};
