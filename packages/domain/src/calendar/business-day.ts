import { type Day, type Instant, invariant, localTime } from '../kernel/index.ts';

/** The calendar day on which a moment falls in the shop's zone: due dates, terms and reports count these. */
export const businessDay = (at: Instant, zone: string): Day => {
  const local = localTime(at, zone);
  invariant(local, `a time zone whose rules are known: ${zone}`);
  return local.day as Day;
};
