import { invariant } from './invariant.ts';

/** a × n = whole × d + rest with 0 ≤ rest < d: a product divided without losing anything. */
export type WholeDivision = { readonly whole: number; readonly rest: number };

/** Divides a product exactly, whatever its size: past 2^53 it is taken with BigInt. A whole part past 2^53 is a bug. */
export const divideProduct = (a: number, n: number, d: number): WholeDivision => {
  const product = a * n;
  return Number.isSafeInteger(product) && Number.isSafeInteger(d) ? ofNumbers(product, d) : ofBigInts(a, n, d);
};

const ofNumbers = (product: number, d: number): WholeDivision => {
  const signed = product % d;
  const rest = signed < 0 ? signed + d : signed;
  return { whole: (product - rest) / d + 0, rest };
};

const ofBigInts = (a: number, n: number, d: number): WholeDivision => {
  invariant([a, n, d].every(Number.isSafeInteger), `not exact: ${a} × ${n} / ${d}`);
  const [product, by] = [BigInt(a) * BigInt(n), BigInt(d)];
  const rest = ((product % by) + by) % by;
  const whole = Number((product - rest) / by);
  invariant(Number.isSafeInteger(whole), `not exact: ${a} × ${n} / ${d}`);
  return { whole, rest: Number(rest) };
};
