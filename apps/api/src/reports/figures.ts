import type { Instant } from '@tradeline/domain/kernel';
import { decimalText } from '@tradeline/domain/sheet';
import type { PaperLanguage } from './paper-words.ts';

/** Digits in groups of three, at least `decimals` of them behind the point: exact, for no division is made. */
const grouped = (whole: number, scale: number, decimals: number): string => {
  const [units, fraction = ''] = decimalText(whole, scale).split('.');
  const tail = fraction.padEnd(decimals, '0');
  return `${(units ?? '').replaceAll(/\B(?=(\d{3})+$)/gu, ',')}${tail ? `.${tail}` : ''}`;
};

/** `1,234.50` from minor units; the currency stands in the head of the column. */
export const amountText = (amount: number): string => grouped(amount, 2, 2);
/** A unit price keeps its four decimals where it has them. */
export const priceText = (priceE4: number): string => grouped(priceE4, 4, 2);
export const quantityText = (quantity: number): string => grouped(quantity, 0, 0);

/** A moment in the zone of the shop, as documents write it: `2026-11-27 14:05`. */
export const momentText = (at: Instant | string, zone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'short', timeZone: zone }).format(Date.parse(at));
export const dayText = (at: Instant | string, zone: string): string => momentText(at, zone).slice(0, 10);

type Bilingual = { zh: string; en?: string | undefined };
/** What has no English is printed in Chinese. */
export const sayIn =
  (language: PaperLanguage) =>
  (text: Bilingual | null | undefined): string =>
    text ? ((language === 'en' ? text.en : undefined) ?? text.zh) : '';
