import { unitFactor } from '../catalog/index.ts';
import { localTime } from '../kernel/index.ts';
import { minor, scale, unitPriceE4, ZERO } from '../money/index.ts';
import { type CartLine, evaluatePromotions, type PromotionResult } from '../promotion/index.ts';
import type { QuoteInput } from './quote-input.ts';
import type { CostedLine } from './quote-lines.ts';

export const DEFAULT_ZONE = 'Asia/Shanghai';

/** Promotions on the priced lines of a quote. */
export const promote = (input: QuoteInput, costed: readonly CostedLine[]): PromotionResult =>
  evaluatePromotions({
    lines: costed.map(cartLine),
    shipping: input.shipping?.amount ?? ZERO,
    promotions: input.promotions ?? [],
    context: {
      now: input.now,
      local: localTime(input.now, input.timeZone ?? DEFAULT_ZONE)!,
      customer: input.customer ?? {},
      coupons: input.coupons ?? [],
    },
    settings: input.settings?.promotions,
    giftChoices: input.giftChoices,
    giftStock: input.giftStock,
  });

const cartLine = ({ line, choice, bands, gross }: CostedLine): CartLine => ({
  id: line.id,
  skuId: line.skuId,
  productId: line.productId,
  categoryIds: line.categoryIds,
  brandId: line.brandId,
  tags: line.tags,
  quantity: line.quantity,
  gross,
  unitPriceE4: unitPriceE4(perBaseUnit(choice, bands)),
  floor: line.floorE4 === undefined ? ZERO : minor(Math.min(gross, ceilOf(line.floorE4 * line.quantity))),
});

/** Price of a base unit to 4 decimals; on a graduated list that of the last band. */
const perBaseUnit = (choice: CostedLine['choice'], bands: CostedLine['bands']): number => {
  const factor = unitFactor(choice?.unit) ?? { n: 1, d: 1 };
  return scale(bands.at(-1)?.unitPriceE4 ?? 0, factor.d, factor.n);
};

const ceilOf = (amountE4: number): number => Math.ceil(amountE4 / 100);

/** Coupon codes that belong to no promotion of the quote. */
export const unknownCoupons = (input: QuoteInput): string[] => {
  const known = new Set(
    (input.promotions ?? []).flatMap(({ coupon }) => (coupon ? [coupon.code.trim().toUpperCase()] : [])),
  );
  return (input.coupons ?? []).filter((code) => !known.has(code.trim().toUpperCase()));
};
