import { isDay } from '@tradeline/domain/calendar';
import type { Day } from '@tradeline/domain/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  amount,
  businessDay,
  type Column,
  country,
  day,
  flag,
  json,
  localMoment,
  noneWhen,
  oneOf,
  optional,
  share,
  text,
  unitPrice,
  whole,
} from './index.ts';
import { startOfDay } from './local-time.ts';

const reading = { timeZone: 'Asia/Shanghai' };
const read = <T>(column: Column<T>, raw: string) => {
  const result = column.read(raw, reading);
  return result.ok ? result.value : result.error;
};

describe('numbers are exact', () => {
  test('amounts are minor units, prices ten-thousandths, and neither was ever a float', () => {
    expect(read(amount(), '1265793.29')).toBe(126579329);
    expect(read(amount(), '1.005')).toEqual({ kind: 'not-decimal', decimals: 2, nearest: '1.00' });
    expect(read(unitPrice(), '33.3333')).toBe(333333);
    expect(read(unitPrice(), '14')).toBe(140000);
    expect(read(unitPrice(), '-1')).toMatchObject({ kind: 'out-of-range', from: '0' });
  });

  test('every amount of cents is read back from its decimal text', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_000_000_000_000 }), (cents) => {
        const written = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
        expect(read(amount(), written)).toBe(cents);
      }),
    ));

  test('a whole number may carry zeros behind the point and nothing else', () => {
    expect(read(whole(), '14.00')).toBe(14);
    expect(read(whole(), '14.5')).toEqual({ kind: 'not-whole', nearest: '14' });
    expect(read(whole({ from: 1 }), '0')).toMatchObject({ kind: 'out-of-range', from: '1' });
    expect(read(whole(), '99999999999999999999')).toMatchObject({ kind: 'out-of-range' });
  });

  test('what is probably meant is offered, not taken', () => {
    expect(read(amount(), '¥1,234.50')).toEqual({ kind: 'not-decimal', decimals: 2, nearest: '1234.50' });
    expect(read(whole(), '１２')).toEqual({ kind: 'not-whole', nearest: '12' });
    expect(read(whole(), 'a dozen')).toEqual({ kind: 'not-whole' });
  });

  test('a share is a fraction from 0 to 1', () => {
    expect(read(share(), '0.15')).toEqual({ n: 3n, d: 20n });
    expect(read(share(), '1.01')).toMatchObject({ kind: 'out-of-range', to: '1' });
  });
});

describe('days and times', () => {
  test('a business day begins at midnight of the shop', () => {
    expect(read(businessDay(), '1996-07-04')).toBe('1996-07-03T16:00:00.000Z');
    expect(read(localMoment(), '2022-11-09 16:15:50')).toBe('2022-11-09T08:15:50.000Z');
  });

  test('a day is not guessed from another order of its parts', () => {
    expect(read(day(), '7/4/1996')).toEqual({ kind: 'not-a-day' });
    expect(read(day(), '1996/7/4')).toEqual({ kind: 'not-a-day', nearest: '1996-07-04' });
    expect(read(day(), '2026-02-30')).toEqual({ kind: 'not-a-day' });
    expect(read(localMoment(), '2022-11-09 24:00:00')).toEqual({ kind: 'not-a-moment' });
  });

  test('in every zone, the clock shows midnight of that day when it begins, where that day has a midnight', () =>
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1992-01-02'), max: new Date('2030-12-30'), noInvalidDate: true }),
        fc.constantFrom(
          'Asia/Shanghai',
          'UTC',
          'America/New_York',
          'Europe/Berlin',
          'Asia/Kathmandu',
          'Pacific/Auckland',
        ),
        (date, timeZone) => {
          const at = date.toISOString().slice(0, 10);
          expect(isDay(at)).toBe(true);
          const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
          expect(clock.format(new Date(startOfDay(at as Day, timeZone)))).toBe(`${at} 00:00:00`);
        },
      ),
    ));
});

describe('texts and choices', () => {
  test('an empty cell is refused unless it may be empty', () => {
    expect(read(text(), '  ')).toEqual({ kind: 'empty' });
    expect(read(optional(text()), '  ')).toBeUndefined();
    expect(read(noneWhen('0', whole()), '0')).toBeUndefined();
    expect(read(flag(), '2')).toEqual({ kind: 'not-one-of', allowed: ['0', '1'] });
  });

  test('a country is known by name or code; a misspelt one is offered', () => {
    expect(read(country(), 'Germany')).toBe('DE');
    expect(read(country(), 'UK')).toBe('GB');
    expect(read(country(), 'cn')).toBe('CN');
    expect(read(country(), 'Germny')).toEqual({ kind: 'not-one-of', allowed: [], nearest: 'germany' });
  });

  test('a choice in another case is offered', () => {
    expect(read(oneOf('open', 'sent'), 'Sent')).toEqual({
      kind: 'not-one-of',
      allowed: ['open', 'sent'],
      nearest: 'sent',
    });
  });

  test('JSON of another shape is refused', () => {
    const list = json((value) => (Array.isArray(value) ? value.length : undefined), '[…]');
    expect(read(list, '[1,2]')).toBe(2);
    expect(read(list, '{}')).toEqual({ kind: 'not-json', detail: '[…]' });
    expect(read(list, '[1,')).toEqual({ kind: 'not-json', detail: '[…]' });
  });
});
