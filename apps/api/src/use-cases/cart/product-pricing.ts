import { catalogStore } from '@tradeline/db/stores';
import type { QuoteInput } from '@tradeline/domain/order';
import type { Deps } from '../../deps.ts';
import type { Buyer } from '../../trpc/context.ts';
import { quoteInputFor } from '../pricing/quote-facts.ts';
import { viewerOf } from '../session/visitor.ts';

/**
 * What the domain's quote needs to price any quantities of one product's variants, so that a table of them shows its
 * total while it is filled in. Nothing for who may not see prices, or not the
 * product.
 */
export const productPricing = async (
  { db }: Pick<Deps, 'db'>,
  buyer: Buyer,
  productId: string,
): Promise<QuoteInput | null> => {
  if (!buyer.seesPrices || !(await catalogStore.product(db, productId, viewerOf(buyer)))) return null;
  const skus = (await catalogStore.skusOfProducts(db, [productId])).filter((sku) => sku.status === 'active');
  return quoteInputFor(
    db,
    buyer,
    skus.map((sku) => ({ sku, quantity: sku.minQuantity })),
  );
};
