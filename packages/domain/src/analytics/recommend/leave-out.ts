import type { Day } from '../../kernel/index.ts';
import { type CustomerHistory, historyBefore, type PastOrder } from '../customers/index.ts';

/** A customer asked on the day of its last order, knowing the orders before that day. */
export type LeftOut = {
  readonly day: Day;
  readonly before: CustomerHistory;
  /** SKUs of that day. */
  readonly target: ReadonlySet<string>;
};

export const skusOf = (orders: readonly PastOrder[]): ReadonlySet<string> =>
  new Set(orders.flatMap(({ items }) => items.map(({ skuId }) => skuId)));

/** Every customer with an order, its last order day left out. */
export const leaveLastOut = (histories: readonly CustomerHistory[]): readonly LeftOut[] =>
  histories.flatMap((history) => {
    const day = history.orders.at(-1)?.day;
    if (day === undefined) return [];
    const target = skusOf(history.orders.filter((order) => order.day === day));
    return [{ day, before: historyBefore(history, day), target }];
  });

/** The latest day of the cases, from which their weights by age count. */
export const latestOf = (cases: readonly LeftOut[]): Day | undefined =>
  cases
    .map(({ day }) => day)
    .sort()
    .at(-1);

/** Share of the target among a list. */
export const recallOf = (target: ReadonlySet<string>, list: readonly string[]): number =>
  list.filter((sku) => target.has(sku)).length / target.size;
