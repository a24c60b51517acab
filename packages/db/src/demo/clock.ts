import { fromMillis, type Instant } from '@tradeline/domain/kernel';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
/** China keeps one zone without summer time. */
const OFFSET = 8 * HOUR;

/** Midnight in China of the day a moment falls on. */
export const midnight = (millis: number): number => Math.floor((millis + OFFSET) / DAY) * DAY - OFFSET;

/** The local calendar of a moment; `weekday` 1 = Monday to 7. */
export const localDate = (millis: number): { month: number; day: number; weekday: number; yearDay: number } => {
  const at = new Date(millis + OFFSET);
  const yearDay = Math.floor(
    (Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()) - Date.UTC(at.getUTCFullYear(), 0, 1)) / DAY,
  );
  return { month: at.getUTCMonth() + 1, day: at.getUTCDate(), weekday: at.getUTCDay() || 7, yearDay };
};

/** To whole milliseconds, as an instant. */
export const at = (millis: number): Instant => fromMillis(Math.floor(millis));
