import { divideProduct, invariant } from '../kernel/index.ts';
import { type Minor, minor, type UnitPriceE4 } from './money.ts';

/**
 * How an exact half is settled. `half-up` goes away from zero (四舍五入, what invoices and customers expect); `half-even` to
 * the even neighbour (some ledgers, statistics); `half-down` toward zero (a discount whose new price is rounded half up).
 * All three mirror at zero, so a refund rounds like its charge.
 */
export type Rounding = 'half-up' | 'half-even' | 'half-down';

/** a × n / d rounded once, exact for every product. */
export const scale = (a: number, n: number, d: number, rounding: Rounding = 'half-up'): number => {
  const { whole, rest } = divideProduct(a, n, d);
  return goesUp(rest - (d - rest), whole >= 0, whole % 2 !== 0, rounding) ? whole + 1 : whole;
};

/**
 * Whether a number between `whole` and `whole + 1` becomes the latter. `side` is a whole number: negative below the
 * half, 0 on it; only there does the rounding decide.
 */
const goesUp = (side: number, isPositive: boolean, isOdd: boolean, rounding: Rounding): boolean => {
  const settledUp = rounding === 'half-even' ? isOdd : isPositive === (rounding === 'half-up');
  return side + Number(settledUp) > 0;
};

/** n / d of whole numbers of any size, rounded as named. */
export const divideRounded = (n: bigint, d: bigint, rounding: Rounding): bigint => {
  invariant(d > 0n, 'a positive divisor');
  const rest = ((n % d) + d) % d;
  const whole = (n - rest) / d;
  return goesUp(compare(rest * 2n, d), whole >= 0n, whole % 2n !== 0n, rounding) ? whole + 1n : whole;
};

const compare = (a: bigint, b: bigint): number => Number(a > b) - Number(a < b);

export const divideHalfUp = (n: bigint, d: bigint): bigint => divideRounded(n, d, 'half-up');

/** The amount of a line before discounts: unit price × whole quantity, rounded once, half up, to minor units. */
export const lineAmount = (price: UnitPriceE4, quantity: number): Minor => {
  invariant(Number.isSafeInteger(quantity), `not a whole quantity: ${quantity}`);
  return minor(scale(price, quantity, 100));
};
