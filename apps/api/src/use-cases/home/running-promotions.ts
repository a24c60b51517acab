import { priceStore } from '@tradeline/db/stores';
import { type Promotion, type Scope, scopesNamed } from '@tradeline/domain/promotion';
import type { Deps } from '../../deps.ts';
import type { Visitor } from '../../trpc/context.ts';
import { promotionsFor } from '../pricing/quote-facts.ts';

/** Where the goods of a promotion are found: one filter of the list, or one product. */
export type PromotionGoods = { category?: string; brand?: string; productId?: string };

/** The first goods named, as a place to go; a promotion on everything leads to the whole list. */
const goodsOf = (scopes: readonly Scope[]): PromotionGoods => {
  for (const { categoryIds, brandIds, productIds } of scopes) {
    if (categoryIds?.[0]) return { category: categoryIds[0] };
    if (brandIds?.[0]) return { brand: brandIds[0] };
    if (productIds?.length === 1 && productIds[0]) return { productId: productIds[0] };
  }
  return {};
};

/** Promotions that run for the visitor, the first to end first; none for who may not see prices, since they speak of them. */
export const runningPromotions = async ({ db }: Pick<Deps, 'db'>, visitor: Visitor) => {
  if (!visitor.seesPrices) return [];
  const running = promotionsFor(visitor, await priceStore.runningPromotions(db));
  return running
    .map(({ definition, code: _, ...shown }) => ({ ...shown, goods: goodsOf(scopesNamed(definition as Promotion)) }))
    .sort((a, b) => ((a.endsAt ?? '9') < (b.endsAt ?? '9') ? -1 : 1));
};
