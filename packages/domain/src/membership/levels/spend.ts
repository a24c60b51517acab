import { plusMonths } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import { type Minor, minor } from '../../money/index.ts';

/** A delivered order as membership counts it: goods with tax, without shipping and gifts. */
export type CountedOrder = {
  readonly id: string;
  /** The day of delivery in the shop's zone. */
  readonly date: Day;
  readonly paid: Minor;
  readonly refunded: Minor;
};

/** What counts in (at − months, at]: the day twelve months ago has just left the window, today is in. */
export const ordersInWindow = <O extends Pick<CountedOrder, 'date'>>(
  orders: readonly O[],
  at: Day,
  months: number,
): readonly O[] => {
  const after = plusMonths(at, -months);
  return orders.filter((order) => order.date > after && order.date <= at);
};

/** Paid less refunded in the window; an order never counts below zero. */
export const rollingSpend = (orders: readonly Omit<CountedOrder, 'id'>[], at: Day, months: number): Minor =>
  minor(ordersInWindow(orders, at, months).reduce((sum, { paid, refunded }) => sum + Math.max(0, paid - refunded), 0));
