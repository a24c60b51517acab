import type { Day } from '../../kernel/index.ts';
import { type CustomerHistory, historyBefore, orderDays } from '../customers/index.ts';
import { medianOf } from '../customers/quantile.ts';
import { DUE, type OwnItem, ownItems } from '../recommend/index.ts';
import { type DueQuantity, dueQuantity } from './due-quantity.ts';

/** A SKU that is wanted in the order of this day, before the shop's rules are asked. */
export type DueLine = {
  readonly skuId: string;
  readonly times: number;
  readonly lastDay: Day;
  readonly usualDays: number;
  readonly elapsedDays: number;
  /** Share of the latest orders that held it, the later ones counting more. */
  readonly habit: number;
  /** Habit, less what is left of the usual gap. */
  readonly score: number;
  readonly wanted: DueQuantity;
};

/** A SKU is not thought of before a quarter of its usual gap has passed. */
const LEAST_READY = 0.25;
const REMEMBERED = 6;

/** SKUs that the last orders held, the median of them. */
const usualSize = ({ orders }: CustomerHistory): number => {
  const sizes = new Map<Day, Set<string>>();
  for (const { day, items } of orders) {
    const skus = sizes.get(day) ?? new Set<string>();
    sizes.set(day, skus);
    for (const { skuId } of items) skus.add(skuId);
  }
  return Math.round(medianOf([...sizes.values()].slice(-REMEMBERED).map(({ size }) => size)) ?? 0);
};

/**
 * What a customer is due to order on a day: as many SKUs as its orders usually hold, those that it orders most by habit and
 * whose own gap has passed most. Needs two orders of a SKU; what has been left for four gaps was given up. Most wanted
 * first, then by id.
 */
export const dueLines = (history: CustomerHistory, asOf: Day): readonly DueLine[] => {
  const known = historyBefore(history, asOf);
  return ownItems(known, asOf)
    .flatMap((item) => dueLine(item, asOf))
    .sort((a, b) => b.score - a.score || (a.skuId < b.skuId ? -1 : 1))
    .slice(0, usualSize(known));
};

const dueLine = (item: OwnItem, asOf: Day): DueLine[] => {
  const { skuId, days, elapsedDays, usualDays, habit } = item;
  if (usualDays === undefined) return [];
  const ready = elapsedDays / Math.max(1, usualDays);
  const wanted = dueQuantity(item, asOf);
  if (ready < LEAST_READY || ready > DUE.until || wanted.units <= 0) return [];
  const [times, lastDay, score] = [days.length, days.at(-1)!, habit * Math.min(1, ready)];
  return [{ skuId, times, lastDay, usualDays, elapsedDays, habit, score, wanted }];
};

/** The same, less what was ordered on that very day already: nobody is told to order it again in the evening. */
export const stillDueLines = (history: CustomerHistory, asOf: Day): readonly DueLine[] => {
  const ordered = new Set(
    history.orders.flatMap(({ day, items }) => (day === asOf ? items.map(({ skuId }) => skuId) : [])),
  );
  return dueLines(history, asOf).filter(({ skuId }) => !ordered.has(skuId));
};

/** How the rules did on the customer's own last orders. */
export type OrderPastError = {
  /** Order days asked about, each knowing only what was before it. */
  readonly orders: number;
  /** Of the SKUs suggested, the share that was ordered; of the SKUs ordered, the share that was suggested. */
  readonly precision: number;
  readonly recall: number;
  /** Units off over units ordered, for the SKUs that were both. */
  readonly quantityError: number;
};

/** Asks for the due lines on each of the last order days (five unless said) and compares with what was ordered. */
export const orderPastError = (history: CustomerHistory, asOf: Day, orders = 5): OrderPastError | undefined => {
  const known = historyBefore(history, asOf);
  const days = orderDays(known.orders).slice(2).slice(-orders);
  let [suggested, ordered, both, off, units] = [0, 0, 0, 0, 0];
  for (const day of days) {
    const actual = new Map<string, number>();
    for (const order of known.orders)
      if (order.day === day)
        for (const { skuId, quantity } of order.items) actual.set(skuId, (actual.get(skuId) ?? 0) + quantity);
    ordered += actual.size;
    for (const { skuId, wanted } of dueLines(known, day)) {
      suggested += 1;
      const quantity = actual.get(skuId);
      if (quantity === undefined) continue;
      both += 1;
      off += Math.abs(wanted.units - quantity);
      units += quantity;
    }
  }
  if (days.length === 0 || suggested === 0) return undefined;
  return {
    orders: days.length,
    precision: both / suggested,
    recall: both / ordered,
    quantityError: units === 0 ? 0 : off / units,
  };
};
