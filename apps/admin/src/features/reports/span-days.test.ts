import type { Day } from '@tradeline/domain/kernel';
import { expect, test } from 'vitest';
import { spanDays } from './span-days.ts';

test.each([
  ['this-month', '2026-11-28', '2026-11-01', '2026-11-28'],
  ['last-month', '2026-03-31', '2026-02-01', '2026-02-28'],
  ['last-month', '2026-01-05', '2025-12-01', '2025-12-31'],
  ['this-quarter', '2026-11-28', '2026-10-01', '2026-11-28'],
  ['this-quarter', '2026-01-01', '2026-01-01', '2026-01-01'],
  ['last-quarter', '2026-02-14', '2025-10-01', '2025-12-31'],
  ['last-quarter', '2026-12-31', '2026-07-01', '2026-09-30'],
  ['this-year', '2028-02-29', '2028-01-01', '2028-02-29'],
] as const)('%s on %s is %s to %s', (span, today, from, to) => {
  expect(spanDays(span, today as Day)).toEqual({ from, to });
});
