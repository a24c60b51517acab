import * as z from 'zod';
import { searchText } from '../../lib/search-text.ts';

export const productStatuses = ['published', 'draft', 'withdrawn'] as const;
export const productSorts = ['number', 'newest', 'updated', 'name'] as const;
export const PAGE_SIZE = 50;

/** What the product list shows, all of it in the address. */
export const productSearch = z.object({
  q: searchText(200),
  category: z.uuid().optional().catch(undefined),
  brand: z.uuid().optional().catch(undefined),
  status: z.enum(productStatuses).optional().catch(undefined),
  stock: z.boolean().default(false).catch(false),
  sort: z.enum(productSorts).default('number').catch('number'),
  page: z.number().int().min(1).default(1).catch(1),
});
export type ProductSearch = z.infer<typeof productSearch>;
export type ChangeSearch = (change: Partial<ProductSearch>) => void;

/** Left out of the address. */
export const productSearchDefaults = { stock: false, sort: 'number', page: 1 } as const;

export const productsInput = ({ q, category, brand, status, stock, sort, page }: ProductSearch) => ({
  text: q || undefined,
  category,
  brand,
  status,
  inStock: stock || undefined,
  // Of what was searched for, the likeliest comes first unless another order is chosen.
  sort: q && sort === 'number' ? ('relevance' as const) : sort,
  page,
  size: PAGE_SIZE,
});

export const noFilters = {
  q: undefined,
  category: undefined,
  brand: undefined,
  status: undefined,
  stock: false,
} satisfies Partial<ProductSearch>;

/** Conditions beside the words that narrow the list now. */
export const activeFilters = ({ category, brand, status, stock }: ProductSearch): number =>
  [category, brand, status, stock || undefined].filter((value) => value !== undefined).length;
