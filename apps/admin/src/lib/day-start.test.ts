import { expect, test } from 'vitest';
import { dayEnd, dayStart } from './day-start.ts';

test('a day of the shop begins and ends at midnight in Shanghai', () => {
  expect(dayStart('2026-11-23')).toBe('2026-11-22T16:00:00.000Z');
  expect(dayEnd('2026-11-23')).toBe('2026-11-23T16:00:00.000Z');
  expect(dayEnd('2026-12-31')).toBe(dayStart('2027-01-01'));
});
