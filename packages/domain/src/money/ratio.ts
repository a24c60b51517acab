import { invariant } from '../kernel/index.ts';
import { type Minor, minor } from './money.ts';
import { divideHalfDown, divideHalfEven, divideHalfUp } from './rounding.ts';

/** How an exact half is settled; all three act on the magnitude, so a refund mirrors its charge. */
export type Rounding = 'half-up' | 'half-even' | 'half-down';

/** A small exact ratio, n/d with d > 0: a percentage, a unit's factor, a share. */
export type Ratio = { readonly n: number; readonly d: number };

/** A percentage as a decimal string (`'13'`, `'10.5'`), so that it never is a binary float. */
export type Percent = string;

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,4}))?$/;

/** Reads a decimal (up to 9 digits and 4 decimals) or a fraction (`'24'`, `'0.5'`, `'1/1000'`) as an exact ratio; undefined for anything else. */
export const parseRatio = (text: string): Ratio | undefined => {
  const slash = text.indexOf('/');
  if (slash < 0) return parseDecimal(text);
  const [top, bottom] = [parseDecimal(text.slice(0, slash)), parseDecimal(text.slice(slash + 1))];
  return top && bottom && bottom.n > 0 ? { n: top.n * bottom.d, d: top.d * bottom.n } : undefined;
};

const parseDecimal = (text: string): Ratio | undefined => {
  const match = DECIMAL.exec(text);
  if (!match) return undefined;
  const digits = match[2] ?? '';
  return { n: Number(match[1] + digits), d: 10 ** digits.length };
};

/** Reads a percentage of 0 or more as the ratio that it stands for: `'10.5'` is 105/1000. */
export const parsePercent = (text: Percent): Ratio | undefined => {
  const value = parseDecimal(text);
  return value && { n: value.n, d: value.d * 100 };
};

/** a × n / d rounded once. Products past 2^53 are taken with BigInt, so the result is exact for every safe input. */
export const scale = (a: number, n: number, d: number, rounding: Rounding = 'half-up'): number => {
  const product = a * n;
  if (!Number.isSafeInteger(product)) return scaleBig(a, n, d, rounding);
  const magnitude = Math.abs(product);
  const rest = magnitude % d;
  const whole = (magnitude - rest) / d;
  const up = rest * 2 > d || (rest * 2 === d && settlesUp(whole, rounding));
  const rounded = up ? whole + 1 : whole;
  return product < 0 && rounded !== 0 ? -rounded : rounded;
};

const settlesUp = (whole: number, rounding: Rounding): boolean =>
  rounding === 'half-up' || (rounding === 'half-even' && whole % 2 === 1);

const scaleBig = (a: number, n: number, d: number, rounding: Rounding): number => {
  const exact = [a, n, d].every(Number.isSafeInteger) ? DIVIDE[rounding](BigInt(a) * BigInt(n), BigInt(d)) : undefined;
  const result = Number(exact);
  invariant(Number.isSafeInteger(result), `not exact: ${a} × ${n} / ${d}`);
  return result;
};

const DIVIDE = { 'half-up': divideHalfUp, 'half-even': divideHalfEven, 'half-down': divideHalfDown };

/** A ratio of an amount, rounded once to minor units. */
export const ratioOf = (amount: Minor, ratio: Ratio, rounding: Rounding = 'half-up'): Minor =>
  minor(scale(amount, ratio.n, ratio.d, rounding));
