import { daysBetween } from '../../calendar/index.ts';
import type { Day } from '../../kernel/index.ts';
import type { CustomerHistory } from '../customers/index.ts';
import { medianOf } from '../customers/quantile.ts';

/** What a customer has ordered of one SKU, and how regularly. */
export type OwnItem = {
  readonly skuId: string;
  /** Order days with the SKU, ascending. */
  readonly days: readonly Day[];
  /** Quantity on each of them. */
  readonly quantities: readonly number[];
  readonly elapsedDays: number;
  /** Median days between two orders of it; absent with one. */
  readonly usualDays?: number;
  /** Share of the customer's orders that hold it, each order half as heavy as one `HALF_ORDERS` later. */
  readonly habit: number;
};

/** After so many further orders an order counts half. */
const HALF_ORDERS = 6;

/** A customer's SKUs on a day, by SKU id. Two orders on one day are one occasion. */
export const ownItems = (history: CustomerHistory, asOf: Day): readonly OwnItem[] => {
  const bySku = new Map<string, { days: Day[]; quantities: number[]; weight: number }>();
  const occasions = [...new Set(history.orders.map(({ day }) => day))];
  const weightOf = new Map(occasions.map((day, at) => [day, 0.5 ** ((occasions.length - 1 - at) / HALF_ORDERS)]));
  const total = [...weightOf.values()].reduce((sum, weight) => sum + weight, 0);
  for (const { day, items } of history.orders)
    for (const { skuId, quantity } of items) {
      const known = bySku.get(skuId) ?? { days: [], quantities: [], weight: 0 };
      bySku.set(skuId, known);
      if (known.days.at(-1) === day) known.quantities[known.quantities.length - 1]! += quantity;
      else {
        known.days.push(day);
        known.quantities.push(quantity);
        known.weight += weightOf.get(day)!;
      }
    }
  return [...bySku]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([skuId, { days, quantities, weight }]) => {
      const usualDays = medianOf(days.slice(1).map((day, at) => daysBetween(days[at]!, day)));
      return {
        skuId,
        days,
        quantities,
        elapsedDays: daysBetween(days.at(-1)!, asOf),
        ...(usualDays === undefined ? {} : { usualDays }),
        habit: weight / total,
      };
    });
};

/** From this share of the usual gap on a SKU counts as due, and up to this many gaps; later it was given up. */
export const DUE = { from: 0.75, until: 4 } as const;

/** Whether the own interval says that the SKU is wanted again; never after a single order. */
export const isDue = ({ elapsedDays, usualDays }: Pick<OwnItem, 'elapsedDays' | 'usualDays'>): boolean =>
  usualDays !== undefined && elapsedDays >= DUE.from * usualDays && elapsedDays <= DUE.until * usualDays;
