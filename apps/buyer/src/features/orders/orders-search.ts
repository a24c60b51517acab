import { instant } from '@tradeline/domain/kernel';
import type { DisplayStatus } from '@tradeline/domain/order';
import * as v from 'valibot';
import { calendarDay, orNothing, pageNumber, shortText, yes } from '../../lib/search-schema.ts';

/** The stages of an order as a buyer sorts them in his head, each with the display statuses it stands for. */
export const stages = {
  all: [],
  open: ['submitted', 'in-review', 'awaiting-payment'],
  preparing: ['confirmed', 'picking'],
  underway: ['partially-shipped', 'shipped', 'in-transit'],
  delivered: ['delivered'],
  ended: ['returning', 'refunded', 'cancelled', 'rejected'],
} as const satisfies Record<string, readonly DisplayStatus[]>;
export type Stage = keyof typeof stages;

const day = orNothing(calendarDay);
const orders = ['placed-desc', 'placed-asc', 'total-desc', 'total-asc'] as const;

/** What the order list shows, all of it in the address. */
export const ordersSearch = v.object({
  stage: v.fallback(v.optional(v.picklist(Object.keys(stages) as Stage[]), 'all'), 'all'),
  q: orNothing(shortText(100)),
  from: day,
  to: day,
  unpaid: yes,
  sort: v.fallback(v.optional(v.picklist(orders), 'placed-desc'), 'placed-desc'),
  page: pageNumber,
});
export type OrdersSearch = v.InferOutput<typeof ordersSearch>;
export const ordersSearchDefaults = { stage: 'all', unpaid: false, sort: 'placed-desc', page: 1 } as const;

export const PAGE_SIZE = 20;

/** Midnight of the shop, eight hours ahead of UTC all year, as the moment a day begins; `plus` counts days on. */
const dayStart = (day: string, plus = 0) => {
  const at = new Date(`${day}T00:00:00.000+08:00`);
  at.setUTCDate(at.getUTCDate() + plus);
  return instant(at.toISOString());
};

/** Days are whole: both the first and the last are included. */
export const listFilter = ({ stage, q, from, to, unpaid }: OrdersSearch) => ({
  statuses: stages[stage].length > 0 ? [...stages[stage]] : undefined,
  text: q || undefined,
  from: from && dayStart(from),
  to: to && dayStart(to, 1),
  unpaid: unpaid || undefined,
});

export const listInput = (search: OrdersSearch) => ({
  ...listFilter(search),
  sort: search.sort,
  page: search.page,
  size: PAGE_SIZE,
});
