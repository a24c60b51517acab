import * as z from 'zod';
import { searchText } from '../../lib/search-text.ts';

export const tabs = ['attention', 'open', 'done', 'ended'] as const;
export const PAGE_SIZE = 50;

/** What the list of online payments shows, all of it in the address. */
export const paymentsSearch = z.object({
  tab: z.enum(tabs).optional().catch(undefined),
  q: searchText(100),
  page: z.number().int().min(1).default(1).catch(1),
});
export type PaymentsSearch = z.infer<typeof paymentsSearch>;
/** Left out of the address. */
export const paymentsSearchDefaults = { page: 1 } as const;
