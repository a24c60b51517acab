import * as z from 'zod/mini';
import { withFallback } from '../../lib/search-schema.ts';

/** What the goods list shows, all of it in the address: it can be kept, sent and gone back to. */
export const goodsSearch = z.object({
  q: withFallback(z.optional(z.string().check(z.maxLength(200))), undefined),
  category: withFallback(z.optional(z.uuid()), undefined),
  brand: withFallback(z.optional(z.uuid()), undefined),
  stock: withFallback(z._default(z.boolean(), false), false),
  sort: withFallback(z._default(z.enum(['number', 'newest', 'name']), 'number'), 'number'),
  view: withFallback(z._default(z.enum(['grid', 'list']), 'grid'), 'grid'),
  page: withFallback(z._default(z.int().check(z.minimum(1)), 1), 1),
});
export type GoodsSearch = z.infer<typeof goodsSearch>;

/** Left out of the address. */
export const goodsSearchDefaults = { stock: false, sort: 'number', view: 'grid', page: 1 } as const;

export const PAGE_SIZE = 24;

export const productsInput = ({ q, category, brand, stock, sort, page }: GoodsSearch) => ({
  text: q || undefined,
  category,
  brand,
  inStock: stock || undefined,
  sort,
  page,
  size: PAGE_SIZE,
});

/** Conditions that a buyer set and may take back one by one. */
export const activeFilters = ({ category, brand, stock }: GoodsSearch): number =>
  [category, brand, stock || undefined].filter((value) => value !== undefined).length;
