import { paymentTerms, reviewSteps } from '@tradeline/domain/order';
import * as z from 'zod';
import { dayEnd, dayStart } from '../../lib/day-start.ts';
import { attentionNames, isAttention, queueNames, queues } from '../../lib/order-queues.ts';
import { searchText } from '../../lib/search-text.ts';

export const pageSizes = [25, 50, 100] as const;
export const orderSorts = ['placed-desc', 'placed-asc', 'total-desc', 'total-asc'] as const;

/** What the order list shows, all of it in the address: it can be kept, sent and gone back to. */
export const orderSearch = z.object({
  q: searchText(100),
  queue: z
    .enum(['all', ...queueNames, ...attentionNames])
    .default('all')
    .catch('all'),
  from: z.iso.date().optional().catch(undefined),
  to: z.iso.date().optional().catch(undefined),
  customer: z.uuid().optional().catch(undefined),
  terms: z.enum(paymentTerms).optional().catch(undefined),
  step: z.enum(reviewSteps).optional().catch(undefined),
  source: z.string().max(40).optional().catch(undefined),
  sort: z.enum(orderSorts).default('placed-desc').catch('placed-desc'),
  page: z.number().int().min(1).default(1).catch(1),
  size: z
    .literal([...pageSizes])
    .default(50)
    .catch(50),
});
export type OrderSearch = z.infer<typeof orderSearch>;
export type ChangeSearch = (change: Partial<OrderSearch>) => void;

/** Left out of the address. */
export const orderSearchDefaults = { queue: 'all', sort: 'placed-desc', page: 1, size: 50 } as const;

/** The question to the server. `to` is a day that counts as a whole. */
export const ordersInput = ({ q, queue, from, to, customer, terms, step, source, sort, page, size }: OrderSearch) => ({
  text: q || undefined,
  statuses: queue === 'all' || isAttention(queue) ? undefined : [...queues[queue].statuses],
  late: queue === 'late' || undefined,
  blocked: queue === 'blocked' || undefined,
  review: step,
  companyId: customer,
  from: from && dayStart(from),
  to: to && dayEnd(to),
  paymentTerms: terms,
  source,
  sort,
  page,
  size,
});

export const noFilters = {
  q: undefined,
  from: undefined,
  to: undefined,
  customer: undefined,
  terms: undefined,
  step: undefined,
  source: undefined,
} satisfies Partial<OrderSearch>;

/** Conditions beside the queue and the words that narrow the list now. */
export const activeFilters = ({ from, to, customer, terms, step, source }: OrderSearch): number =>
  [from ?? to, customer, terms, step, source].filter((value) => value !== undefined).length;
