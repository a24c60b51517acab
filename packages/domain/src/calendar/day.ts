import { type Day, invariant } from '../kernel/index.ts';

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

const serial = (at: Day): number => Date.parse(`${at}T00:00:00.000Z`) / DAY_MS;
const fromSerial = (serialDay: number): Day => new Date(serialDay * DAY_MS).toISOString().slice(0, 10) as Day;

/** A day that exists in the calendar: 2026-02-30 is not one. */
export const isDay = (text: string): text is Day => {
  if (!SHAPE.test(text)) return false;
  const days = serial(text as Day);
  return Number.isFinite(days) && fromSerial(days) === text;
};

/** Names a text as a day; another shape is a bug of the caller (parse input with a schema first). */
export const day = (text: string): Day => {
  invariant(isDay(text), `not a calendar day: ${text}`);
  return text;
};

/** Whole days from one day to another; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from);

export const plusDays = (at: Day, days: number): Day => fromSerial(serial(at) + days);

/** The same day of the month so many months on; the last day of that month where it has no such day (31 Jan + 1 = 28 Feb). */
export const plusMonths = (at: Day, months: number): Day => {
  const [year, month, dayOfMonth] = at.split('-').map(Number) as [number, number, number];
  const index = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(index / 12), index - Math.floor(index / 12) * 12];
  const lastDay = new Date(Date.UTC(toYear, toMonth + 1, 0)).getUTCDate();
  return new Date(Date.UTC(toYear, toMonth, Math.min(dayOfMonth, lastDay))).toISOString().slice(0, 10) as Day;
};

/** Whole months completed from one day to another (0 before the first anniversary of the day of the month). */
export const monthsBetween = (from: Day, to: Day): number => {
  const [a, b] = [from.split('-').map(Number), to.split('-').map(Number)];
  const months = (b[0]! - a[0]!) * 12 + (b[1]! - a[1]!);
  return plusMonths(from, months) > to ? months - 1 : months;
};
