import { type Minor, minor } from './money.ts';
import type { Ratio } from './ratio.ts';
import { type Rounding, scale } from './rounding.ts';

/** An amount split for the invoice: `net` without tax, `tax`, and `total` = net + tax. */
export type TaxParts = { readonly net: Minor; readonly tax: Minor; readonly total: Minor };

/**
 * Splits an amount by a tax rate. Prices that include tax keep their total (价税分离: net is rounded, tax is the rest);
 * prices without tax keep their net and the tax is rounded on top.
 */
export const splitTax = (amount: Minor, rate: Ratio, included: boolean, rounding: Rounding = 'half-up'): TaxParts => {
  if (included) {
    const net = minor(scale(amount, rate.d, rate.d + rate.n, rounding));
    return { net, tax: minor(amount - net), total: amount };
  }
  const tax = minor(scale(amount, rate.n, rate.d, rounding));
  return { net: amount, tax, total: minor(amount + tax) };
};
