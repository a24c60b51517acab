import { invariant } from '../kernel/index.ts';
import { type Minor, minor, scale } from '../money/index.ts';

/** A line as it was paid: what its units cost together after every reduction. */
export type PaidLine = { readonly quantity: number; readonly paid: Minor };

/**
 * The refund for `units` more units of a line of which `returned` have come back already: R(returned + units) −
 * R(returned) with R(i) = round(paid × i / quantity). Whatever the sequence of returns, the refunds sum to what was paid
 * when all units are back, and never exceed it before.
 */
export const refundUnits = ({ quantity, paid }: PaidLine, returned: number, units: number): Minor => {
  invariant(returned >= 0 && units >= 0 && returned + units <= quantity, `${returned} + ${units} of ${quantity} units`);
  const upTo = (count: number) => scale(paid, count, quantity);
  return minor(upTo(returned + units) - upTo(returned));
};
