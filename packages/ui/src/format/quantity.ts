import { type Locale, remember } from './locale.ts';

const integers = remember((locale: Locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }));
const percents = remember(
  (locale: Locale, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
);

/**
 * Figures below a thousand look alike in every language we speak; most are. The first formatter of a page costs a phone a tenth
 * of a second, and a list's counts stood in its way.
 */
const plain = (quantity: number, locale: Locale): string =>
  Number.isInteger(quantity) && Math.abs(quantity) < 1_000 && !Object.is(quantity, -0)
    ? String(quantity)
    : integers(locale).format(quantity);

/** `1,200`, or with its unit `1,200 件`. */
export const formatQuantity = (quantity: number, locale: Locale, unit?: string | undefined): string =>
  unit ? `${plain(quantity, locale)} ${unit}` : plain(quantity, locale);

/** A share of one as percent: 0.125 is `12.5%`, and 0.12 is `12.0%`, so that a column of them stands in line. */
export const formatPercent = (share: number, locale: Locale, digits = 1): string =>
  percents(locale, digits).format(share);
