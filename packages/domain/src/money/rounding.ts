import { invariant } from '../kernel/index.ts';
import { type Minor, minor, type UnitPriceE4 } from './money.ts';

/** Rounds n/d half away from zero (四舍五入, what invoices and customers expect). */
export const divideHalfUp = (n: bigint, d: bigint): bigint => divide(n, d, () => true);

/** Rounds n/d with an exact half going to the even neighbour: the choice of some ledgers and of statistics. */
export const divideHalfEven = (n: bigint, d: bigint): bigint => divide(n, d, (whole) => whole % 2n === 1n);

/** Rounds n/d with an exact half going toward zero: a discount whose new price is rounded half up. */
export const divideHalfDown = (n: bigint, d: bigint): bigint => divide(n, d, () => false);

const divide = (n: bigint, d: bigint, halfGoesUp: (whole: bigint) => boolean): bigint => {
  invariant(d > 0n, 'a positive divisor');
  const magnitude = n < 0n ? -n : n;
  const whole = magnitude / d;
  const twice = (magnitude % d) * 2n;
  const rounded = twice > d || (twice === d && halfGoesUp(whole)) ? whole + 1n : whole;
  return n < 0n ? -rounded : rounded;
};

/** The amount of a line before discounts: unit price × whole quantity, rounded once, half up, to minor units. */
export const lineAmount = (price: UnitPriceE4, quantity: number): Minor => {
  invariant(Number.isSafeInteger(quantity), `not a whole quantity: ${quantity}`);
  return minor(Number(divideHalfUp(BigInt(price) * BigInt(quantity), 100n)));
};
