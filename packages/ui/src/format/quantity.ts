import { type Locale, remember } from './locale.ts';

const integers = remember((locale: Locale) => new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }));
const percents = remember(
  (locale: Locale, digits: number) =>
    new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: digits }),
);

/** `1,200`, or with its unit `1,200 件`. */
export const formatQuantity = (quantity: number, locale: Locale, unit?: string | undefined): string =>
  unit ? `${integers(locale).format(quantity)} ${unit}` : integers(locale).format(quantity);

/** A share of one as percent: 0.125 is `12.5%`. */
export const formatPercent = (share: number, locale: Locale, digits = 1): string =>
  percents(locale, digits).format(share);
