import type { Tx } from '@tradeline/db';
import { firstPriceStore, type ProductRecord, productMediaStore } from '@tradeline/db/stores';
import { type AttributeDefinition, type MissingPart, missingForPublishing } from '@tradeline/domain/catalog';

/** What a stored product lacks before it should be shown. */
export const readinessOf = async (
  tx: Tx,
  product: ProductRecord,
  definitions: readonly AttributeDefinition[],
): Promise<readonly MissingPart[]> => {
  const prices = await firstPriceStore.basePrices(
    tx,
    product.variants.map(({ id }) => id),
  );
  const pictures = await productMediaStore.pictures(tx, product.id);
  return missingForPublishing({
    ...product,
    definitions,
    pictures: pictures.length,
    variants: product.variants.map(({ id, itemNumber, status }) => ({ itemNumber, status, priced: prices.has(id) })),
  });
};
