import * as z from 'zod';

/** What the goods list shows, all of it in the address: it can be kept, sent and gone back to. */
export const goodsSearch = z.object({
  q: z.string().max(200).optional().catch(undefined),
  category: z.uuid().optional().catch(undefined),
  brand: z.uuid().optional().catch(undefined),
  stock: z.boolean().default(false).catch(false),
  sort: z.enum(['number', 'newest', 'name']).default('number').catch('number'),
  view: z.enum(['grid', 'list']).default('grid').catch('grid'),
  page: z.number().int().min(1).default(1).catch(1),
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
