import { type Instant, toMillis } from './instant.ts';

/**
 * Wall-clock time of a zone without the host's own tables, so that every machine agrees. The rules are data: a standard
 * offset and, where clocks change, the law in force today (EU since 1996, US and Canada since 2007, Australia since 2008,
 * New Zealand since 2007). `+08:00` names a fixed offset.
 */
type ClockChange = 'eu' | 'us' | 'au' | 'nz';
type ZoneRule = { readonly minutes: number; readonly change?: ClockChange };

const zones = (minutes: number, names: string, change?: ClockChange): [string, ZoneRule][] =>
  names.split(' ').map((name) => [name, change ? { minutes, change } : { minutes }]);

const ZONES: ReadonlyMap<string, ZoneRule> = new Map([
  ...zones(0, 'UTC Etc/UTC Africa/Abidjan Africa/Accra Atlantic/Reykjavik'),
  ...zones(60, 'Africa/Lagos Africa/Algiers Africa/Tunis'),
  ...zones(120, 'Africa/Johannesburg Africa/Tripoli Europe/Kaliningrad'),
  ...zones(180, 'Europe/Moscow Europe/Istanbul Africa/Nairobi Asia/Riyadh Asia/Baghdad Asia/Kuwait Asia/Qatar'),
  ...zones(210, 'Asia/Tehran'),
  ...zones(240, 'Asia/Dubai Asia/Baku Asia/Tbilisi Asia/Yerevan'),
  ...zones(270, 'Asia/Kabul'),
  ...zones(300, 'Asia/Karachi Asia/Tashkent Asia/Almaty Asia/Yekaterinburg'),
  ...zones(330, 'Asia/Kolkata Asia/Calcutta Asia/Colombo'),
  ...zones(345, 'Asia/Kathmandu'),
  ...zones(360, 'Asia/Dhaka Asia/Urumqi Asia/Omsk'),
  ...zones(390, 'Asia/Yangon'),
  ...zones(420, 'Asia/Bangkok Asia/Ho_Chi_Minh Asia/Saigon Asia/Jakarta Asia/Novosibirsk'),
  ...zones(
    480,
    'Asia/Shanghai Asia/Chongqing Asia/Harbin Asia/Hong_Kong Asia/Macau Asia/Taipei Asia/Singapore Asia/Kuala_Lumpur Asia/Manila Asia/Ulaanbaatar Australia/Perth PRC',
  ),
  ...zones(540, 'Asia/Tokyo Asia/Seoul Asia/Pyongyang'),
  ...zones(570, 'Australia/Darwin'),
  ...zones(600, 'Australia/Brisbane Asia/Vladivostok'),
  ...zones(-600, 'Pacific/Honolulu'),
  ...zones(-420, 'America/Phoenix'),
  ...zones(-360, 'America/Mexico_City America/Guatemala America/Costa_Rica America/Regina'),
  ...zones(-300, 'America/Bogota America/Lima America/Panama America/Jamaica'),
  ...zones(-240, 'America/Caracas America/La_Paz America/Puerto_Rico'),
  ...zones(-180, 'America/Sao_Paulo America/Argentina/Buenos_Aires America/Montevideo'),
  ...zones(0, 'Europe/London Europe/Dublin Europe/Lisbon', 'eu'),
  ...zones(
    60,
    'Europe/Paris Europe/Berlin Europe/Madrid Europe/Rome Europe/Amsterdam Europe/Brussels Europe/Vienna Europe/Zurich',
    'eu',
  ),
  ...zones(
    60,
    'Europe/Stockholm Europe/Oslo Europe/Copenhagen Europe/Warsaw Europe/Prague Europe/Budapest Europe/Belgrade Europe/Zagreb',
    'eu',
  ),
  ...zones(
    120,
    'Europe/Athens Europe/Helsinki Europe/Kiev Europe/Kyiv Europe/Bucharest Europe/Sofia Europe/Riga Europe/Vilnius Europe/Tallinn',
    'eu',
  ),
  ...zones(-300, 'America/New_York America/Toronto America/Detroit', 'us'),
  ...zones(-360, 'America/Chicago America/Winnipeg', 'us'),
  ...zones(-420, 'America/Denver America/Edmonton', 'us'),
  ...zones(-480, 'America/Los_Angeles America/Vancouver America/Tijuana', 'us'),
  ...zones(-540, 'America/Anchorage', 'us'),
  ...zones(-240, 'America/Halifax', 'us'),
  ...zones(570, 'Australia/Adelaide', 'au'),
  ...zones(600, 'Australia/Sydney Australia/Melbourne Australia/Hobart', 'au'),
  ...zones(720, 'Pacific/Auckland', 'nz'),
]);

const FIXED = /^([+-])(\d{2}):(\d{2})$/;

const ruleOf = (zone: string): ZoneRule | undefined => {
  const fixed = FIXED.exec(zone);
  if (!fixed) return ZONES.get(zone);
  const minutes = Number(fixed[2]) * 60 + Number(fixed[3]);
  return { minutes: fixed[1] === '-' ? -minutes : minutes };
};

export const isKnownZone = (zone: string): boolean => ruleOf(zone) !== undefined;

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** Midnight UTC of the nth Sunday of a month (n = 5: the last one). */
const sunday = (year: number, month: number, n: number): number => {
  const first = Date.UTC(year, month - 1, 1);
  const found = first + ((7 - new Date(first).getUTCDay()) % 7) * DAY + (n - 1) * 7 * DAY;
  return found >= Date.UTC(year, month, 1) ? found - 7 * DAY : found;
};

/** Start and end of summer time in UTC; where it spans the new year, the end comes first. */
const summer = (change: ClockChange, year: number, offset: number): readonly [number, number] => {
  if (change === 'eu') return [sunday(year, 3, 5) + 60 * MINUTE, sunday(year, 10, 5) + 60 * MINUTE];
  if (change === 'us')
    return [sunday(year, 3, 2) + (120 - offset) * MINUTE, sunday(year, 11, 1) + (60 - offset) * MINUTE];
  const [startsInWeek, startMonth] = change === 'au' ? [1, 10] : [5, 9];
  return [
    sunday(year, startMonth, startsInWeek) + (120 - offset) * MINUTE,
    sunday(year, 4, 1) + (120 - offset) * MINUTE,
  ];
};

const isSummer = (millis: number, change: ClockChange, offset: number): boolean => {
  const [start, end] = summer(change, new Date(millis).getUTCFullYear(), offset);
  return start < end ? start <= millis && millis < end : millis >= start || millis < end;
};

/** Minutes that a zone's clocks are ahead of UTC at an instant; undefined for a zone that is not in the tables. */
export const zoneOffset = (at: Instant, zone: string): number | undefined => {
  const rule = ruleOf(zone);
  if (!rule) return undefined;
  return rule.change && isSummer(toMillis(at), rule.change, rule.minutes) ? rule.minutes + 60 : rule.minutes;
};

/** The wall clock of a zone: calendar day, weekday (1 = Monday to 7) and minute of the day. */
export type LocalTime = { readonly day: string; readonly weekday: number; readonly minute: number };

export const localTime = (at: Instant, zone: string): LocalTime | undefined => {
  const offset = zoneOffset(at, zone);
  if (offset === undefined) return undefined;
  const local = new Date(toMillis(at) + offset * MINUTE);
  return {
    day: local.toISOString().slice(0, 10),
    weekday: local.getUTCDay() || 7,
    minute: local.getUTCHours() * 60 + local.getUTCMinutes(),
  };
};
