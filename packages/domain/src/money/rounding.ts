import { invariant } from '../kernel/index.ts';
import { type Minor, minor, type UnitPriceE4 } from './money.ts';

/** Rounds n/d half away from zero (四舍五入, what invoices and customers expect). */
export const divideHalfUp = (n: bigint, d: bigint): bigint => {
  invariant(d > 0n, 'a positive divisor');
  const negative = n < 0n;
  const magnitude = ((negative ? -n : n) * 2n + d) / (d * 2n);
  return negative ? -magnitude : magnitude;
};

/** The amount of a line before discounts: unit price × whole quantity, rounded once, half up, to minor units. */
export const lineAmount = (price: UnitPriceE4, quantity: number): Minor => {
  invariant(Number.isSafeInteger(quantity), `not a whole quantity: ${quantity}`);
  return minor(Number(divideHalfUp(BigInt(price) * BigInt(quantity), 100n)));
};
