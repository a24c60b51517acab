import { isDay } from '@tradeline/domain/calendar';
import { type Day, err, type Instant, ok } from '@tradeline/domain/kernel';
import type { Column } from './column.ts';
import { asIsoDay, atLocalTime, startOfDay } from './local-time.ts';

/** A calendar day written `1996-07-04`. Nothing is guessed: `7/4/1996` is refused. */
export const day = (): Column<Day> => ({
  read: (raw) => {
    const value = raw.trim();
    if (value === '') return err({ kind: 'empty' });
    return isDay(value) ? ok(value) : err({ kind: 'not-a-day', nearest: asIsoDay(value) });
  },
});

/** A business day as the moment at which it begins at the shop: where only the day is known, an order stands there. */
export const businessDay = (): Column<Instant> => ({
  read: (raw, reading) => {
    const read = day().read(raw, reading);
    return read.ok ? ok(startOfDay(read.value, reading.timeZone)) : read;
  },
});

const MOMENT = /^(\d{4}-\d{2}-\d{2})[ T](([01]\d|2[0-3]):[0-5]\d:[0-5]\d)$/;

/** A day and time of the shop's clock, `2022-11-09 16:15:50`. */
export const localMoment = (): Column<Instant> => ({
  read: (raw, { timeZone }) => {
    const value = raw.trim();
    if (value === '') return err({ kind: 'empty' });
    const found = MOMENT.exec(value);
    const at = found?.[1] ?? '';
    return found && isDay(at) ? ok(atLocalTime(at, found[2]!, timeZone)) : err({ kind: 'not-a-moment' });
  },
});
