import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromMillis, instant } from './instant.ts';
import { isKnownZone, localTime, zoneOffset } from './time-zone.ts';

test('a Friday morning in UTC is a Friday afternoon in Shanghai', () => {
  expect(localTime(instant('2026-03-06T06:30:00.000Z'), 'Asia/Shanghai')).toEqual({
    day: '2026-03-06',
    weekday: 5,
    minute: 870,
  });
});

test('the day turns with the zone, Sunday is 7', () => {
  expect(localTime(instant('2026-03-07T16:00:00.000Z'), 'Asia/Shanghai')).toEqual({
    day: '2026-03-08',
    weekday: 7,
    minute: 0,
  });
  expect(localTime(instant('2026-03-01T03:00:00.000Z'), '-05:30')).toMatchObject({
    day: '2026-02-28',
    weekday: 6,
    minute: 1290,
  });
});

test.each(['Mars/Olympus', '', '+8', '+08:0'])('%j is no zone', (zone) => {
  expect(isKnownZone(zone)).toBe(false);
  expect(localTime(instant('2026-01-01T00:00:00.000Z'), zone)).toBeUndefined();
});

/** The host's own tables are the witness; the domain itself never asks them. */
const hostOffset = (millis: number, zone: string): number => {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
      .formatToParts(millis)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return (
    (Date.UTC(parts.year!, parts.month! - 1, parts.day!, parts.hour!, parts.minute!) -
      Math.floor(millis / 60_000) * 60_000) /
    60_000
  );
};

const ZONES = [
  'Asia/Shanghai',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Europe/London',
  'Europe/Berlin',
  'Europe/Helsinki',
  'America/New_York',
  'America/Los_Angeles',
  'America/Phoenix',
  'America/Sao_Paulo',
  'Australia/Sydney',
  'Australia/Adelaide',
  'Pacific/Auckland',
  'UTC',
];

test('from 2024 to 2035 the rules agree with the time zone database, to the minute', () => {
  const moments = fc.integer({ min: Date.UTC(2024, 0, 1) / 60_000, max: Date.UTC(2035, 0, 1) / 60_000 });
  fc.assert(
    fc.property(moments, fc.constantFrom(...ZONES), (minute, zone) => {
      expect(zoneOffset(fromMillis(minute * 60_000), zone)).toBe(hostOffset(minute * 60_000, zone));
    }),
    { numRuns: 3_000 },
  );
});

test.each([
  ['2026-03-29T00:59:00.000Z', 'Europe/Berlin', 60],
  ['2026-03-29T01:00:00.000Z', 'Europe/Berlin', 120],
  ['2026-10-25T00:59:00.000Z', 'Europe/London', 60],
  ['2026-10-25T01:00:00.000Z', 'Europe/London', 0],
  ['2026-03-08T06:59:00.000Z', 'America/New_York', -300],
  ['2026-03-08T07:00:00.000Z', 'America/New_York', -240],
  ['2026-11-01T05:59:00.000Z', 'America/New_York', -240],
  ['2026-11-01T06:00:00.000Z', 'America/New_York', -300],
  ['2026-04-04T15:59:00.000Z', 'Australia/Sydney', 660],
  ['2026-04-04T16:00:00.000Z', 'Australia/Sydney', 600],
  ['2026-10-03T15:59:00.000Z', 'Australia/Sydney', 600],
  ['2026-10-03T16:00:00.000Z', 'Australia/Sydney', 660],
  ['2026-09-26T13:59:00.000Z', 'Pacific/Auckland', 720],
  ['2026-09-26T14:00:00.000Z', 'Pacific/Auckland', 780],
] as const)('at %s the clocks of %s are %d minutes ahead', (at, zone, minutes) => {
  expect(zoneOffset(instant(at), zone)).toBe(minutes);
});
