import type { Day, Instant } from '@tradeline/domain/kernel';
import { type Locale, remember, SHOP_ZONE } from './locale.ts';

export type DateStyle =
  | 'date'
  | 'date-time'
  | 'day-month'
  | 'day-month-time'
  | 'time'
  | 'month'
  | 'month-short'
  | 'weekday';

const parts: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { year: 'numeric', month: 'short', day: 'numeric' },
  'date-time': { year: 'numeric', month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  'day-month': { month: 'short', day: 'numeric' },
  'day-month-time': { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  month: { year: 'numeric', month: 'long' },
  'month-short': { month: 'short' },
  weekday: { month: 'short', day: 'numeric', weekday: 'short' },
};

const formats = remember(
  (locale: Locale, style: string, zone: string) =>
    new Intl.DateTimeFormat(locale, { ...parts[style as DateStyle], hourCycle: 'h23', timeZone: zone }),
);

/** A moment told in the shop's zone. */
export const formatInstant = (
  at: Instant | string,
  locale: Locale,
  style: DateStyle = 'date-time',
  zone: string = SHOP_ZONE,
): string => formats(locale, style, zone).format(Date.parse(at));

/** A calendar day, `2026-11-23`, which has no zone: the same day everywhere. */
export const formatDay = (
  day: Day | string,
  locale: Locale,
  style: 'date' | 'day-month' | 'month-short' | 'weekday' = 'date',
): string => formats(locale, style, 'UTC').format(Date.parse(`${day}T00:00:00Z`));

const isoDays = remember((zone: string) => new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: zone }));

/** The shop's calendar day of a moment, `2026-11-23`. */
export const shopDay = (at: Instant | string | number, zone: string = SHOP_ZONE): Day =>
  isoDays(zone).format(typeof at === 'number' ? at : Date.parse(at)) as Day;
