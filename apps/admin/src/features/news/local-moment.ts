import type { Instant } from '@tradeline/domain/kernel';

const two = (n: number): string => String(n).padStart(2, '0');

/** A moment as a date-and-time field shows it, by the clock of this computer; empty for none. */
export const localOf = (at: Instant | null | undefined): string => {
  if (!at) return '';
  const d = new Date(at);
  return `${d.getFullYear()}-${two(d.getMonth() + 1)}-${two(d.getDate())}T${two(d.getHours())}:${two(d.getMinutes())}`;
};

/** What such a field says, as a moment; none when it is empty. */
export const instantOf = (typed: string): Instant | null =>
  typed === '' ? null : (new Date(typed).toISOString() as Instant);
