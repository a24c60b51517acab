import type { QuantityRefusal, SalesUnit } from '../catalog/index.ts';
import type { Instant, SkuId } from '../kernel/index.ts';
import type { Currency, Minor, Percent, TaxParts, UnitPriceE4 } from '../money/index.ts';
import type { ConsideredPrice, PriceBand, PriceChoice } from '../pricing/index.ts';
import type { AppliedPromotion, GiftLine, GiftNotice, RejectedPromotion, TraceEntry } from '../promotion/index.ts';

/** Where a line's price came from: a list with all it was weighed against, or a price agreed by hand. */
export type LinePrice =
  | ({ readonly source: 'list' } & Omit<PriceChoice, 'entry'>)
  | { readonly source: 'agreed'; readonly reason: string };

export type PricedLine = {
  readonly id: string;
  readonly skuId: SkuId;
  readonly quantity: number;
  /** Price of one `priceUnit` before promotions. On a graduated list: the average, rounded; the bands are exact. */
  readonly unitPriceE4: UnitPriceE4;
  /** Absent = base unit. */
  readonly priceUnit?: SalesUnit | undefined;
  readonly price: LinePrice;
  readonly bands: readonly PriceBand[];
  /** Unit price × quantity, rounded once. */
  readonly gross: Minor;
  /** All reductions of this line, points included; gross − discount = net. */
  readonly discount: Minor;
  /** What the buyer pays for the line, in the basis in which prices are kept. */
  readonly net: Minor;
  readonly taxRate: Percent;
  /** `net` split for the invoice. */
  readonly tax: TaxParts;
  /** Net sales − cost, both without tax; only when the line names its cost. */
  readonly margin?: Minor | undefined;
};

export type PricedShipping = {
  readonly gross: Minor;
  readonly discount: Minor;
  readonly net: Minor;
  readonly taxRate: Percent;
  readonly tax: TaxParts;
};

export type TaxByRate = { readonly rate: Percent } & TaxParts;

export type OrderTotals = {
  /** Goods before reductions. */
  readonly gross: Minor;
  /** Reductions of goods, points included. */
  readonly discount: Minor;
  /** Goods after reductions. */
  readonly goods: Minor;
  readonly shippingGross: Minor;
  readonly shippingDiscount: Minor;
  readonly shipping: Minor;
  /** The part of `discount` that was paid with points. */
  readonly pointsAmount: Minor;
  readonly pointsUsed: number;
  /** Without tax, tax, and what the buyer pays: net + tax = payable. */
  readonly net: Minor;
  readonly tax: Minor;
  readonly payable: Minor;
};

export type PricedOrder = {
  readonly currency: Currency;
  readonly pricedAt: Instant;
  /** In the order of the input, without lines that are not selected. */
  readonly lines: readonly PricedLine[];
  readonly gifts: readonly GiftLine[];
  readonly giftNotices: readonly GiftNotice[];
  readonly shipping: PricedShipping;
  readonly totals: OrderTotals;
  readonly taxByRate: readonly TaxByRate[];
  readonly applied: readonly AppliedPromotion[];
  readonly rejected: readonly RejectedPromotion[];
  /** Coupon codes that were entered and belong to no promotion. */
  readonly unknownCoupons: readonly string[];
  readonly trace: readonly TraceEntry[];
  /** Only in the `cart` view; an order is refused instead. */
  readonly refusedLines: readonly LineRefusal[];
};

/** Why a line cannot be ordered. */
export type LineRefusal = { readonly lineId: string; readonly skuId: SkuId } & (
  | { readonly kind: 'no-price'; readonly considered: readonly ConsideredPrice[] }
  | { readonly kind: 'amount-too-large'; readonly limit: Minor }
  | (QuantityRefusal & { readonly scope: 'sku' | 'product' })
);

export type QuoteRefusal =
  | { readonly kind: 'lines-refused'; readonly lines: readonly LineRefusal[] }
  | {
      readonly kind: 'too-many';
      readonly what: 'lines' | 'promotions' | 'prices';
      readonly count: number;
      readonly limit: number;
    }
  | { readonly kind: 'duplicate-line'; readonly lineId: string }
  /** Data that no rule can read: a percent that is no decimal, a factor of zero, an unknown time zone. */
  | { readonly kind: 'malformed'; readonly path: string; readonly value: string };
