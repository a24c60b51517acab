import type { Currency, Minor, UnitPriceE4 } from '@tradeline/domain/money';
import { type Locale, remember } from './locale.ts';

const numberFormat = remember(
  (locale: Locale, currency: string, minDigits: number, maxDigits: number) =>
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
      ...(minDigits < 0 ? {} : { minimumFractionDigits: minDigits, maximumFractionDigits: maxDigits }),
    }),
);

const currencyDigits = remember(
  (currency: string) => numberFormat('en', currency, -1, -1).resolvedOptions().maximumFractionDigits ?? 2,
);

/** Decimal text of a whole number of 10^-scale: exact for every safe integer, where a division would not be. */
const decimalText = (whole: number, scale: number): Intl.StringNumericLiteral => {
  const digits = String(Math.abs(whole)).padStart(scale + 1, '0');
  const cut = digits.length - scale;
  return `${whole < 0 ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}` as Intl.StringNumericLiteral;
};

/** `¥1,234.50` from minor units; every digit of the amount is shown. */
export const formatMoney = (amount: Minor | number, locale: Locale, currency: Currency | string = 'CNY'): string =>
  numberFormat(locale, currency, -1, -1).format(decimalText(amount, currencyDigits(currency)));

/** Whole major units for axes and headlines, `¥1,235`. */
export const formatMoneyShort = (amount: Minor | number, locale: Locale, currency: Currency | string = 'CNY'): string =>
  numberFormat(locale, currency, 0, 0).format(decimalText(amount, currencyDigits(currency)));

/** A unit price keeps up to four decimals and never shows fewer than the currency has: `¥1.2345`, `¥12.00`. */
export const formatUnitPrice = (
  price: UnitPriceE4 | number,
  locale: Locale,
  currency: Currency | string = 'CNY',
): string => numberFormat(locale, currency, Math.min(currencyDigits(currency), 4), 4).format(decimalText(price, 4));

/** The bare figure in major units for files that other programs read: `1234.50`, `-0.05`. */
export const plainMoney = (amount: Minor | number, currency: Currency | string = 'CNY'): string => {
  const digits = currencyDigits(currency);
  return digits === 0 ? String(amount) : decimalText(amount, digits);
};
