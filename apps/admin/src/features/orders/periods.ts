import type { Text } from '../../lib/i18n.tsx';

/** A span of calendar days, both ends included. */
export type Period = { from: string; to: string };

const iso = (millis: number): string => new Date(millis).toISOString().slice(0, 10);
const shifted = (day: string, days: number): string => iso(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000);
const firstOfMonth = (day: string): string => `${day.slice(0, 7)}-01`;

/** Spans that are asked for every day, from the shop's calendar day `today`. */
export const periods: readonly { key: string; label: (t: Text) => string; of: (today: string) => Period }[] = [
  { key: 'today', label: (t) => t.period_today(), of: (today) => ({ from: today, to: today }) },
  {
    key: 'yesterday',
    label: (t) => t.period_yesterday(),
    of: (today) => ({ from: shifted(today, -1), to: shifted(today, -1) }),
  },
  { key: 'week', label: (t) => t.period_week(), of: (today) => ({ from: shifted(today, -6), to: today }) },
  { key: 'month', label: (t) => t.period_month(), of: (today) => ({ from: shifted(today, -29), to: today }) },
  { key: 'this-month', label: (t) => t.period_this_month(), of: (today) => ({ from: firstOfMonth(today), to: today }) },
  {
    key: 'last-month',
    label: (t) => t.period_last_month(),
    of: (today) => {
      const to = shifted(firstOfMonth(today), -1);
      return { from: firstOfMonth(to), to };
    },
  },
];
