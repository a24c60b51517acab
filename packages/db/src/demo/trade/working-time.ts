import { DAY, HOUR, localDate, midnight } from '../clock.ts';
import { activity } from './seasons.ts';

const isWorkday = (millis: number): boolean => localDate(millis).weekday <= 6 && activity(millis) > 0.2;

/** The next moment at which somebody is at work. */
export const working = (millis: number): number => {
  const day = midnight(millis);
  const [opens, closes] = [day + 8.5 * HOUR, day + 18 * HOUR];
  if (isWorkday(millis) && millis < closes) return Math.max(millis, opens);
  return working(day + DAY + 8.5 * HOUR + (millis % HOUR));
};
