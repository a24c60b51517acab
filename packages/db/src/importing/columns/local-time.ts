import { isDay } from '@tradeline/domain/calendar';
import { type Day, fromMillis, type Instant } from '@tradeline/domain/kernel';

const formats = new Map<string, Intl.DateTimeFormat>();

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(timeZone, made);
  return made;
};

/** What a clock in the zone shows at a moment, as if it were UTC. */
const shown = (millis: number, timeZone: string): number => {
  const part = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(millis)
      .map((p) => [p.type, p.value]),
  );
  return Date.parse(`${part.year}-${part.month}-${part.day}T${part.hour}:${part.minute}:${part.second}.000Z`);
};

/** The moment at which a clock in the zone shows this day and time; a time that a clock change skipped is taken after it. */
export const atLocalTime = (at: Day, time: string, timeZone: string): Instant => {
  const wanted = Date.parse(`${at}T${time}.000Z`);
  const guess = wanted - (shown(wanted, timeZone) - wanted);
  return fromMillis(guess + (wanted - shown(guess, timeZone)));
};

/** The beginning of a day of the shop: `1996-07-04` in Shanghai is `1996-07-03T16:00:00.000Z`. */
export const startOfDay = (at: Day, timeZone: string): Instant => atLocalTime(at, '00:00:00', timeZone);

/** Other common ways to write a day, read as year, month, day; undefined when none fits or two could. */
export const asIsoDay = (raw: string): Day | undefined => {
  const found = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?/.exec(raw.normalize('NFKC'));
  if (!found) return undefined;
  const iso = `${found[1]}-${found[2]!.padStart(2, '0')}-${found[3]!.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
};
