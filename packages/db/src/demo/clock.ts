import { fromMillis, type Instant } from '@tradeline/domain/kernel';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** China keeps one zone without summer time. */
const OFFSET = 8 * HOUR;

/** Midnight in China of the day a moment falls on. */
export const midnight = (millis: number): number => Math.floor((millis + OFFSET) / DAY) * DAY - OFFSET;

export type LocalDate = { readonly month: number; readonly day: number; readonly weekday: number };
const known = new Map<number, LocalDate>();

/** The local calendar day of a moment; `weekday` 1 = Monday to 7. */
export const localDate = (millis: number): LocalDate => {
  const serial = Math.floor((millis + OFFSET) / DAY);
  const found = known.get(serial);
  if (found) return found;
  const at = new Date(serial * DAY);
  const date = { month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday: at.getUTCDay() || 7 };
  known.set(serial, date);
  return date;
};

/** To whole milliseconds, as an instant. */
export const at = (millis: number): Instant => fromMillis(Math.floor(millis));
