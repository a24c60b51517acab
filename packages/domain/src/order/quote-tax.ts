import {
  add,
  allocate,
  type Minor,
  minor,
  type Percent,
  parsePercent,
  type Rounding,
  splitTax,
  type TaxParts,
  ZERO,
} from '../money/index.ts';
import type { TaxSettings } from './quote-input.ts';
import type { TaxByRate } from './quote-result.ts';

/** An amount that is taxed: a line or the shipping. `key` settles to whom a cent goes when two have the same claim. */
export type TaxItem = { readonly key: string; readonly amount: Minor; readonly rate: Percent };

/** The tax parts of each item, in order, and their sums by rate. The sums always equal the sum of the items. */
export const taxItems = (
  items: readonly TaxItem[],
  settings: TaxSettings | undefined,
  rounding: Rounding | undefined,
) => {
  const included = settings?.pricesIncludeTax ?? true;
  const parts =
    settings?.method === 'per-rate' ? perRate(items, included, rounding) : perLine(items, included, rounding);
  return { parts, byRate: sumByRate(items, parts) };
};

const NO_TAX = { n: 0, d: 1 };

const perLine = (items: readonly TaxItem[], included: boolean, rounding: Rounding | undefined): TaxParts[] =>
  items.map(({ amount, rate }) => splitTax(amount, parsePercent(rate) ?? NO_TAX, included, rounding));

/** The tax of a rate is computed on the sum and given back to its items in proportion, so no cent depends on the split into lines. */
const perRate = (items: readonly TaxItem[], included: boolean, rounding: Rounding | undefined): TaxParts[] => {
  const parts: TaxParts[] = [];
  const byKey = [...items.keys()].sort((a, b) => (items[a]!.key < items[b]!.key ? -1 : 1));
  for (const indexes of Map.groupBy(byKey, (index) => items[index]!.rate).values()) {
    const amounts = indexes.map((index) => items[index]!.amount);
    const whole = splitTax(
      amounts.reduce(add, ZERO),
      parsePercent(items[indexes[0]!]!.rate) ?? NO_TAX,
      included,
      rounding,
    );
    for (const [at, tax] of allocate(whole.tax, amounts).entries()) {
      const amount = amounts[at]!;
      parts[indexes[at]!] = included
        ? { net: minor(amount - tax), tax, total: amount }
        : { net: amount, tax, total: minor(amount + tax) };
    }
  }
  return parts;
};

const sumByRate = (items: readonly TaxItem[], parts: readonly TaxParts[]): TaxByRate[] => {
  const sums = new Map<Percent, TaxParts>();
  for (const [index, { rate }] of items.entries()) {
    const [sum, part] = [sums.get(rate) ?? { net: ZERO, tax: ZERO, total: ZERO }, parts[index]!];
    sums.set(rate, { net: add(sum.net, part.net), tax: add(sum.tax, part.tax), total: add(sum.total, part.total) });
  }
  const byValue = (a: TaxByRate, b: TaxByRate) => Number(b.rate) - Number(a.rate);
  return [...sums].map(([rate, sum]) => ({ rate, ...sum })).sort(byValue);
};
