import { firstPriceStore, productHistoryStore, productMediaStore, productStore } from '@tradeline/db/stores';
import { err, ok } from '@tradeline/domain/kernel';
import type { Deps } from '../../deps.ts';
import type { Editor } from './actor.ts';
import { readinessOf } from './readiness.ts';

/** A product as its editor opens it: all fields, pictures, documents, what is missing, and who saved last. */
export const viewProduct = async ({ db }: Pick<Deps, 'db'>, editor: Pick<Editor, 'seesCost'>, id: string) => {
  const product = await productStore.find(db, id);
  if (!product) return err({ kind: 'product-not-found' });
  const definitions = await productStore.attributesOf(db, product.categoryId);
  const ids = product.variants.map((variant) => variant.id);
  const prices = await firstPriceStore.basePrices(db, ids);
  const used = await productStore.withHistory(db, ids);
  return ok({
    ...product,
    variants: product.variants.map(({ cost, ...variant }) => ({
      ...variant,
      ...(editor.seesCost ? { cost } : {}),
      basePriceE4: prices.get(variant.id) ?? null,
      /** Ordered or moved before: it can be withdrawn, not deleted. */
      used: used.has(variant.id),
    })),
    pictures: (await productMediaStore.pictures(db, id)).map(({ productId: _, ...picture }) => picture),
    documents: (await productMediaStore.documents(db, id)).map(({ productId: _, ...document }) => document),
    definitions,
    missing: await readinessOf(db, product, definitions),
    lastSaved: (await productHistoryStore.lastSaved(db, id)) ?? null,
  });
};
