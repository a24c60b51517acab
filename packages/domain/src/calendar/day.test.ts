import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day, daysBetween, isDay, monthsBetween, plusDays, plusMonths } from './index.ts';

const days = fc.integer({ min: -20_000, max: 40_000 }).map((n) => plusDays(day('1970-01-01'), n));

test('only days of the calendar are days', () => {
  expect(['2026-02-28', '2024-02-29'].every(isDay)).toBe(true);
  expect(['2026-02-30', '2026-13-01', '2026-1-1', '2026-01-01T00:00:00Z', ''].some(isDay)).toBe(false);
});

test('a month on is the same day, or the last day of a shorter month', () => {
  expect(plusMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
  expect(plusMonths(day('2024-01-31'), 1)).toBe('2024-02-29');
  expect(plusMonths(day('2026-03-31'), -13)).toBe('2025-02-28');
  expect(plusMonths(day('2026-12-15'), 1)).toBe('2027-01-15');
});

test('months count when their day has come', () => {
  expect(monthsBetween(day('2026-01-15'), day('2026-02-14'))).toBe(0);
  expect(monthsBetween(day('2026-01-15'), day('2026-02-15'))).toBe(1);
  expect(monthsBetween(day('2026-01-31'), day('2026-02-28'))).toBe(1);
});

test('days add up, months never run past their own count', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: -5000, max: 5000 }), (from, count) => {
      expect(daysBetween(from, plusDays(from, count))).toBe(count);
    }),
  );
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 200 }), (from, months) => {
      expect(monthsBetween(from, plusMonths(from, months))).toBe(months);
    }),
  );
});
