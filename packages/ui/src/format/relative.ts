import type { Instant } from '@tradeline/domain/kernel';
import { type Locale, remember } from './locale.ts';

const relatives = remember((locale: Locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' }));

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `3 minutes ago`, `昨天`; whole units, rounded toward now, never finer than a minute. */
export const formatRelative = (at: Instant | string, now: number, locale: Locale): string => {
  const delta = Date.parse(at) - now;
  const distance = Math.abs(delta);
  const [unit, size] =
    distance < HOUR
      ? (['minute', MINUTE] as const)
      : distance < DAY
        ? (['hour', HOUR] as const)
        : distance < 30 * DAY
          ? (['day', DAY] as const)
          : distance < 365 * DAY
            ? (['month', 30 * DAY] as const)
            : (['year', 365 * DAY] as const);
  return relatives(locale).format(Math.trunc(delta / size) + 0, unit);
};
