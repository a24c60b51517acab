import { expect, test } from 'vitest';
import { yearOf } from './year-months.ts';

test('a year has its twelve months whether or not anything was bought', () => {
  const year = yearOf(
    [
      { month: '2026-03', orders: 2, amount: 500 },
      { month: '2025-12', orders: 1, amount: 70 },
    ],
    '2026-03',
  );
  expect(year.map((each) => each.month)).toEqual([
    '2025-04',
    '2025-05',
    '2025-06',
    '2025-07',
    '2025-08',
    '2025-09',
    '2025-10',
    '2025-11',
    '2025-12',
    '2026-01',
    '2026-02',
    '2026-03',
  ]);
  expect(year.map((each) => each.amount)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 70, 0, 0, 500]);
});
