import * as z from 'zod';
import { searchText } from '../../lib/search-text.ts';

export const levels = ['ordinary', 'silver', 'gold', 'diamond'] as const;
export const customerStatuses = ['active', 'suspended', 'closed'] as const;
export const PAGE_SIZE = 50;

/** What the customer list shows, all of it in the address. */
export const customerSearch = z.object({
  q: searchText(100),
  group: z.uuid().optional().catch(undefined),
  level: z.enum(levels).optional().catch(undefined),
  status: z.enum(customerStatuses).optional().catch(undefined),
  page: z.number().int().min(1).default(1).catch(1),
});
export type CustomerSearch = z.infer<typeof customerSearch>;
export type ChangeSearch = (change: Partial<CustomerSearch>) => void;

/** Left out of the address. */
export const customerSearchDefaults = { page: 1 } as const;

export const customersInput = ({ q, group, level, status, page }: CustomerSearch) => ({
  text: q || undefined,
  groupId: group,
  level,
  status,
  page,
  size: PAGE_SIZE,
});

export const noFilters = {
  q: undefined,
  group: undefined,
  level: undefined,
  status: undefined,
} satisfies Partial<CustomerSearch>;

/** Conditions beside the words that narrow the list now. */
export const activeFilters = ({ group, level, status }: CustomerSearch): number =>
  [group, level, status].filter((value) => value !== undefined).length;
