import { type Brand, invariant } from '../kernel/index.ts';

/** Whole minor units (fen, cents). Half a cent is a bug upstream, so we stop instead of rounding. */
export type Minor = Brand<number, 'Minor'>;
/** A unit price in ten-thousandths of a major unit (¥1.2345 = 12345): 4 decimals, exact. */
export type UnitPriceE4 = Brand<number, 'UnitPriceE4'>;
/** ISO 4217 code, upper case. */
export type Currency = Brand<string, 'Currency'>;

export const minor = (n: number): Minor => {
  invariant(Number.isSafeInteger(n), `not whole minor units: ${n}`);
  return n as Minor;
};
export const unitPriceE4 = (n: number): UnitPriceE4 => {
  invariant(Number.isSafeInteger(n) && n >= 0, `not a unit price: ${n}`);
  return n as UnitPriceE4;
};
export const ZERO = minor(0);
export const CNY = 'CNY' as Currency;

export const add = (a: Minor, b: Minor): Minor => minor(a + b);
export const subtract = (a: Minor, b: Minor): Minor => minor(a - b);
export const sum = (amounts: readonly Minor[]): Minor => amounts.reduce(add, ZERO);
