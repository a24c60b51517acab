import { PRICE_KINDS } from '@tradeline/domain/pricing';
import * as z from 'zod';
import { searchText } from '../../lib/search-text.ts';

export const shows = ['all', 'listed', 'missing', 'changed'] as const;
export const GRID_SIZE = 50;

/** Which lists are shown, in the address. */
export const listsSearch = z.object({
  q: searchText(100),
  kind: z.enum(PRICE_KINDS).optional().catch(undefined),
  state: z.enum(['running', 'upcoming', 'ended', 'off']).optional().catch(undefined),
});
export type ListsSearch = z.infer<typeof listsSearch>;

/** What the grid of a list shows, in the address; `draft` is the draft that is edited. */
export const gridSearch = z.object({
  tab: z.enum(['prices', 'versions']).default('prices').catch('prices'),
  draft: z.uuid().optional().catch(undefined),
  q: searchText(200),
  category: z.uuid().optional().catch(undefined),
  brand: z.uuid().optional().catch(undefined),
  show: z.enum(shows).default('all').catch('all'),
  margin: z
    .string()
    .regex(/^\d{1,2}(\.\d{1,2})?$/u)
    .optional()
    .catch(undefined),
  page: z.number().int().min(1).default(1).catch(1),
});
export type GridSearch = z.infer<typeof gridSearch>;
export const gridDefaults = { tab: 'prices', show: 'all', page: 1 } as const;

/** A customer's price sheet. */
export const sheetSearch = z.object({
  customer: z.uuid().optional().catch(undefined),
  q: searchText(200),
  at: z.string().max(30).optional().catch(undefined),
  page: z.number().int().min(1).default(1).catch(1),
});
export type SheetSearch = z.infer<typeof sheetSearch>;
