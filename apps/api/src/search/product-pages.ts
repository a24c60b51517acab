import type { Raw } from '@tradeline/db';
import { type ListPrice, type ProductPageRow, productPage, searchFactStore } from '@tradeline/db/stores';

/** A product page for nobody in particular: all goods beside it, the prices of every list, no stock and no codes. */
export type KeptPage = { readonly page: ProductPageRow; readonly prices: readonly ListPrice[] };

/** Pages held; some ten kilobytes each. */
const MOST = 2_000;

/**
 * Pages that were lately looked at, kept until a change of the product, of goods beside it or of a price is read. A page
 * whose reading began before a change was heard is used once and not kept: it may be of before.
 */
export const productPages = (raw: Raw) => {
  const known = new Map<string, KeptPage & { about: ReadonlySet<string> }>();
  let changes = 0;

  return {
    of: async (id: string): Promise<KeptPage | undefined> => {
      const kept = known.get(id);
      if (kept) {
        known.delete(id);
        known.set(id, kept);
        return kept;
      }
      const before = changes;
      const page = await productPage(raw, id, 'staff', null);
      if (!page) return undefined;
      const besides = [...page.related, ...page.together];
      const skuIds = [...page.skus, ...besides.flatMap(({ skus }) => skus)].map((sku) => sku.id);
      const prices = await searchFactStore.pricesOfSkus(raw, [...new Set(skuIds)]);
      const read = { page, prices, about: new Set([id, ...besides.map((beside) => beside.id)]) };
      if (changes === before) known.set(id, read);
      if (known.size > MOST) known.delete(known.keys().next().value!);
      return read;
    },
    /** Something of these products has changed; without ids: of any. */
    forget: (productIds?: readonly string[]): void => {
      changes++;
      if (!productIds) known.clear();
      else for (const [id, { about }] of known) if (productIds.some((changed) => about.has(changed))) known.delete(id);
    },
  };
};
export type ProductPages = ReturnType<typeof productPages>;
