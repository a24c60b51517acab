import type { PromotionId, SkuId } from '../kernel/index.ts';
import type { UnitPriceE4 } from '../money/index.ts';

/** A line of a cart as somebody saw it. */
export type SeenLine = {
  readonly skuId: SkuId;
  readonly quantity: number;
  /** At that quantity; absent where no price is told. */
  readonly unitPriceE4?: UnitPriceE4 | undefined;
  /** Whether stock seemed to cover it. */
  readonly covered: boolean;
  /** Cannot be ordered any more. */
  readonly gone: boolean;
};
export type SeenCart = {
  readonly lines: readonly SeenLine[];
  /** Promotions that did something for it. */
  readonly promotions: readonly PromotionId[];
};

/** What has changed of a cart since it was last looked at, without its owner's doing. */
export type CartNews =
  | { readonly kind: 'price'; readonly skuId: SkuId; readonly before: UnitPriceE4; readonly after: UnitPriceE4 }
  | { readonly kind: 'gone' | 'back' | 'short' | 'in-stock'; readonly skuId: SkuId }
  | { readonly kind: 'promotion-over'; readonly promotionId: PromotionId };

/**
 * Compares what was seen with how the same lines, at the quantities that were seen, stand now. Lines that are new or were
 * taken out are their owner's doing and no news; of goods that are gone nothing else is told.
 */
export const cartNews = (
  seen: SeenCart,
  now: readonly SeenLine[],
  running: readonly PromotionId[],
): readonly CartNews[] => {
  const today = new Map(now.map((line) => [line.skuId, line]));
  const ofLines = seen.lines.flatMap((was) => {
    const is = today.get(was.skuId);
    return is ? newsOf(was, is) : [];
  });
  const over = seen.promotions
    .filter((id) => !running.includes(id))
    .map((promotionId): CartNews => ({ kind: 'promotion-over', promotionId }));
  return [...ofLines, ...over];
};

const newsOf = (was: SeenLine, is: SeenLine): CartNews[] => {
  const { skuId } = is;
  if (is.gone) return was.gone ? [] : [{ kind: 'gone', skuId }];
  const news: CartNews[] = was.gone ? [{ kind: 'back', skuId }] : [];
  if (was.unitPriceE4 !== undefined && is.unitPriceE4 !== undefined && was.unitPriceE4 !== is.unitPriceE4)
    news.push({ kind: 'price', skuId, before: was.unitPriceE4, after: is.unitPriceE4 });
  if (!was.gone && was.covered !== is.covered) news.push({ kind: is.covered ? 'in-stock' : 'short', skuId });
  return news;
};
