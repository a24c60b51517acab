import * as z from 'zod';
import { searchText } from '../../lib/search-text.ts';

export const states = ['low', 'out', 'quarantine', 'transit', 'slow'] as const;
export const sorts = ['number', 'available', 'on-hand', 'short'] as const;
export const PAGE_SIZE = 50;

/** What the stock list shows, all of it in the address. */
export const stockSearch = z.object({
  q: searchText(200),
  warehouse: z.uuid().optional().catch(undefined),
  state: z.enum(states).optional().catch(undefined),
  sort: z.enum(sorts).default('number').catch('number'),
  page: z.number().int().min(1).default(1).catch(1),
});
export type StockSearch = z.infer<typeof stockSearch>;
/** Left out of the address. */
export const stockSearchDefaults = { sort: 'number', page: 1 } as const;
export const noFilters = { q: undefined, warehouse: undefined, state: undefined } satisfies Partial<StockSearch>;

export const stockInput = ({ q, warehouse, state, sort, page }: StockSearch) => ({
  text: q || undefined,
  warehouseId: warehouse,
  state,
  sort,
  page,
  size: PAGE_SIZE,
});
