import { type Minor, minor } from './money.ts';
import { type Rounding, scale } from './rounding.ts';

/** A small exact ratio, n/d with d > 0: a percentage, a unit's factor, a share. */
export type Ratio = { readonly n: number; readonly d: number };

/** A percentage as a decimal string (`'13'`, `'10.5'`), so that it never is a binary float. */
export type Percent = string;

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,4}))?$/;

/** Reads a decimal (up to 9 digits and 4 decimals) or a fraction (`'24'`, `'0.5'`, `'1/1000'`) as an exact ratio; undefined for anything else. */
export const parseRatio = (text: string): Ratio | undefined => {
  const [top, bottom, ...more] = text.split('/').map(parseDecimal);
  if (!top || more.length > 0) return undefined;
  if (!text.includes('/')) return top;
  return bottom && bottom.n > 0 ? { n: top.n * bottom.d, d: top.d * bottom.n } : undefined;
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

/** A ratio of an amount, rounded once to minor units. */
export const ratioOf = (amount: Minor, ratio: Ratio, rounding: Rounding = 'half-up'): Minor =>
  minor(scale(amount, ratio.n, ratio.d, rounding));
