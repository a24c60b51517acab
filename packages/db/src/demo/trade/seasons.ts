import type { Season } from '../catalogue/goods-type.ts';
import { DAY, localDate } from '../clock.ts';

/** First days of the Chinese lunar year (published almanac). */
const newYears = [
  '2024-02-10',
  '2025-01-29',
  '2026-02-17',
  '2027-02-06',
  '2028-01-26',
  '2029-02-13',
  '2030-02-03',
  '2031-01-23',
  '2032-02-11',
  '2033-01-31',
  '2034-02-19',
  '2035-02-08',
].map((day) => Date.parse(`${day}T00:00:00+08:00`));

/** Days from the nearest Chinese New Year; negative before it. */
const daysFromNewYear = (millis: number): number =>
  newYears.map((day) => (millis - day) / DAY).reduce((a, b) => (Math.abs(b) < Math.abs(a) ? b : a));

const weekdays = [1.25, 1.15, 1.1, 1.05, 1, 0.35, 0.12];

/** How busy a day is against an ordinary one: weekends, the stocking-up before and the silence around New Year, the autumn holiday, month ends. */
export const activity = (millis: number): number => {
  const { month, day, weekday } = localDate(millis);
  const fromNewYear = daysFromNewYear(millis);
  const newYear =
    fromNewYear >= -4 && fromNewYear < 9
      ? 0.07
      : fromNewYear >= -26 && fromNewYear < -4
        ? 1.4
        : fromNewYear >= 9 && fromNewYear < 20
          ? 0.75
          : 1;
  const autumn = month === 10 && day <= 7 ? 0.3 : month === 9 && day >= 20 ? 1.2 : 1;
  return weekdays[weekday - 1]! * newYear * autumn * (day >= 26 ? 1.12 : 1);
};

/** Month by month, January first, around 1. */
const curves: Record<Season, readonly number[]> = {
  steady: [1, 0.95, 1, 1, 1, 1, 1, 1, 1.02, 1, 1.02, 1.02],
  summer: [0.55, 0.55, 0.75, 1, 1.35, 1.7, 1.85, 1.6, 1.05, 0.75, 0.6, 0.55],
  winter: [1.55, 1.15, 0.8, 0.65, 0.5, 0.45, 0.45, 0.6, 0.95, 1.35, 1.75, 1.8],
  spring: [0.8, 0.75, 1.45, 1.5, 1.3, 1.05, 0.9, 0.9, 1.05, 1, 0.75, 0.65],
  autumn: [0.9, 0.75, 0.85, 0.8, 0.75, 0.7, 0.75, 1, 1.4, 1.55, 1.4, 1.15],
  school: [0.75, 1.5, 1.25, 0.8, 0.75, 0.8, 1.15, 1.9, 1.4, 0.75, 0.7, 0.7],
  festival: [1.9, 1.1, 0.75, 0.8, 0.85, 0.9, 0.8, 0.95, 1.45, 0.9, 1.05, 1.35],
};

/** How well goods of a season sell on a day against their yearly mean; moves smoothly from one month's middle to the next. */
export const seasonal = (season: Season, millis: number): number => {
  const { month, day } = localDate(millis);
  const curve = curves[season];
  const share = (day - 15) / 30;
  const other = share < 0 ? (month + 10) % 12 : month % 12;
  return curve[month - 1]! * (1 - Math.abs(share)) + curve[other]! * Math.abs(share);
};
