import * as z from 'zod';
import { searchText } from '../../lib/search-text.ts';

/** Whose eyes, and which goods; all of it in the address. */
export const seenSearch = z.object({
  customer: z.uuid().optional().catch(undefined),
  q: searchText(100),
  which: z.enum(['all', 'visible', 'hidden']).default('all').catch('all'),
  page: z.number().int().min(1).default(1).catch(1),
});
export type SeenSearch = z.infer<typeof seenSearch>;
export const seenSearchDefaults = { which: 'all', page: 1 } as const;
