import type { Raw } from '@tradeline/db';
import { type ListPrice, type ProductPageRow, productPage, searchFactStore } from '@tradeline/db/stores';
import { keptReads } from './kept-reads.ts';

/** A product page for nobody in particular: all goods beside it, the prices of every list, no stock and no codes. */
export type KeptPage = { readonly page: ProductPageRow; readonly prices: readonly ListPrice[] };

/** Pages held; some ten kilobytes each. */
const MOST = 2_000;

/** Pages that were lately looked at, by product; a change of goods beside it is a change of the page too. */
export const productPages = (raw: Raw) => {
  const read = async (id: string): Promise<[string, KeptPage & { about: ReadonlySet<string> }][]> => {
    const page = await productPage(raw, id, 'staff', null);
    if (!page) return [];
    const besides = [...page.related, ...page.together];
    const skuIds = [...page.skus, ...besides.flatMap(({ skus }) => skus)].map((sku) => sku.id);
    const prices = await searchFactStore.pricesOfSkus(raw, [...new Set(skuIds)]);
    return [[id, { page, prices, about: new Set([id, ...besides.map((beside) => beside.id)]) }]];
  };
  return keptReads<KeptPage & { about: ReadonlySet<string> }>(
    MOST,
    async (ids) => new Map((await Promise.all(ids.map(read))).flat()),
    ({ about }, products) => [...products].some((id) => about.has(id)),
  );
};
export type ProductPages = ReturnType<typeof productPages>;
