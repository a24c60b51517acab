import { expect, test } from 'vitest';
import { day } from '../../calendar/index.ts';
import { minor } from '../../money/index.ts';
import { type InvoiceRecord, outcomeAfter } from './index.ts';

const SEEN = day('2026-01-01');
const LATER = day('2027-06-01');
const invoice = (due: string, paid?: string, more: Partial<InvoiceRecord> = {}): InvoiceRecord => ({
  id: due,
  issued: day('2025-01-01'),
  due: day(due),
  amount: minor(100),
  payments: paid === undefined ? [] : [{ on: day(paid), amount: minor(100) }],
  ...more,
});

test('more than ninety days past due within twelve months is bad', () => {
  // 90 days after 2026-03-01 is 2026-05-30.
  expect(outcomeAfter([invoice('2026-03-01', '2026-05-30')], SEEN, LATER)).toBe('good');
  expect(outcomeAfter([invoice('2026-03-01', '2026-05-31')], SEEN, LATER)).toBe('bad');
  expect(outcomeAfter([invoice('2026-03-01')], SEEN, LATER)).toBe('bad');
  expect(outcomeAfter([invoice('2026-03-01', '2026-05-31', { disputed: true })], SEEN, LATER)).toBe('good');
  expect(outcomeAfter([invoice('2026-03-01', '2026-05-15')], SEEN, LATER, { months: 12, days: 60 })).toBe('bad');
});

test('the window ends after its months', () => {
  expect(outcomeAfter([invoice('2026-10-02')], SEEN, LATER)).toBe('bad');
  expect(outcomeAfter([invoice('2026-10-03')], SEEN, LATER)).toBe('good');
});

test('until the window is over only a default is known', () => {
  expect(outcomeAfter([], SEEN, day('2026-12-31'))).toBe('unknown');
  expect(outcomeAfter([], SEEN, day('2027-01-01'))).toBe('good');
  expect(outcomeAfter([invoice('2026-03-01')], SEEN, day('2026-05-31'))).toBe('bad');
  expect(outcomeAfter([invoice('2026-03-01')], SEEN, day('2026-05-30'))).toBe('unknown');
});

test('a customer in default on the day has no outcome; one that recovered has', () => {
  expect(outcomeAfter([invoice('2025-09-01')], SEEN, LATER)).toBe('in-default');
  expect(outcomeAfter([invoice('2025-09-01', '2025-12-31')], SEEN, LATER)).toBe('good');
});
