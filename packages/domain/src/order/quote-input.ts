import type { QuantityRules, SalesUnit } from '../catalog/index.ts';
import type { BrandId, CategoryId, Instant, ProductId, PromotionId, SkuId } from '../kernel/index.ts';
import type { Currency, Minor, Percent, Rounding, UnitPriceE4 } from '../money/index.ts';
import type { CustomerContext, PriceEntry, TierBasis } from '../pricing/index.ts';
import type { Promotion, PromotionSettings } from '../promotion/index.ts';

/** What is wanted, and the facts of the goods that rules depend on. */
export type QuoteLine = {
  /** Unique in the order; ties between lines are settled by it, never by position. */
  readonly id: string;
  readonly skuId: SkuId;
  readonly productId?: ProductId | undefined;
  /** The product's categories with all their ancestors. */
  readonly categoryIds?: readonly CategoryId[] | undefined;
  readonly brandId?: BrandId | undefined;
  readonly tags?: readonly string[] | undefined;
  /** SKUs that share price tiers of basis `group`. */
  readonly pricingGroup?: string | undefined;
  /** Whole base units. */
  readonly quantity: number;
  /** The unit in which the buyer entered the quantity, shown beside it. */
  readonly unit?: SalesUnit | undefined;
  readonly quantityRules?: QuantityRules | undefined;
  /** Rules on the sum of the product's lines, beside those of the SKU. */
  readonly productRules?: QuantityRules | undefined;
  /** 最低限价: no promotion takes a base unit below this. */
  readonly floorE4?: UnitPriceE4 | undefined;
  /** Cost of a base unit: never changes the price, only lets the result say the margin. */
  readonly costE4?: UnitPriceE4 | undefined;
  /** Reference price shown beside (划线价); never charged. */
  readonly listPriceE4?: UnitPriceE4 | undefined;
  /** A price agreed for this line, per base unit, with the person's reason; it stands in place of the price lists. */
  readonly agreedPrice?: { readonly unitPriceE4: UnitPriceE4; readonly reason: string } | undefined;
  readonly taxRate?: Percent | undefined;
  /** False = stays in the cart but is neither paid nor counted. */
  readonly selected?: boolean | undefined;
};

export type TaxSettings = {
  readonly pricesIncludeTax: boolean;
  /** For lines that name no rate; 0 when absent. */
  readonly defaultRate?: Percent | undefined;
  /** `per-line` (default): each line is split and rounded. `per-rate`: the sum of a rate is, and the parts given back to its lines. */
  readonly method?: 'per-line' | 'per-rate' | undefined;
};

export type ShippingCharge = { readonly amount: Minor; readonly taxRate?: Percent | undefined };

/** Points offered as money. `worth` = minor units per point, a decimal. */
export type PointsOffer = {
  readonly points: number;
  readonly worth: string;
  readonly maxAmount?: Minor | undefined;
  /** Of the goods after promotions. */
  readonly maxPercent?: Percent | undefined;
};

export type QuoteSettings = {
  /**
   * `order` (default): a line that cannot be ordered refuses the whole order, every such line listed.
   * `cart`: such lines are listed in `refusedLines`; those with a price still count, so that totals stay visible while typing.
   */
  readonly view?: 'order' | 'cart' | undefined;
  readonly pricePick?: 'first' | 'lowest' | undefined;
  /** Tier basis of entries that name none. */
  readonly tierBy?: TierBasis | undefined;
  readonly rounding?: Rounding | undefined;
  readonly promotions?: PromotionSettings | undefined;
};

export type QuoteInput = {
  readonly lines: readonly QuoteLine[];
  readonly customer?: CustomerContext | undefined;
  /** Candidates for all SKUs of the order; entries of other SKUs are ignored. */
  readonly prices: readonly PriceEntry[];
  readonly promotions?: readonly Promotion[] | undefined;
  /** Coupon codes as typed. */
  readonly coupons?: readonly string[] | undefined;
  readonly points?: PointsOffer | undefined;
  readonly shipping?: ShippingCharge | undefined;
  readonly tax?: TaxSettings | undefined;
  readonly currency?: Currency | undefined;
  readonly now: Instant;
  /** IANA name of the shop's zone, for recurring hours; Asia/Shanghai when absent. */
  readonly timeZone?: string | undefined;
  /** Which gift the buyer chose, by promotion. */
  readonly giftChoices?: Readonly<Record<PromotionId, SkuId>> | undefined;
  /** Units that can be given away, by SKU; a SKU that is absent is not limited. */
  readonly giftStock?: Readonly<Record<SkuId, number>> | undefined;
  readonly settings?: QuoteSettings | undefined;
};

export const QUOTE_LIMITS = {
  lines: 2000,
  promotions: 500,
  priceEntries: 200_000,
  quantity: 1_000_000_000,
  /** Minor units: ¥10 billion. */
  lineAmount: 1_000_000_000_000,
  /** ¥100 million a unit. */
  priceE4: 1_000_000_000_000,
} as const;
