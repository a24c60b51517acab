import { plusDays, plusMonths } from '@tradeline/domain/calendar';
import type { Day } from '@tradeline/domain/kernel';
import type { spans } from './sales-search.ts';

type Span = Exclude<(typeof spans)[number], 'own'>;

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01` as Day;
const quarterOf = (day: Day): Day => {
  const month = Number(day.slice(5, 7));
  return plusMonths(monthOf(day), -((month - 1) % 3));
};
const until = (next: Day): Day => plusDays(next, -1);

/** The days of a named span, both included: one that runs ends today. */
export const spanDays = (span: Span, today: Day): { from: Day; to: Day } => {
  const [month, quarter] = [monthOf(today), quarterOf(today)];
  switch (span) {
    case 'this-month':
      return { from: month, to: today };
    case 'last-month':
      return { from: plusMonths(month, -1), to: until(month) };
    case 'this-quarter':
      return { from: quarter, to: today };
    case 'last-quarter':
      return { from: plusMonths(quarter, -3), to: until(quarter) };
    case 'this-year':
      return { from: `${today.slice(0, 4)}-01-01` as Day, to: today };
  }
};
